"""If and by: the first arm that holds, and all that the arms allow while it is open."""

from fractions import Fraction

import pytest

from tests.rating.compile.small import number, span, truth, worked
from xingping.rating.compile.choosing import first_that_holds, may_be, reached, within
from xingping.rating.compile.conditions import NO, OPEN, YES, sure
from xingping.rating.compile.expressions import flag, num
from xingping.rating.compile.ratios import divide
from xingping.rating.compile.values import Num, Sym, constant, unknown

F = sure(flag("f"))
FOUR_OR_FIVE = Num(num(4), num(5), low=3, high=5, domain=(3, 4, 5))


def of(value):
    return constant(Fraction(value))


def test_the_first_arm_that_certainly_holds_ends_the_choice():
    assert span(first_that_holds([(NO, of(1)), (YES, of(2)), (YES, of(3))])) == (2, 2)


def test_an_open_arm_leaves_the_values_of_all_that_may_be_taken():
    arms = [(OPEN, of(1)), (NO, of(99)), (OPEN, of(5)), (YES, of(3))]

    assert span(first_that_holds(arms)) == (1, 5)
    assert span(first_that_holds([(OPEN, of(7)), (YES, of(7))])) == (7, 7)
    assert span(first_that_holds([(OPEN, unknown(0, None)), (YES, of(3))])) == (0, None)


def test_a_known_choice_takes_one_value():
    chosen = first_that_holds([(F, of(1)), (YES, of(3))])

    assert span(chosen, columns={"f": True}) == (1, 1)
    assert span(chosen, columns={"f": False}) == (3, 3)


def test_arms_after_one_that_holds_may_not_be_taken():
    assert [worked(e)[0] for e in may_be([OPEN, YES, OPEN])] == [True, True, False]


def test_a_condition_that_every_open_arm_meets_is_met():
    assert truth(first_that_holds([(OPEN, YES), (YES, YES)])) == (True, True)
    assert truth(first_that_holds([(OPEN, YES), (YES, NO)])) == (False, True)


def test_a_word_is_sure_if_all_arms_that_may_be_taken_say_it():
    round_ = Sym(lambda w: YES if w == "round" else NO, ("round",), word="round")
    flat = Sym(lambda w: YES if w == "flat" else NO, ("flat",), word="flat")

    mixed = first_that_holds([(OPEN, round_), (YES, flat)])

    assert truth(mixed.equals("round")) == (False, True)
    assert truth(mixed.equals("square")) == (False, False)
    assert truth(first_that_holds([(OPEN, flat), (YES, flat)]).equals("flat")) == (True, True)


def test_a_ratio_chosen_openly_is_not_known():
    half = divide(of(1), of(2))

    assert worked(first_that_holds([(OPEN, half), (YES, of(3))]).known) == (False,)
    assert worked(first_that_holds([(F, half), (YES, of(3))]).known, columns={"f": True}) == (True,)


@pytest.mark.parametrize(
    ("op", "bound", "said"),
    [
        (">=", 4, (True, True)),
        (">", 4, (False, True)),
        ("<", 4, (False, False)),
        ("<=", 3, (False, False)),
        ("=", 5, (False, True)),
        ("!=", 3, (True, True)),
    ],
)
def test_a_level_between_four_and_five_passes_what_both_pass(op, bound, said):
    assert truth(within(FOUR_OR_FIVE, op, bound)) == said


def test_of_few_values_only_those_between_the_bounds_are_reached():
    assert truth(reached(FOUR_OR_FIVE, [4, 5])) == (True, True)
    assert truth(reached(FOUR_OR_FIVE, [3])) == (False, False)
    assert truth(reached(FOUR_OR_FIVE, [3, 5])) == (False, True)
    assert within(of(4), "=", 4) is None  # no few values known


def test_by_over_an_open_level_is_sure_where_all_its_arms_agree():
    event = {"held_on": "2026-03-01"}

    assert number("by(standards, 2 -> 9, 1 -> 9, 0 -> 9)", events=[event]) == (9, 9)
    assert number("by(standards, 2 -> 9, 1 -> 4, 0 -> 2)", events=[event]) == (2, 9)
    assert number("by(standards, 2 -> 9, 1 -> 4, 0 -> 2)") == (2, 2)  # no event: level 0
