"""Sample tables as CSV files."""

from datetime import date
from decimal import Decimal

from xingping.records.sample import make_office, write_csv

ROW = {"unit": "u1", "on": date(2026, 3, 1), "key": True, "score": Decimal("85.00"), "by": None}


def test_cells_are_written_as_a_clerk_reads_them(tmp_path):
    write_csv({"tasks": [ROW, ROW | {"key": False, "by": "甲,乙"}]}, tmp_path / "new")

    assert (tmp_path / "new" / "tasks.csv").read_bytes().decode() == (
        'unit,on,key,score,by\nu1,2026-03-01,是,85.00,\nu1,2026-03-01,否,85.00,"甲,乙"\n'
    )


def test_a_register_without_rows_has_no_file(tmp_path):
    assert write_csv({"tasks": [], "cases": [ROW]}, tmp_path) == [tmp_path / "cases.csv"]


def test_two_runs_write_the_same_bytes(tmp_path):
    first = write_csv(make_office(3, 1), tmp_path / "a")
    second = write_csv(make_office(3, 1), tmp_path / "b")

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
