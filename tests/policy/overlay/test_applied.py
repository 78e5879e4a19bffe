from fractions import Fraction

from tests.policy.overlay.small import ALLOWED, OVERLAY, beside
from tests.policy.scheme.tiny import faults
from xingping.policy.overlay.rewrite import with_digest
from xingping.policy.scheme.load import load_scheme

CRITERIA = """\
  own:
    add: criteria
    at most: 1
    points: 0 to 5
"""
ADDED = """\
overlay: tiny-here
title: 本地小方案 | Tiny, here
of: ../tiny
digest: 0
add:
  criteria:
    here_songs:
      title: 歌咏 | songs
      min: 0
      max: 5
      lines:
        here_song:
          text: 合唱 | a song
          max: 5
"""
CHINESE = """\
地方调整: tiny-here
名称: 本地小方案 | Tiny, here
候选: ../tiny
摘要: 0
改为:
  parameters.line.default: 62
  max of given: 30
理由:
  parameters.line.default: 本地文件
  max of given: 本地文件
"""


def test_a_whole_criterion_may_be_added(tmp_path):
    scheme = load_scheme(beside(tmp_path, ADDED, allowed=CRITERIA))

    assert list(scheme.criteria) == ["tidy", "work", "here_songs"]
    assert scheme.criteria["here_songs"].high == Fraction(5)
    assert faults(beside(tmp_path, ADDED.replace("max: 5", "max: 6"), allowed=CRITERIA))[0] == (
        "overlay.nt:7:5: 'here_songs' gives 0 to 6 points, the scheme allows 0 to 5"
    )


def test_keys_of_the_base_and_of_the_overlay_may_be_chinese(tmp_path):
    folder = beside(tmp_path, OVERLAY)
    base = tmp_path / "tiny"
    for file, english, chinese in (
        ("scheme.nt", "parameters:", "参数:"),
        ("scheme.nt", "    default: 60", "    缺省: 60"),
        ("criteria/2-work.nt", "lines:", "分项:"),
        ("criteria/2-work.nt", "    max: 40", "    上限: 40"),
    ):
        text = (base / file).read_text("utf-8")
        (base / file).write_text(text.replace(english, chinese, 1), "utf-8")
    (folder / "overlay.nt").write_text(with_digest(CHINESE, load_scheme(base).digest), "utf-8")

    scheme = load_scheme(folder)

    assert scheme.parameters["line"].default == Fraction(62)
    assert scheme.criteria["work"].lines["given"].high == Fraction(30)
    assert [(one.old, one.new) for one in scheme.overlay.settings] == [("60", "62"), ("40", "30")]


def test_a_value_that_was_not_written_before_is_set_all_the_same(tmp_path):
    allowed = ALLOWED + "  first:\n    set: parameters.first_year.default\n"
    text = OVERLAY.replace("  parameters.line.default: 62", "  parameters.first_year.default: 2026")
    text = text.replace("  parameters.line.default: 本地", "  parameters.first_year.default: 本地")

    scheme = load_scheme(beside(tmp_path, text, allowed=allowed))

    assert scheme.parameters["first_year"].default == Fraction(2026)
    assert scheme.overlay.settings[0].old == ""
