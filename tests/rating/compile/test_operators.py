"""Operators fold what is constant, and leave the rest as one object per expression."""

import pytest

from tests.rating.compile.small import worked
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet

C, D = x.col("c"), x.col("d")
F, G = x.flag("f"), x.flag("g")


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (x.add(x.num(2), x.num(3)), 5),
        (x.sub(x.num(2), x.num(3)), -1),
        (x.mul(x.num(-2), x.num(3)), -6),
        (x.div(x.num(-7), x.num(2)), -4),
        (x.least(x.num(2), x.num(3)), 2),
        (x.most(x.num(2), x.num(3)), 3),
        (x.neg(x.num(4)), -4),
    ],
)
def test_constants_become_one_constant(made, value):
    assert made is x.num(value)


def test_comparisons_of_constants_are_settled():
    assert x.ge(x.num(2), x.num(2)) is x.TRUE
    assert x.gt(x.num(2), x.num(2)) is x.FALSE
    assert x.eq(x.num(2), x.num(3)) is x.FALSE
    assert (x.ge(C, C), x.gt(C, C), x.eq(C, C)) == (x.TRUE, x.FALSE, x.TRUE)


def test_what_changes_nothing_leaves_the_expression_itself():
    assert x.add(C, x.ZERO) is C
    assert x.add(x.ZERO, C) is C
    assert x.mul(x.ONE, C) is C
    assert x.mul(C, x.ZERO) is x.ZERO
    assert x.div(C, x.ONE) is C
    assert x.sub(C, C) is x.ZERO
    assert x.most(C, C) is C
    assert x.no(x.no(F)) is F


def test_factors_join():
    assert x.mul(x.num(2), x.mul(C, x.num(3))) is x.mul(x.num(6), C)


def test_joins_flatten_and_stop_where_they_are_decided():
    assert x.both(F, x.both(G, F), x.TRUE) is x.both(F, G)
    assert x.both(F, x.FALSE) is x.FALSE
    assert x.either(F, x.TRUE) is x.TRUE
    assert x.both() is x.TRUE
    assert x.either() is x.FALSE


def test_a_choice_of_truths_becomes_a_join():
    assert x.when(F, x.TRUE, G) is x.either(F, G)
    assert x.when(F, x.FALSE, G) is x.both(x.no(F), G)
    assert x.when(F, G, x.TRUE) is x.either(x.no(F), G)
    assert x.when(F, G, x.FALSE) is x.both(F, G)


def test_a_choice_by_the_opposite_is_turned_round():
    assert x.when(x.no(F), C, D) is x.when(F, D, C)
    assert x.when(x.TRUE, C, D) is C
    assert x.when(x.FALSE, C, D) is D
    assert x.when(F, C, C) is C


def test_aggregates_of_nothing_are_constants():
    rows = RowSet("events")

    assert x.agg("sum", rows, x.FALSE, C) is x.ZERO
    assert x.agg("max", rows, x.FALSE, C) is x.num(-x.BIG)
    assert x.agg("min", rows, x.FALSE, C) is x.num(x.BIG)
    assert x.agg("sum", rows, x.TRUE, x.ZERO) is x.ZERO


def test_what_is_left_is_worked_out_as_written():
    made = x.add(x.mul(C, D), x.as_num(x.gt(C, D)))

    assert worked(made, columns={"c": 7, "d": 3}) == (22,)
    assert worked(x.div(C, D), columns={"c": -7, "d": 2}) == (-4,)
