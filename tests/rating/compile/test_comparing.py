"""Comparisons: decided jointly where both sides run over the same records."""

from fractions import Fraction

import pytest

from tests.rating.compile.small import truth, verdict
from xingping.rating.compile.comparing import compare, is_none, order
from xingping.rating.compile.conditions import NO, OPEN, YES
from xingping.rating.compile.expressions import num
from xingping.rating.compile.ratios import divide
from xingping.rating.compile.values import Num, Sym, constant, unknown

SHARE = "sum(events, came) / sum(events, people)"
ATTENDED = {"held_on": "2026-03-01", "people": 10, "came": 9}
OPEN_ONE = {"held_on": "2026-04-01", "people": 10, "came": None}


def of(value):
    return constant(Fraction(value))


def between(low, high):
    return Num(num(low), num(high), low=low, high=high)


@pytest.mark.parametrize(
    ("op", "said"),
    [
        (">=", (False, True)),
        (">", (False, False)),
        ("<=", (True, True)),
        ("<", (False, True)),
        ("=", (False, True)),
        ("!=", (False, True)),
    ],
)
def test_one_to_three_against_three(op, said):
    assert truth(order(op, between(1, 3), of(3))) == said


def test_conditions_are_equal_if_both_or_neither_hold():
    assert compare("=", NO, NO) == YES
    assert compare("!=", YES, NO) == YES
    assert compare("=", YES, OPEN) == OPEN


def test_none_meets_not_even_unequal():
    nothing = Num(num(0), num(0), none=YES)

    assert truth(compare("!=", nothing, of(5))) == (False, False)
    assert is_none(nothing) == YES
    assert is_none(of(5)) == NO


def test_a_word_of_digits_is_compared_as_the_number_it_spells():
    seven = Sym(lambda w: YES if w == "7" else NO, ("7",), word="7")

    assert truth(compare(">=", seven, of(7))) == (True, True)


def test_a_ratio_is_compared_by_multiplying_not_by_dividing():
    third = divide(of(1), of(3))

    assert truth(compare("=", third, of("1/3"))) == (True, True)
    assert truth(compare(">=", third, of("0.3333333333333333334"))) == (False, False)
    assert truth(compare(">=", divide(of(1), unknown(0, None)), of(0))) == (False, True)


def test_a_share_is_decided_while_one_record_is_open():
    # 9 of 10, and between 0 and 10 of 10: between 45% and 95%
    assert verdict(f"{SHARE} >= 45%", events=[ATTENDED, OPEN_ONE]) == "met"
    assert verdict(f"{SHARE} >= 46%", events=[ATTENDED, OPEN_ONE]) == "not_yet_known"
    assert verdict(f"{SHARE} >= 95%", events=[ATTENDED, OPEN_ONE]) == "not_yet_known"
    assert verdict(f"{SHARE} >= 96%", events=[ATTENDED, OPEN_ONE]) == "not_met"


def test_a_share_of_nothing_is_not_yet_known():
    assert verdict(f"{SHARE} >= 50%") == "not_yet_known"


def test_two_counts_over_one_register_are_compared_record_by_record():
    odd = {"held_on": "2026-03-01", "open": None}

    # whatever the one event is, no more are open than there are
    rule = "count(events where open) <= count(events)"
    assert verdict(rule, events=[odd]) == "met"
    assert verdict("count(events where open) < count(events)", events=[odd]) == "not_yet_known"


def test_a_year_not_kept_leaves_a_joint_comparison_open():
    rule = "count(events where open) <= count(events)"

    assert verdict(rule, events=[ATTENDED]) == "met"
    assert verdict(rule, events=[ATTENDED], unkept=[("events", 2026)]) == "not_yet_known"


def test_what_is_no_sum_over_records_counts_in_a_joint_comparison_too():
    events = [{"held_on": "2026-03-01", "open": True}, {"held_on": "2026-03-01", "open": False}]
    rule = "count(events where open) + size {} count(events)"  # 1 + 5 against 2

    assert verdict(rule.format(">="), events=events, own={"size": 5}) == "met"
    assert verdict(rule.format("<"), events=events, own={"size": 5}) == "not_met"
    share = "(count(events where open) + size) / count(events)"  # 6 / 2
    assert verdict(f"{share} >= 3", events=events, own={"size": 5}) == "met"
