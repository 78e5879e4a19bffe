"""Registers in Parquet: columns by kind, absent ones empty, and faults by name."""

from datetime import date

import polars as pl
import pytest

from tests.oracle.random_rules import small_scheme
from xingping.rating.compile.polars import OTHER
from xingping.rating.register_files import RegisterFiles, faulty
from xingping.records.reading import RecordsFaultyError
from xingping.records.table import RecordFault

WORDS = {"flat": 0, "round": 1}


@pytest.fixture
def files(tmp_path):
    return RegisterFiles(small_scheme(), tmp_path, WORDS)


def read(files, *fields, **columns):
    """The cells of these fields in a file of events with these columns."""
    pl.DataFrame(columns).write_parquet(files.folder / "events.parquet")
    lazy = files.scan("events")
    return lazy.select(files.columns("events", fields, lazy)).collect()


def test_a_register_without_a_file_is_none(files):
    assert files.scan("events") is None


def test_days_and_numbers_become_whole_numbers(files):
    found = read(
        files,
        "held_on",
        "grade",
        "people",
        held_on=[date(1970, 1, 2), date(2026, 3, 1)],
        grade=[9.29, 0.01],
        people=[3, None],
    )

    assert found["held_on"].to_list() == [719164, date(2026, 3, 1).toordinal()]
    assert found["grade"].to_list() == [929, 1]
    assert found["people"].to_list() == [3, None]


def test_words_become_codes_whether_said_by_id_or_title(files):
    found = read(files, "kind", kind=["flat", "圆形", "round", None, "triangle"])

    assert found["kind"].to_list() == [0, 1, 1, None, OTHER]
    with pytest.raises(RecordsFaultyError):
        files.check("events", found)


def test_a_word_of_the_list_that_nothing_asks_for_is_no_fault(files):
    found = read(files, "kind", kind=["square"])

    assert found["kind"].to_list() == [2]
    files.check("events", found)


def test_a_column_that_is_not_there_is_empty(files):
    found = read(files, "people", "open", people=[1, 2])

    assert found["open"].to_list() == [None, None]
    assert found.schema["open"] == pl.Boolean


def test_a_column_of_another_type_is_a_fault(files):
    with pytest.raises(RecordsFaultyError):
        read(files, "people", people=["three"])
    with pytest.raises(RecordsFaultyError):
        read(files, "open", open=[1])


def test_a_broken_file_is_a_fault(files):
    (files.folder / "events.parquet").write_text("no parquet")

    with pytest.raises(RecordsFaultyError):
        files.columns("events", ["people"], files.scan("events"))


def test_a_fault_names_the_file_and_the_column():
    (fault,) = faulty("events", "people", "不对", "wrong").faults

    assert isinstance(fault, RecordFault)
    assert (fault.file, fault.cell) == ("events.parquet", "people")
