"""A program made ready: smaller, with BIG stood in for, or refused where int64 is not enough."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from tests.oracle.random_rules import small_scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.outputs import Bound, Outputs
from xingping.rating.compile.program import plan
from xingping.rating.compile.setting import Setting, year_span
from xingping.rating.compile.whole import Whole
from xingping.rating.compiled import Compiled
from xingping.rating.given import Given
from xingping.rating.prepared import TooLargeError, prepare
from xingping.rating.spaces import Rows

EVENTS = RowSet("events")
PEOPLE = x.filled("people")


def made(*wanted):
    """A program of nothing but these, each the value of one result."""
    setting = Setting.of(small_scheme(), 2026, year_span(2026, 2026).end, {})
    outputs = Outputs(results={f"r{n}": Bound(e, e) for n, e in enumerate(wanted)})
    return Compiled(setting, Whole(setting), outputs, plan(wanted, [frozenset()]), [])


def given(*people):
    """One subject with records of so many people each, and one with none."""
    frame = pl.DataFrame({"people": people}, schema={"people": pl.Int64})
    rows = {EVENTS: Rows(frame, np.zeros(len(people), np.intp))}
    return Given(2, pl.DataFrame(), rows, {"same": 7}, {})


def worked(e, *people):
    ready = prepare(made(e), given(*people))
    ready.stage(0)
    return ready.column(e).to_list()


def test_values_are_those_of_plain_python():
    assert worked(x.agg("sum", EVENTS, x.TRUE, PEOPLE), 3, 4) == [7, 0]
    assert worked(x.add(x.col("same"), x.num(1)), 3) == [8, 8]


def test_what_has_no_records_is_big_again():
    highest = x.agg("max", EVENTS, x.TRUE, PEOPLE)

    assert worked(highest, 3, 9) == [9, -x.BIG]
    assert worked(x.agg("min", EVENTS, x.TRUE, PEOPLE), 3, 9) == [3, x.BIG]


def test_a_stand_in_for_big_does_not_meet_a_real_number():
    highest = x.agg("max", EVENTS, x.TRUE, PEOPLE)

    assert worked(x.mul(x.num(1000), x.most(highest, x.num(-5))), 3) == [3000, -5000]


def test_constants_are_a_column_of_every_subject():
    ready = prepare(made(x.num(7)), given(1))

    assert ready.column(x.num(7)).to_list() == [7, 7]
    assert ready.column(x.TRUE).to_list() == [True, True]


def test_numbers_that_may_leave_int64_are_refused_by_name():
    square = x.agg("sum", EVENTS, x.TRUE, x.mul(PEOPLE, PEOPLE))
    fourth = x.mul(square, square)

    assert worked(fourth, 100) == [10**8, 0]
    with pytest.raises(TooLargeError) as refused:
        prepare(made(fourth), given(10**6))
    assert "r0" in refused.value.what.en
    assert 'engine="python"' in refused.value.what.zh


def test_columns_that_come_later_are_used_by_the_next_stage():
    later = x.ge(x.num(1), x.col("rank best"))
    ready = prepare(made(later), given(1))

    ready.arrive({"rank best": pl.Series([1, 2])})
    ready.stage(0)

    assert ready.column(later).to_list() == [True, False]


def test_numbers_that_no_single_rule_asks_for_are_refused_too():
    square = x.agg("sum", EVENTS, x.TRUE, x.mul(PEOPLE, PEOPLE))
    fourth = x.mul(square, square)
    unnamed = replace(made(fourth), outputs=Outputs())

    with pytest.raises(TooLargeError, match=small_scheme().id):
        prepare(unnamed, given(10**6))
