"""Ratios: rounded half up, exactly; known whole or not at all."""

from fractions import Fraction

import pytest

from tests.rating.compile.small import span, worked
from xingping.rating.compile.expressions import col
from xingping.rating.compile.ratios import (
    as_ratio,
    cross,
    divide,
    less,
    rounded,
    scaled,
    together,
)
from xingping.rating.compile.values import Num, constant, unknown

CENT = Fraction(1, 100)
C = Num(col("c"), col("c"), low=0, high=1000)
D = Num(col("d"), col("d"), low=0, high=1000)


@pytest.mark.parametrize(
    ("top", "bottom", "step", "nearest", "below"),
    [
        (1, 8, CENT, "0.13", "0.12"),  # 0.125
        (1, 3, CENT, "0.33", "0.33"),
        (2, 3, CENT, "0.67", "0.66"),
        (5, 2, Fraction(1), "3", "2"),
        (999, 1000, Fraction(1), "1", "0"),
        (7, 4, Fraction(1, 2), "2", "1.5"),  # 1.75
    ],
)
def test_a_half_is_rounded_up_exactly(top, bottom, step, nearest, below):
    ratio = divide(C, D)
    columns = {"c": top, "d": bottom}

    assert span(rounded(ratio, step, half=True), columns=columns) == (Fraction(nearest),) * 2
    assert span(rounded(ratio, step, half=False), columns=columns) == (Fraction(below),) * 2


def test_a_negative_half_is_rounded_up_too():
    turned = scaled(divide(C, D), Fraction(-1))

    assert span(rounded(turned, Fraction(1), half=True), columns={"c": 5, "d": 2}) == (-2, -2)


def test_a_share_of_nothing_is_not_known_beyond_its_limits():
    whole = rounded(divide(C, D), Fraction(1), half=True)

    assert span(whole, columns={"c": 0, "d": 0}) == (0, None)


def test_a_ratio_is_unknown_as_soon_as_one_part_is():
    open_top = divide(unknown(0, 9), of(3))
    both = together(divide(C, D), open_top)

    assert worked(both.known, columns={"c": 1, "d": 2}) == (False,)
    assert worked(divide(C, D).known, columns={"c": 1, "d": 2}) == (True,)


def test_ratios_add_up_by_cross_multiplying():
    total = less(together(divide(C, D), scaled(divide(D, C), Fraction(2))), of("1/4"))

    top, bottom = worked(*cross(total), columns={"c": 3, "d": 2})

    assert Fraction(top, bottom) == Fraction(3, 2) + 2 * Fraction(2, 3) - Fraction(1, 4)


def test_a_number_is_a_ratio_over_one():
    ratio = as_ratio(C)

    assert worked(*cross(ratio), columns={"c": 3}) == (3, 1)
    assert as_ratio(of("1/3")).constant == Fraction(1, 3)


def of(value):
    return constant(Fraction(value))
