"""Conditions: certain, possible, and what is left when one is chosen while it is open."""

import pytest

from xingping.rating.compile.conditions import NO, OPEN, YES, choose, every, inverse, some, sure
from xingping.rating.compile.expressions import flag


def test_all_hold_only_if_each_does():
    assert every(YES, YES) == YES
    assert every(YES, OPEN) == OPEN
    assert every(OPEN, NO) == NO
    assert every() == YES


def test_one_holds_as_soon_as_any_does():
    assert some(NO, YES) == YES
    assert some(OPEN, NO) == OPEN
    assert some(OPEN, YES) == YES
    assert some() == NO


def test_the_opposite_of_open_is_open():
    assert [inverse(c) for c in (YES, NO, OPEN)] == [NO, YES, OPEN]


@pytest.mark.parametrize(
    ("when", "then", "other", "chosen"),
    [
        (YES, NO, YES, NO),
        (NO, NO, YES, YES),
        (OPEN, YES, YES, YES),
        (OPEN, NO, NO, NO),
        (OPEN, YES, NO, OPEN),
        (OPEN, NO, YES, OPEN),
        (OPEN, OPEN, YES, OPEN),
    ],
)
def test_what_both_ways_agree_on_is_known_while_the_choice_is_open(when, then, other, chosen):
    assert choose(when, then, other) == chosen


def test_a_known_condition_is_one_expression():
    known = sure(flag("f"))

    assert known.lo is known.hi
    assert choose(known, YES, NO) == known
