import shutil

import pytest

from xingping.policy.scheme.load import schemes_folder


@pytest.fixture
def folder(here):
    return shutil.copytree(schemes_folder() / "new" / "points", here / "mine")


def test_a_folder_in_style_is_left_alone(call, folder):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.nt")}
    result = call("fmt", "mine")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "5 个文件均已合格式\n"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.nt")} == before


def test_a_folder_in_other_words_is_rewritten_and_passes_the_check(call, folder):
    result = call("fmt", "mine", "--words", "zh")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "scheme.nt"
    assert "条款目录: MY\n" in (folder / "scheme.nt").read_text("utf-8")
    assert call("check", "mine").exit_code == 0
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_check_lists_what_would_change_and_writes_nothing(call, folder):
    page = folder / "clauses.nt"
    page.write_text(page.read_text("utf-8") + "\n\n", "utf-8")
    before = page.read_bytes()
    result = call("fmt", "mine", "--check", "--lang", "en")

    assert (result.exit_code, result.stdout) == (1, "clauses.nt\n")
    assert result.stderr == "1 file would change; run xingping fmt mine\n"
    assert page.read_bytes() == before


def test_diff_shows_the_changes_and_writes_nothing(call, folder):
    before = (folder / "scheme.nt").read_bytes()
    result = call("fmt", "mine", "--diff", "--words", "zh")

    assert result.exit_code == 0
    assert "-clauses: MY\n+条款目录: MY\n" in result.stdout
    assert (folder / "scheme.nt").read_bytes() == before


def test_faults_are_listed_and_nothing_is_written(call, folder):
    page = folder / "scheme.nt"
    page.write_text(page.read_text("utf-8").replace("score >= 90", "scroe >= 90"), "utf-8")
    result = call("fmt", "mine", "--words", "zh")

    assert result.exit_code == 1
    assert "scroe" in result.stderr
    assert "clauses: MY\n" in page.read_text("utf-8")


def test_a_built_in_scheme_is_not_rewritten(call):
    result = call("fmt", "office-branches", "--lang", "en")

    assert result.exit_code == 2
    assert "is a built-in scheme and is not rewritten" in result.stderr


def test_a_folder_that_is_not_there_is_told(call, here):
    assert call("fmt", "nowhere").exit_code == 2


def test_a_file_keeps_who_may_read_it_and_a_link_stays_one(call, folder):
    page, real = folder / "scheme.nt", folder / "kept.txt"
    page.rename(real)
    real.write_text(real.read_text("utf-8") + "\n\n", "utf-8")
    real.chmod(0o600)
    page.symlink_to("kept.txt")
    result = call("fmt", "mine")

    assert result.exit_code == 0
    assert page.is_symlink()
    assert real.read_text("utf-8").endswith("beyond: 4\n")
    assert real.stat().st_mode & 0o777 == 0o600
