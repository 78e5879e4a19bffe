"""Spaces by column: subjects, their pieces and records, and what is carried between them."""

import numpy as np
import polars as pl
import pytest

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.setting import Pieces, Span
from xingping.rating.spaces import Rows, Spaces

EVENTS = RowSet("events")
PEOPLE = x.filled("people")


def spaces(rows=None, own=None):
    """Three subjects: the first with records of 3 and 5, the last with one of 4 and an empty one."""
    frame = pl.DataFrame({"people": [3, 5, 4, None], "open": [True, False, None, True]})
    given = {EVENTS: Rows(frame, np.array([0, 0, 2, 2], np.intp)), **(rows or {})}
    return Spaces(3, own if own is not None else pl.DataFrame({"size": [3, None, 9]}), given, {})


def listed(one, *wanted, space=None):
    found = one.work(list(wanted), space)
    return [column.to_list() if isinstance(column, pl.Series) else column for column in found]


def total(kind, where=x.TRUE, value=PEOPLE):
    return x.agg(kind, EVENTS, where, value)


def test_own_cells_and_totals_of_records():
    assert listed(spaces(), x.filled("size"), x.null("size"), total("sum")) == [
        [3, 0, 9],
        [False, True, False],
        [8, 0, 4],
    ]


def test_a_constant_is_one_value_of_all():
    assert listed(spaces(), x.num(7), x.TRUE) == [7, True]


def test_records_are_compared_with_what_their_subject_has():
    more = total("sum", x.gt(PEOPLE, x.up(x.filled("size"))), x.ONE)

    assert listed(spaces(), more) == [[1, 0, 0]]


def test_records_are_compared_with_a_total_of_them():
    largest = total("sum", x.ge(PEOPLE, x.up(total("max"))), x.ONE)

    assert listed(spaces(), largest) == [[1, 0, 1]]


@pytest.mark.parametrize(("kind", "found"), [("sum", [2, 0, 1]), ("run", [2, 0, 1])])
def test_pieces_are_gone_through_by_subject(kind, found):
    pieces = Pieces("month", (Span(1, 1), Span(2, 2)))
    inner = RowSet("events", pieces=pieces)
    frame = pl.DataFrame({"people": [1, 1, 1]})
    rows = {inner: Rows(frame, np.array([0, 1, 5], np.intp))}  # subject * 2 + piece
    held = x.gt(x.agg("sum", inner, x.TRUE, PEOPLE), x.ZERO)

    assert listed(spaces(rows), x.agg(kind, pieces, held, x.ONE)) == [found]


def test_what_is_learned_later_is_used():
    one = spaces()
    one.learn(x.col("rank best"), pl.Series([1, 2, 3]))

    assert listed(one, x.ge(x.num(2), x.col("rank best"))) == [[True, True, False]]


def test_fields_with_an_empty_cell_are_told_apart():
    rows = Rows(pl.DataFrame({"a": [1, 2], "b": [1, None]}), np.array([0, 0], np.intp))

    assert rows.holes() == {"b"}
