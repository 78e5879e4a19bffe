"""Scattering: each record adds to the place it belongs to; nothing adds 0, or BIG's stand-in."""

import numpy as np
import polars as pl

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.scatter import Scatter, guarded

BIG = 1000
ROWS = RowSet("events")
ALL = (x.TRUE, True)


def scatter(*at, size=3, pieces=1):
    return Scatter(np.array(at, np.intp), size, BIG, pieces)


def test_records_add_at_their_place():
    value = pl.Series([1, 2, 4])

    assert scatter(0, 2, 2).add("sum", ALL, value).tolist() == [1, 0, 6]
    assert scatter(0, 2, 2).add("max", ALL, value).tolist() == [1, -BIG, 4]
    assert scatter(0, 2, 2).add("min", ALL, value).tolist() == [1, BIG, 2]


def test_only_records_that_hold_are_added():
    guard = (x.flag("f"), pl.Series([True, False, True]))

    assert scatter(0, 0, 1).add("sum", guard, pl.Series([1, 2, 4])).tolist() == [1, 4, 0]
    assert scatter(0, 0, 1).add("max", guard, 7).tolist() == [7, 7, -BIG]
    assert scatter(0, 0, 1).add("sum", (x.FALSE, False), 7).tolist() == [0, 0, 0]


def test_a_constant_is_counted_not_added_up():
    assert scatter(0, 2, 2).add("sum", ALL, 1).tolist() == [1, 0, 2]
    assert scatter(0, 2, 2).add("sum", ALL, -3).tolist() == [-3, 0, -6]


def test_the_longest_run_stays_within_one_subject():
    held = pl.Series([True, True, False, True, True, True, False, False])
    both = Scatter(np.arange(8, dtype=np.intp), 2, BIG, 4)

    assert both.add("run", (x.flag("f"), held), 1).tolist() == [2, 2]
    assert both.add("run", (x.TRUE, True), 1).tolist() == [4, 4]
    assert both.add("run", (x.FALSE, False), 1).tolist() == [0, 0]


def test_a_sum_of_a_choice_against_nothing_is_a_sum_of_what_is_chosen():
    counts = x.agg("sum", ROWS, x.TRUE, x.as_num(x.said_yes("open")))
    other = x.agg("max", ROWS, x.TRUE, x.as_num(x.said_yes("open")))

    assert guarded(counts) == (x.said_yes("open"), x.ONE)
    assert guarded(other) == (x.TRUE, x.as_num(x.said_yes("open")))
