import pytest

from xingping.policy.faults import Place
from xingping.policy.scheme.desk import MOST_FAULTS, Desk, EnoughFaultsError, shortened
from xingping.policy.words import Text


def test_a_fault_is_kept_once_and_faults_stand_in_the_order_of_the_files():
    desk = Desk()
    for line in (9, 2, 9):
        desk.tell(Place("b.nt", line), "错", "wrong")
    desk.tell(Place("a.nt", 10), "错", "wrong")

    assert [str(fault.at) for fault in desk.faults] == ["a.nt:10:1", "b.nt:2:1", "b.nt:9:1"]


def test_an_unknown_name_is_told_with_the_nearest_known_one():
    desk = Desk()

    desk.unknown(Place("a.nt"), Text("台账", "register"), "meeting", ["meetings", "tasks"])

    assert desk.faults[0].say("zh") == "a.nt:1:1: 没有台账“meeting”\n  提示：是不是“meetings”？"


def test_nobody_is_told_more_than_can_be_mended():
    desk = Desk()
    for line in range(1, MOST_FAULTS):
        desk.tell(Place("a.nt", line), "错", "wrong")

    with pytest.raises(EnoughFaultsError):
        desk.tell(Place("a.nt", MOST_FAULTS), "错", "wrong")

    assert len(desk.faults) == MOST_FAULTS


def test_a_long_text_is_shown_in_one_short_line():
    assert shortened("一\n二  三") == "一 二 三"
    assert shortened("x" * 50) == "x" * 40 + "…"
