import os
import subprocess
import sys

import pytest

from tests.records.given import ACTIVITIES, UNITS, B, faults, folder, notes, read
from xingping.records.sample.csv_files import write_csv
from xingping.records.sample.office import make_office


def test_a_sample_year_of_an_office_has_no_fault(tmp_path):
    write_csv(make_office(3, 1), tmp_path)

    records = read(tmp_path)

    assert len(records.tables["units"]) == 14
    assert records.notes == ()


def test_a_missing_path_is_told(tmp_path):
    assert (
        faults(tmp_path / "none.xlsx")[0][2]
        == "it cannot be opened (there is no such file or folder)"
    )


@pytest.mark.parametrize(
    ("name", "content"), [("units.csv", b"unit\n"), ("notes.txt", b"x"), ("a.ods.bak", b"")]
)
def test_a_file_that_is_no_workbook_is_told(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    assert (
        faults(tmp_path / name)[0][2]
        == "an .xlsx workbook is expected, or a folder of CSV or Parquet files"
    )


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "r.xlsx")

    assert faults(tmp_path / "r.xlsx")[0][2].startswith("an .xlsx workbook is expected")


def test_a_register_without_rows_may_have_no_file(tmp_path):
    assert faults(folder(tmp_path, units=UNITS)) == []


def test_without_the_register_of_the_subjects_no_one_is_rated(tmp_path):
    path = folder(tmp_path, activities=ACTIVITIES + "u1,2026-03-01,study,是,是\n")

    assert [said for *_, said in faults(path)] == ["'units' is missing: whom to rate is not known"]


def test_no_one_to_rate_is_noted(tmp_path):
    path = folder(tmp_path, units="unit,group\n")

    assert notes(path, B) == [("units.csv", "there is no one to rate: the result is empty")]


def test_unknown_ids_are_not_told_again_where_their_register_is_broken(tmp_path):
    path = folder(
        tmp_path, units='unit,group\nu1,"g\n', activities=ACTIVITIES + "u1,2026-03-01,study,是,是\n"
    )

    assert [at for at, *_ in faults(path)] == ["units.csv:2:1"]


def test_the_order_of_rows_and_files_does_not_matter(tmp_path):
    rows = ["u1,2026-03-01,study,是,是\n", "u2,2026-03-02,other,否,否\n"]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = read(folder(tmp_path / "a", units=UNITS, activities=ACTIVITIES + "".join(rows)))
    second = read(
        folder(tmp_path / "b", activities=ACTIVITIES + "".join(reversed(rows)), units=UNITS)
    )

    assert list(first.tables) == list(second.tables)
    one, other = first.tables["activities"].columns, second.tables["activities"].columns
    assert {name: sorted(v) for name, v in one.items()} == {
        name: sorted(v) for name, v in other.items()
    }


def test_reading_csv_loads_neither_polars_nor_xlsxwriter(tmp_path):
    folder(tmp_path, units=UNITS)
    code = (
        "import sys; from pathlib import Path; from xingping.policy.scheme.load import load_scheme;"
        "from xingping.records.reading import read_records;"
        f"read_records(Path({str(tmp_path)!r}), load_scheme('office-branches'), year=2026);"
        "print(sorted({'polars', 'xlsxwriter', 'openpyxl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
