"""Numbers with bounds: what is sure of a sum, a minimum, a choice, where parts are unknown."""

from fractions import Fraction

from tests.rating.compile.small import span, truth
from xingping.rating.compile.conditions import NO, OPEN, YES
from xingping.rating.compile.expressions import num
from xingping.rating.compile.numbers import (
    at_least,
    clamp,
    equal,
    higher,
    hull,
    lower,
    negative,
    plus,
    times_constant,
)
from xingping.rating.compile.values import Num, constant, unknown

ANYTHING = unknown(None, None)
UP = unknown(0, None)  # at least 0


def of(value):
    return constant(Fraction(value))


def between(low, high):
    return Num(num(low), num(high), low=low, high=high)


def test_the_smaller_of_ten_and_anything_is_at_most_ten():
    assert span(lower(of(10), ANYTHING)) == (None, 10)
    assert span(higher(of(10), ANYTHING)) == (10, None)


def test_bounds_add_up_over_one_denominator():
    total = plus(of("1/2"), between(1, 3))

    assert span(total) == (Fraction(3, 2), Fraction(7, 2))
    assert span(plus(of("1/2"), between(1, 3), -1)) == (Fraction(-5, 2), Fraction(-1, 2))


def test_an_open_end_changes_sides_under_a_minus():
    assert span(UP) == (0, None)
    assert span(negative(UP)) == (None, 0)
    assert span(times_constant(UP, Fraction(-3))) == (None, 0)
    assert span(plus(of(1), UP, -1)) == (None, 1)


def test_nothing_times_the_unknown_is_nothing():
    assert span(times_constant(ANYTHING, Fraction(0))) == (0, 0)


def test_a_value_stays_within_its_limits():
    assert span(clamp(between(-5, 30), Fraction(0), Fraction(20))) == (0, 20)
    assert span(clamp(ANYTHING, Fraction(0), Fraction(20))) == (0, 20)
    inside = between(3, 4)
    assert clamp(inside, Fraction(0), Fraction(20)) is inside


def test_an_open_choice_lies_between_both():
    assert span(hull(OPEN, of(2), of(7))) == (2, 7)
    assert span(hull(YES, of(2), of(7))) == (2, 2)
    assert span(hull(NO, of(2), of(7))) == (7, 7)
    assert span(hull(OPEN, of(2), UP)) == (0, None)
    assert span(hull(YES, of(2), UP)) == (2, 2)


def test_a_comparison_is_decided_once_every_value_decides_it():
    assert truth(at_least(between(5, 9), of(5))) == (True, True)
    assert truth(at_least(between(4, 9), of(5))) == (False, True)
    assert truth(at_least(between(1, 5), of(5), strict=True)) == (False, False)
    assert truth(at_least(UP, of(0))) == (True, True)
    assert truth(at_least(UP, of(1))) == (False, True)


def test_equal_needs_both_ends():
    assert truth(equal(of(5), of("10/2"))) == (True, True)
    assert truth(equal(between(4, 6), of(5))) == (False, True)
    assert truth(equal(between(6, 7), of(5))) == (False, False)


def test_none_meets_no_comparison():
    nothing = Num(num(9), num(9), low=0, high=9, none=YES)

    assert truth(at_least(nothing, of(1))) == (False, False)
    assert truth(equal(nothing, of(9))) == (False, False)
