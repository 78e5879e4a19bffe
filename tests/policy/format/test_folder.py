import re
import shutil
from pathlib import Path

import pytest

from xingping.policy.faults import SchemeFaultyError
from xingping.policy.format.folder import ChangedMeanwhileError, format_folder
from xingping.policy.format.meaning import meaning
from xingping.policy.scheme.load import list_builtin, load_scheme, load_spelled, schemes_folder

OTHERS = Path(__file__).resolve().parents[2] / "policies"
FOLDERS = [schemes_folder() / name for name in list_builtin()]
FOLDERS += sorted(page.parent for page in OTHERS.glob("*/scheme.nt"))


def rewrite(folder, words=None):
    """Rewrite the files; what they say afterwards, and which were other before."""
    drafts = format_folder(folder, words)
    for draft in drafts.values():
        draft.path.write_text(draft.after, "utf-8")
    return {file: draft.after for file, draft in drafts.items()}, [
        file for file, draft in drafts.items() if draft.changes
    ]


@pytest.mark.parametrize("source", FOLDERS, ids=lambda path: path.name)
def test_a_scheme_goes_through_both_languages_and_stays_the_same(source, tmp_path):
    folder = shutil.copytree(source, tmp_path / source.name)
    before = meaning(load_scheme(folder))
    comments = [comment for _, comment in commented(folder)]

    chinese, _ = rewrite(folder, "zh")
    english, _ = rewrite(folder, "en")
    again, _ = rewrite(folder, "zh")

    assert chinese == again != english
    assert meaning(load_scheme(folder)) == before
    assert rewrite(folder, "zh")[1] == []
    assert [comment for _, comment in commented(folder)] == comments


def test_words_chosen_under_keys_are_in_the_language_too(tmp_path):
    folder = shutil.copytree(schemes_folder() / "county-members", tmp_path / "mine")

    chinese = rewrite(folder, "zh")[0]["scheme.nt"]

    for line in ("周期: 年", "处理: 星级 = 0", "范围: 全部", "由谁: 党员", "未通过: 称号 = 0"):
        assert f"{line}\n" in chinese
    assert "起于: 作出决定之日\n" in chinese


@pytest.mark.parametrize("name", ["32-wulin", "35-village", "county-team"])
def test_an_overlay_is_rewritten_too(name, tmp_path):
    shutil.copytree(OTHERS, tmp_path / "policies")
    folder = tmp_path / "policies" / "overlays" / name
    renew_digest(folder / "overlay.nt")
    before = meaning(load_scheme(folder))

    chinese, _ = rewrite(folder, "zh")

    assert "地方调整: " in chinese["overlay.nt"]
    assert meaning(load_scheme(folder)) == before
    assert [path.name for path in folder.parent.iterdir() if path.name[0] == "."] == []


@pytest.mark.parametrize("source", FOLDERS, ids=lambda path: path.name)
def test_words_stay_as_most_are_unless_asked_for(source, tmp_path):
    folder = shutil.copytree(source, tmp_path / source.name)
    key = {line.partition(":")[0] for line in lines(folder / "scheme.nt")}

    rewrite(folder)

    assert {line.partition(":")[0] for line in lines(folder / "scheme.nt")} == key
    assert rewrite(folder)[1] == []


def test_a_scheme_with_faults_is_not_rewritten(tmp_path):
    folder = shutil.copytree(FOLDERS[0], tmp_path / "mine")
    page = folder / "scheme.nt"
    page.write_text(page.read_text("utf-8") + "nonsense: yes\n", "utf-8")

    with pytest.raises(SchemeFaultyError):
        format_folder(folder)


def test_line_ends_a_mark_at_the_start_and_wide_signs_are_made_plain(tmp_path):
    folder = shutil.copytree(schemes_folder() / "new" / "standards", tmp_path / "mine")
    page = folder / "criteria" / "2-cases.nt"
    plain = page.read_bytes()
    spoilt = plain.replace(b"\n", b"\r\n").replace(b"count(cases", "count（cases".encode())
    page.write_bytes(
        b"\xef\xbb\xbf" + spoilt.replace(b" over 2 years)", " over 2 years）".encode())
    )

    rewrite(folder)

    assert page.read_bytes() == plain


def renew_digest(page):
    """Let the overlay build on its base as it is in the tree now."""
    text = page.read_text("utf-8")
    base = re.search(r"^of: (.+)$", text, re.MULTILINE)[1]
    there = page.parent / base
    digest = load_scheme(there if there.is_dir() else base).digest
    page.write_text(re.sub(r"^digest: .+$", f"digest: {digest}", text, flags=re.MULTILINE), "utf-8")


def lines(path):
    return [line for line in path.read_text("utf-8").splitlines() if line[:1] not in {"", " ", "#"}]


def commented(folder):
    """Every comment, with its file."""
    for path in sorted(folder.rglob("*.nt")):
        for line in path.read_text("utf-8").splitlines():
            if line.lstrip().startswith("#"):
                yield path.name, line.strip()


def test_a_file_that_is_written_to_meanwhile_is_told(tmp_path, monkeypatch):
    folder = shutil.copytree(FOLDERS[0], tmp_path / "mine")
    page = folder / "scheme.nt"

    def reading(where):
        page.write_bytes(page.read_bytes() + b"# later\n")
        return load_spelled(where)

    monkeypatch.setattr("xingping.policy.format.folder.load_spelled", reading)

    with pytest.raises(ChangedMeanwhileError, match=r"scheme\.nt"):
        format_folder(folder)
