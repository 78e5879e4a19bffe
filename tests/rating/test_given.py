"""What is at hand leaves constants: a column the same for all, a field that is never empty."""

import numpy as np
import polars as pl

from tests.oracle.random_rules import small_scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.setting import year_span
from xingping.rating.compiled import compiled
from xingping.rating.given import Given
from xingping.rating.spaces import Rows

EVENTS = RowSet("events")


def given(**columns):
    frame = pl.DataFrame(
        {
            "people": [3, 5, 4],
            "came": [1, None, 2],
            "noted_on": pl.Series([None] * 3, dtype=pl.Int64),
        }
    )
    own = pl.DataFrame({"size": [3, None], "open": [True, False]})
    return Given(2, own, {EVENTS: Rows(frame, np.array([0, 0, 1], np.intp))}, columns, {})


def test_a_column_the_same_for_all_is_a_constant():
    one = given(same=7, kept=True, other=pl.Series([1, 2]))

    assert one.leaf(None, x.col("same")) is x.num(7)
    assert one.leaf(None, x.flag("kept")) is x.TRUE
    assert one.leaf(None, x.col("other")) is x.col("other")
    assert one.leaf(None, x.col("rank best")) is x.col("rank best")  # comes later


def test_a_field_never_or_always_empty_is_known_to_be():
    one = given()

    assert one.leaf(EVENTS, x.null("people")) is x.FALSE
    assert one.leaf(EVENTS, x.null("came")) is x.null("came")
    assert one.leaf(EVENTS, x.null("noted_on")) is x.TRUE
    assert one.leaf(EVENTS, x.filled("noted_on")) is x.ZERO
    assert one.leaf(EVENTS, x.filled("people")) is x.filled("people")
    assert one.leaf(None, x.null("size")) is x.null("size")


def test_the_least_and_the_most_are_those_of_the_cells():
    ready = compiled(small_scheme(), 2026, year_span(2026, 2026).end, {})

    known = given().known(ready)

    assert known.cells[EVENTS, "people"] == (3, 5)
    assert known.cells[EVENTS, "came"] == (0, 2)  # an empty cell reads as 0
    assert known.cells[None, "size"] == (0, 3)
    assert known.rows[EVENTS] == 2
    assert known.columns["rank best"] == (0, 2)


def test_the_spaces_hold_the_columns_that_differ():
    spaces = given(other=pl.Series([1, 2]), kept=pl.Series([True, False]), same=7).spaces(1 << 40)

    assert set(spaces.known[None]) == {x.col("other"), x.flag("kept")}
    assert spaces.big == 1 << 40
