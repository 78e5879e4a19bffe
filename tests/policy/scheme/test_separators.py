import pytest

from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.separators import in_both, spaced
from xingping.policy.written import Said


def said(text):
    return Said(text, "a.nt", ((3, 5),))


@pytest.mark.parametrize("text", ["T-1、T-2", "T-1, T-2", "T-1，T-2", "T-1 ; T-2"])
def test_commas_between_ids_are_told_and_the_ids_read(text):
    desk = Desk()

    assert spaced(desk, said(text)) == ("T-1", "T-2")
    assert [fault.hint.zh for fault in desk.faults] == ["写成：T-1 T-2"]
    assert desk.faults[0].at.column in {8, 9}


def test_ids_between_spaces_are_no_fault():
    desk = Desk()

    assert spaced(desk, said(" T-1  T-2 ")) == ("T-1", "T-2")
    assert desk.faults == []


@pytest.mark.parametrize(
    "text", ["考核分|score", "考核分｜score", "考核分 |score", "考核分 ｜ score"]
)
def test_another_bar_between_the_languages_is_told(text):
    desk = Desk()
    in_both(desk, said(text))

    assert [fault.hint.en for fault in desk.faults] == ["write: 考核分 | score"]


@pytest.mark.parametrize("text", ["考核分", "考核分 | score", "甲|乙 | a|b"])
def test_one_language_or_two_with_the_right_bar_are_no_fault(text):
    desk = Desk()

    assert in_both(desk, said(text)).zh == text.partition(" | ")[0]
    assert desk.faults == []
