"""Who follows the guide to a first scheme, in either language, sees what the guide shows."""

import re
import shutil
from pathlib import Path

import pytest

from tests.docs.guide import blocks, same, told, written
from tests.guards.repository import ROOT, text
from xingping.policy.scheme.load import load_scheme

GUIDES = {
    "en": ROOT / "docs" / "guides" / "write-a-scheme.md",
    "zh": ROOT / "docs" / "guides" / "write-a-scheme.zh-CN.md",
}
ROW = re.compile(r"^\| `(.+?)` \| (?:`(.+?)`|[(（].+?) \| `(.+?)` \|", re.MULTILINE)


@pytest.fixture(scope="module", params=GUIDES)
def followed(request, tmp_path_factory):
    """The language, the folder where the guide was followed, and what was shown and printed."""
    here = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here)
        seen = list(follow(GUIDES[request.param]))
    return request.param, here, seen


def follow(guide):
    """Each output that the guide shows, beside what its commands print."""
    printed = ""
    for block in blocks(guide):
        if block.kind == "sh":
            printed = told(block.body)
        elif block.kind == "text":
            yield block.body, printed
        else:
            written(block)


def test_every_output_that_the_guide_shows_is_printed(followed):
    _, _, seen = followed

    assert [(shown, found) for shown, found in seen if not same(shown, found)] == []
    assert len(seen) >= 11


def test_the_scheme_of_the_guide_is_sound_in_the_words_of_its_language(followed):
    lang, here, _ = followed
    scheme = load_scheme(str(here / "vanguard"))
    first = text(here / "vanguard" / "scheme.nt").split(":")[0]

    assert [level.id for level in scheme.levels] == ["unqualified", "qualified", "vanguard"]
    assert first == {"en": "scheme", "zh": "方案"}[lang]
    assert set(scheme.accepted) == {"small_branches"}


def test_ten_mistakes_are_told_as_the_guide_says(followed, tmp_path, monkeypatch):
    lang, here, _ = followed
    rows = ROW.findall(text(GUIDES[lang]))
    monkeypatch.chdir(tmp_path)

    silent = []
    for right, wrong, message in rows:
        shutil.rmtree(tmp_path / "vanguard", ignore_errors=True)
        shutil.copytree(here / "vanguard", tmp_path / "vanguard")
        spoil(tmp_path / "vanguard", right, wrong)
        if message not in told(f"xingping check vanguard --lang {lang}"):
            silent.append((right, message))

    assert len(rows) == 10
    assert silent == []


def spoil(folder, right, wrong):
    """Make the mistake where the right words first stand; without other words the line goes."""
    for path in sorted(Path(folder).rglob("*.nt"), reverse=True):
        before = text(path)
        if right in before:
            gone = before.replace(right + "\n", "", 1)
            path.write_text(before.replace(right, wrong, 1) if wrong else gone, "utf-8")
            return
    pytest.fail(f"no file has {right!r}")


def test_both_guides_build_the_same_files_and_run_the_same_commands():
    english, chinese = (
        [bare(block) for block in blocks(guide) if block.kind == "sh" or block.name.endswith(".nt")]
        for guide in GUIDES.values()
    )

    assert english == chinese


def bare(block):
    """The name of a file; commands without the languages they are asked for."""
    return block.name or re.sub(r" --(lang|words) (en|zh)\b", "", block.body)
