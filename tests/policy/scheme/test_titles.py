import pytest

from tests.policy.scheme.tiny import told
from xingping.policy.faults import Place
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.titles import titles_differ

APART = "hint: rules go by title and could not tell them apart; change one of them"
CASES = [
    (
        "criteria/2-work.nt",
        "title: 工作 |",
        "title: 考核分 |",
        ["criteria/2-work.nt:2:8: the title '考核分' is taken (see scheme.nt:35:12)", APART],
    ),
    (
        "scheme.nt",
        "title: 名次 | rank",
        "title: 分数线 | rank",
        ["scheme.nt:47:12: the title '分数线' is taken (see scheme.nt:13:12)", APART],
    ),
    (
        "scheme.nt",
        "  2: 二星 | two stars\nparam",
        "  2: 一星 | two stars\nparam",
        ["scheme.nt:10:6: the title '一星' is taken (see scheme.nt:9:6)", APART],
    ),
    (
        "registers.nt",
        "",
        "choices:\n  moods:\n    good: 好 | good\n    fine: 好 | fine\n",
        ["registers.nt:4:11: the title '好' is taken (see registers.nt:3:11)", APART],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_title_that_stands_twice_is_told_with_both_places(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected


def test_a_title_that_no_rule_could_write_may_stand_twice():
    desk = Desk()
    titles_differ(desk, [("（甲）", Place("a.nt", 1)), ("（甲）", Place("a.nt", 2))])
    assert desk.faults == []
