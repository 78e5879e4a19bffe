"""Expressions: equal ones are one object, and they know what they rest on."""

from xingping.rating.compile import expressions as e
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.operators import agg, up


def test_equal_expressions_are_one_object():
    assert e.make("add", e.col("a"), e.num(3)) is e.make("add", e.col("a"), e.num(3))
    assert e.make("add", e.col("a"), e.num(3)) is not e.make("add", e.num(3), e.col("a"))


def test_one_and_yes_are_not_the_same_constant():
    assert e.num(1) is not e.TRUE
    assert e.truth(value=True) is e.TRUE
    assert e.truth(value=False) is e.FALSE


def test_a_choice_is_a_truth_if_what_it_chooses_is():
    condition = e.flag("f")

    assert e.make("if", condition, e.null("a"), e.TRUE).truth
    assert not e.make("if", condition, e.num(1), e.num(2)).truth
    assert up(e.flag("f")).truth
    assert not up(e.col("c")).truth


def test_a_walk_meets_arguments_first_and_each_once():
    inner = e.make("add", e.col("a"), e.num(1))
    outer = e.make("mul", inner, inner)

    found = e.walk([outer])

    assert sorted(map(repr, found)) == sorted(map(repr, {e.col("a"), e.num(1), inner, outer}))
    assert found.index(inner) > found.index(e.col("a"))
    assert found[-1] is outer


def test_a_walk_stays_outside_the_records():
    total = agg("sum", RowSet("events"), e.null("people"), e.filled("people"))

    assert e.walk([total]) == [total]


def test_what_records_read_of_their_subject_is_carried():
    limit = e.col("limit")
    where = e.make("ge", e.filled("people"), up(limit))
    total = agg("sum", RowSet("events"), where, e.ONE)

    assert e.carried_by(total) == [limit]
