"""Limits: the least and the most of every value, and a stand-in for BIG above all of them."""

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Known, Limits, parent, sentinel
from xingping.rating.compile.setting import Pieces, Span

EVENTS = RowSet("events")
PEOPLE = x.filled("people")
C = x.col("c")


def known(most=9, rows=3, **columns):
    return Known({(EVENTS, "people"): (0, most)}, {EVENTS: rows}, {"c": (-2, 5), **columns})


def of(e, **more):
    return Limits(known(**more)).of(e)


def total(kind, value=PEOPLE):
    return x.agg(kind, EVENTS, x.TRUE, value)


def test_limits_follow_the_operators():
    assert of(x.add(C, x.num(3))) == (1, 8)
    assert of(x.mul(C, C)) == (-10, 25)
    assert of(x.div(C, x.num(2))) == (-1, 2)
    assert of(x.most(C, x.num(0))) == (0, 5)
    assert of(x.when(x.flag("f"), C, x.num(9))) == (-2, 9)
    assert of(x.ge(C, x.num(0))) == (0, 1)


def test_totals_count_every_record_there_may_be():
    assert of(total("sum")) == (0, 27)
    assert of(total("sum", x.neg(PEOPLE))) == (-27, 0)
    assert of(total("max")) == (-x.BIG, 9)
    assert of(total("min")) == (0, x.BIG)


def test_big_is_left_out_or_stood_in_for():
    assert Limits(known(), None).of(total("max")) == (0, 9)
    assert Limits(known(), 1000).of(total("max")) == (-1000, 9)
    assert Limits(known(), None).of(x.num(x.BIG)) is None


def test_what_was_measured_is_closer():
    one = known()
    measured = Known(one.cells, one.rows, one.columns, {total("sum"): (4, 6)})

    assert Limits(measured).of(total("sum")) == (4, 6)


def test_a_stand_in_lies_far_above_and_fits():
    big, wrong = sentinel({"r": [x.mul(x.num(1000), total("max"))]}, known())

    assert wrong == ""
    assert big >= 4 * 9000
    assert big * 1000 < 1 << 63


def test_the_rule_that_is_too_large_is_named():
    square = x.mul(total("sum"), total("sum"))

    assert sentinel({"small": [C], "large": [square]}, known(most=1 << 40)) == (0, "large")


def test_a_run_is_as_long_as_there_are_pieces():
    pieces = Pieces("month", (Span(1, 10), Span(11, 20), Span(21, 30)))
    here = Known({}, {pieces: 3}, {})

    assert Limits(here).of(x.make("agg", "run", pieces, x.flag("f"), x.ONE)) == (0, 3)


def test_what_is_read_of_the_subject_has_its_limits():
    assert of(total("sum", x.up(C))) == (-6, 15)


def test_what_was_measured_may_prove_what_limits_do_not():
    square = x.mul(total("sum"), total("sum"))
    one = known(most=1 << 40)
    measured = Known(one.cells, one.rows, one.columns, {total("sum"): (0, 1 << 20)})

    assert sentinel({"r": [square]}, one)[1] == "r"
    assert sentinel({"r": [square]}, measured)[1] == ""


def test_a_program_of_small_numbers_keeps_the_bound_it_has_in_python():
    assert sentinel({"r": [total("sum")]}, known()) == (x.BIG, "")


def test_records_of_pieces_belong_to_the_pieces():
    pieces = Pieces("month", (Span(1, 2),))

    assert parent(RowSet("events", pieces=pieces)) == pieces
    assert parent(EVENTS) is None
