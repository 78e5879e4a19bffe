"""Sums, products, quotients and named functions of numbers and of ratios."""

from fractions import Fraction

import pytest

from tests.rating.compile.small import span
from xingping.rating.compile.arithmetic import call, combine, fixed, minus, multiplied, number
from xingping.rating.compile.conditions import YES
from xingping.rating.compile.expressions import num
from xingping.rating.compile.ratios import divide
from xingping.rating.compile.values import Num, Ratio, constant, unknown


def of(value):
    return constant(Fraction(value))


def between(low, high):
    return Num(num(low), num(high), low=low, high=high)


@pytest.mark.parametrize(("op", "value"), [("+", 8), ("-", 4), ("*", 12), ("/", 3)])
def test_constants_are_worked_out(op, value):
    assert span(combine(op, of(6), of(2))) == (value, value)


def test_a_product_takes_the_widest_of_its_ends():
    assert span(multiplied(between(-2, 3), between(-5, 4))) == (-15, 12)
    assert span(multiplied(between(2, 3), between(4, 5))) == (8, 15)
    assert span(multiplied(between(2, 3), unknown(0, None))) == (0, None)
    assert span(multiplied(between(-2, 3), unknown(0, None))) == (None, None)


def test_a_division_by_what_is_not_constant_is_a_ratio():
    assert isinstance(combine("/", of(1), between(1, 2)), Ratio)
    assert span(combine("/", between(1, 2), of(4))) == (Fraction(1, 4), Fraction(1, 2))


def test_a_minus_turns_bounds_round():
    assert span(minus(between(1, 3))) == (-3, -1)
    assert minus(divide(of(1), of(2))).parts[0][0] == -1


@pytest.mark.parametrize(
    ("name", "value", "step", "found"),
    [
        ("round", "2.5", None, "3"),
        ("round", "-2.5", None, "-2"),
        ("round", "2.345", "0.01", "2.35"),
        ("round", "7", "5", "5"),
        ("round", "7.5", "5", "10"),
        ("floor", "-0.5", None, "-1"),
        ("ceil", "-0.5", None, "0"),
        ("ceil", "2.01", "0.1", "2.1"),
        ("abs", "-3", None, "3"),
    ],
)
def test_a_named_function_of_a_number(name, value, step, found):
    args = [of(value), *([of(step)] if step else [])]

    assert span(call(name, args)) == (Fraction(found), Fraction(found))


def test_the_smallest_of_three_and_the_size_of_what_may_be_negative():
    assert span(call("lower", [of(4), between(2, 9), of(3)])) == (2, 3)
    assert span(call("higher", [of(4), between(2, 9), of(3)])) == (4, 9)
    low, high = span(call("abs", [between(-3, 2)]))
    assert low <= 0
    assert high == 3


def test_both_ends_are_rounded():
    tenths = Num(num(14), num(25), 10, low=14, high=25)

    assert span(call("round", [tenths])) == (1, 3)
    assert span(call("floor", [tenths])) == (1, 2)


def test_only_constants_are_fixed():
    assert fixed(of("1/2")) == Fraction(1, 2)
    assert fixed(between(2, 2)) is None
    assert fixed(YES) is None


def test_a_condition_is_no_number():
    with pytest.raises(TypeError):
        number(YES)
