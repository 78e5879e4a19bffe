"""Whose records rows are: by the id of the subject, or by the field that names another's."""

import polars as pl
import pytest

from tests.oracle.random_rules import small_scheme
from xingping.rating.compile.cells import RowSet
from xingping.rating.owners import PLACE, Owners
from xingping.rating.register_files import RegisterFiles

SUBJECTS = pl.DataFrame({"unit": ["a", "b", "c"], "owner": ["b", None, "b"]})
ROWS = pl.LazyFrame({"unit": ["c", "b", "x", "b"], "people": [1, 2, 3, 4]})


@pytest.fixture
def owners(tmp_path):
    files = RegisterFiles(small_scheme(), tmp_path, {})
    return Owners(files, SUBJECTS, pl.Enum(["a", "b", "c"]))


def placed(owners, row_set):
    frame = owners.placed(row_set, ROWS, [pl.col("people")]).collect()
    return sorted(zip(frame[PLACE].to_list(), frame["people"].to_list(), strict=True))


def test_rows_stand_with_their_own_subject(owners):
    assert placed(owners, RowSet("events")) == [(1, 2), (1, 4), (2, 1)]  # x is no subject


def test_rows_of_a_link_count_for_all_who_name_their_owner(owners):
    assert placed(owners, RowSet("events", "owner")) == [(0, 2), (0, 4), (2, 2), (2, 4)]


def test_the_column_of_the_owner_is_that_of_the_subject(owners):
    assert owners.column(RowSet("events")) == "unit"
    assert owners.column(RowSet("points")) == "unit"
