"""Records as columns: cells by kind, words as codes, days in their pieces of time."""

from datetime import date

import polars as pl

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import small_records
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.polars import OTHER
from xingping.rating.compile.program import plan
from xingping.rating.compile.setting import Pieces, Span
from xingping.rating.facts import Facts
from xingping.rating.tables import own_frame, piece_of, rows_frame, word_codes


def day(text):
    return date.fromisoformat(text).toordinal()


FIRST = {"held_on": "2026-01-05", "people": 3, "kind": "round", "open": True, "grade": "9.5"}
SECOND = {"held_on": "2026-02-05", "people": None, "kind": "flat", "open": None, "grade": None}
MONTHS = Pieces(
    "month",
    (Span(day("2026-01-01"), day("2026-01-31")), Span(day("2026-02-01"), day("2026-02-28"))),
)


def facts():
    subjects = {"a": {"events": [SECOND]}, "b": {}, "c": {"events": [FIRST, SECOND]}}
    own = {"a": {"size": 4, "shape": "round"}, "c": {"shape": "flat"}}
    return Facts(small_scheme(), small_records(subjects, own=own))


def test_the_words_asked_for_have_codes():
    asked = x.both(x.says("kind", "round"), x.says("shape", "flat"))

    assert word_codes(plan([asked], [frozenset()])) == {"flat": 0, "round": 1}


def test_own_cells_stand_in_the_order_of_the_subjects():
    frame = own_frame(facts(), ["size", "shape"], {"round": 1})

    assert frame["size"].to_list() == [4, None, None]
    assert frame["shape"].to_list() == [1, None, OTHER]


def test_records_stand_with_the_place_of_their_subject():
    rows = rows_frame(facts(), RowSet("events"), ["people", "open", "grade"], {})

    assert rows.at.tolist() == [0, 2, 2]
    assert rows.frame["people"].to_list() == [None, 3, None]
    assert rows.frame["open"].to_list() == [None, True, None]
    assert rows.frame["grade"].to_list() == [None, 950, None]  # in steps of 0.01


def test_records_by_piece_stand_at_their_piece():
    rows = rows_frame(facts(), RowSet("events", pieces=MONTHS), ["people"], {})

    assert rows.at.tolist() == [1, 4, 5]  # subject * 2 + month


def test_a_day_lies_in_one_piece_or_none():
    days = pl.Series([day("2025-12-31"), day("2026-01-31"), day("2026-02-01"), day("2026-03-01")])

    assert piece_of(days, MONTHS).tolist() == [-1, 0, 1, -1]
    assert piece_of(days, Pieces("month", ())).tolist() == [-1] * 4
    assert piece_of(pl.Series([None], dtype=pl.Int64), MONTHS).tolist() == [-1]
