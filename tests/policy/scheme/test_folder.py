import hashlib
import os

import pytest

from tests.policy.scheme.tiny import edit, faults, write
from xingping.policy.scheme.load import load_scheme, schemes_folder


def test_a_file_that_has_no_place_in_a_scheme_is_told(tmp_path):
    assert faults(edit(tmp_path, "clause.nt", "", "says:\n")) == [
        "clause.nt:1:1: 'clause.nt' has no place in a scheme folder",
        "hint: did you mean 'clauses.nt'?",
    ]


def test_a_file_in_another_folder_is_told(tmp_path):
    (tmp_path / "more").mkdir()

    assert faults(edit(tmp_path, "more/3.nt", "", "criterion: more\n")) == [
        "more/3.nt:1:1: 'more/3.nt' has no place in a scheme folder",
        "hint: did you mean 'criteria/3.nt'?",
    ]


def test_a_folder_without_a_scheme_is_told(tmp_path):
    assert faults(tmp_path) == ["scheme.nt:1:1: there is no scheme.nt in the folder"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "outside.nt"
    outside.write_text("满分 | full:\n  expect:\n    {stars: 0}\n", encoding="utf-8")
    folder = write(tmp_path / "tiny")
    (folder / "examples.nt").unlink()
    (folder / "examples.nt").symlink_to(outside)

    assert faults(folder) == [
        "examples.nt:1:1: a link that leads out of the folder, or to itself",
        "hint: copy the file into the folder",
    ]


def test_files_that_are_no_nestedtext_are_left_alone(tmp_path):
    (write(tmp_path) / "README.md").write_text("read me", encoding="utf-8")

    assert faults(tmp_path) == []


def test_the_digest_is_over_names_lengths_and_contents_and_the_shared_catalogue(tmp_path):
    write(tmp_path)
    paths = {p.relative_to(tmp_path).as_posix(): p for p in tmp_path.rglob("*.nt")}
    hasher = hashlib.sha256()
    for name, path in [
        *sorted(paths.items()),
        ("../registers.nt", schemes_folder() / "registers.nt"),
    ]:
        raw = path.read_bytes()
        hasher.update(f"{name}\0{len(raw)}\0".encode() + raw)

    assert load_scheme(tmp_path).digest == hasher.hexdigest()


@pytest.mark.parametrize("file", ["scheme.nt", "criteria/1-tidy.nt", "examples.nt"])
def test_any_changed_letter_changes_the_digest(tmp_path, file):
    before = load_scheme(write(tmp_path)).digest
    path = tmp_path / file
    path.write_text(path.read_text(encoding="utf-8") + "# a word\n", encoding="utf-8")

    assert load_scheme(tmp_path).digest != before


def test_a_link_to_itself_is_told(tmp_path):
    folder = write(tmp_path / "tiny")
    (folder / "examples.nt").unlink()
    (folder / "examples.nt").symlink_to(folder / "examples.nt")

    assert faults(folder) == [
        "examples.nt:1:1: a link that leads out of the folder, or to itself",
        "hint: copy the file into the folder",
    ]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("clauses.txt", "clauses.nt"),
        ("clauses.nt.txt", "clauses.nt"),
        ("clauses.yaml", "clauses.nt"),
        ("clauses.NT", "clauses.nt"),
        ("criteria/3-more.docx", "3-more.nt"),
        ("criteria/3-more.nt.txt", "3-more.nt"),
    ],
)
def test_a_file_with_another_ending_is_told_and_not_passed_over(tmp_path, name, better):
    (write(tmp_path) / name).write_text("x", encoding="utf-8")

    last = name.rpartition("/")[2]
    assert faults(tmp_path) == [
        f"{name}:1:1: '{last}' has another ending and is not read",
        f"hint: rename it {better}",
    ]


def test_a_scheme_file_with_another_ending_is_the_one_fault_of_its_folder(tmp_path):
    (write(tmp_path) / "scheme.nt").rename(tmp_path / "scheme.nt.txt")

    assert faults(tmp_path, "zh") == [
        "scheme.nt.txt:1:1: “scheme.nt.txt”的扩展名不对，没有读",
        "提示：改名为 scheme.nt",
    ]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path):
    (write(tmp_path) / "scheme.nt").unlink()
    (tmp_path / "scheme.nt").mkdir()

    assert faults(tmp_path) == ["scheme.nt:1:1: a file is due here, not a folder"]


def test_a_thousand_criteria_are_refused_at_once(tmp_path):
    write(tmp_path)
    for number in range(1000):
        text = f"criterion: c{number}\ntitle: 标准{number}\n"
        (tmp_path / "criteria" / f"{number:04}.nt").write_text(text, encoding="utf-8")

    assert "more than 400 files" in " ".join(faults(tmp_path))


def test_a_huge_file_is_refused_by_its_size(tmp_path):
    with (write(tmp_path) / "clauses.nt").open("wb") as file:
        file.truncate(100_000_000)

    assert faults(tmp_path)[0] == ("clauses.nt:1:1: the file has 100000000 bytes, at most 1000000")


@pytest.mark.parametrize("place", ["criteria/more/9.nt", "criteria/more/deep/9.nt"])
def test_a_criterion_in_a_folder_of_its_own_is_told(tmp_path, place):
    write(tmp_path)
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text("criterion: 9\n", "utf-8")

    assert faults(tmp_path)[0] == f"{place}:1:1: '{place}' has no place in a scheme folder"


@pytest.mark.parametrize("place", ["criteria/9.nt", "examples.nt"])
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_a_pipe_or_a_link_to_nowhere_is_told_and_not_waited_for(tmp_path, place, make):
    write(tmp_path)
    (tmp_path / place).unlink(missing_ok=True)
    make(tmp_path / place)

    assert faults(tmp_path) == [
        f"{place}:1:1: no file: a pipe, a device, or a link that leads nowhere",
        "hint: put a file in its place, or delete it",
    ]
