from datetime import date, datetime
from decimal import Decimal

import polars as pl
import pytest

from tests.records.given import UNITS, columns, faults, folder, read
from xingping.records import parquet

FIRST = date(2026, 3, 1).toordinal()


def test_columns_of_every_type_are_read(tmp_path):
    folder(tmp_path, units="unit,group\n7,g\n")
    pl.DataFrame(
        {
            "单位编号": [7, 7, 7],
            "held_on": [date(2026, 3, 1), datetime.fromisoformat("2026-03-01"), None],
            "kind": pl.Series(["study", "文体", None], dtype=pl.Categorical),
            "group": [True, False, None],
            "recorded": [1, 0, None],
        },
        strict=False,
    ).drop_nulls("held_on").write_parquet(tmp_path / "activities.parquet")

    assert columns(tmp_path, "activities") == {
        "unit": ["7", "7"],
        "held_on": [FIRST, FIRST],
        "kind": ["study", "cultural_sports"],
        "group": [True, False],
        "recorded": [True, False],
    }
    assert read(tmp_path).tables["activities"].origin[1] == "activities.parquet:2"


@pytest.mark.parametrize(
    ("values", "kind", "units"),
    [
        ([18.7], pl.Float64, 1870),
        ([18.7], pl.Float32, 1870),
        ([Decimal("18.70")], pl.Decimal(10, 2), 1870),
        (["18.7"], pl.String, 1870),
        ([18], pl.Int8, 1800),
    ],
)
def test_scores_are_exact_whatever_their_type(tmp_path, values, kind, units):
    folder(tmp_path, units=UNITS)
    score = pl.Series(values, dtype=kind)
    pl.DataFrame({"unit": ["u1"], "year": [2026], "score": score}).write_parquet(
        tmp_path / "assessments.parquet"
    )

    assert columns(tmp_path, "assessments")["score"] == [units]


def test_a_time_of_day_and_no_number_are_told(tmp_path):
    folder(tmp_path, units=UNITS)
    pl.DataFrame({"unit": ["u1"], "year": [2026], "score": [float("nan")]}).write_parquet(
        tmp_path / "assessments.parquet"
    )
    pl.DataFrame(
        {"unit": ["u1"], "held_on": [datetime.fromisoformat("2026-03-01T08:00")], "kind": ["x"]}
    ).write_parquet(tmp_path / "studies.parquet")

    assert faults(tmp_path) == [
        ("assessments.parquet:1:3", "NaN", "score: a number is expected"),
        ("studies.parquet:1:2", "2026-03-01 08:00:00", "held on: a date has no time of day"),
    ]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1garbagePAR1", b"hello" * 100])
def test_what_is_no_parquet_is_told(tmp_path, content):
    folder(tmp_path, units=UNITS)
    (tmp_path / "activities.parquet").write_bytes(content)

    assert faults(tmp_path) == [("activities.parquet", "", "this is no sound Parquet file")]


def test_a_file_of_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "PARQUET_CELLS", 2)
    folder(tmp_path, units=UNITS)
    pl.DataFrame({"unit": ["u1"], "year": [2026], "score": [1]}).write_parquet(
        tmp_path / "assessments.parquet"
    )

    assert faults(tmp_path)[0][2].startswith("the file holds more than")


def test_days_beyond_the_calendar_are_told(tmp_path):
    folder(tmp_path, units=UNITS)
    far = pl.Series([10**7], dtype=pl.Int32).cast(pl.Date)
    pl.DataFrame({"unit": ["u1"], "held_on": far}).write_parquet(tmp_path / "activities.parquet")

    assert ("activities.parquet:1:2", "held on: a date is expected") in [
        (place, expected) for place, _, expected in faults(tmp_path)
    ]


def test_bytes_are_text_where_they_are_and_told_where_not(tmp_path):
    frame = pl.DataFrame({"unit": ["u1", "u2"], "group": ["g", "g"]})
    frame.with_columns(pl.col("unit").cast(pl.Binary)).write_parquet(tmp_path / "units.parquet")

    assert columns(tmp_path, "units")["unit"] == ["u1", "u2"]
    frame.with_columns(unit=pl.Series([b"\xff", b"\xfe"])).write_parquet(tmp_path / "units.parquet")
    assert faults(tmp_path)[0][2] == "branch id: one text, number or day is expected"


def test_a_column_of_lists_is_told(tmp_path):
    pl.DataFrame({"unit": [["u1"]], "group": ["g"]}).write_parquet(tmp_path / "units.parquet")

    assert faults(tmp_path) == [
        ("units.parquet:1:1", "['u1']", "branch id: one text, number or day is expected")
    ]
