import os

import pytest

from tests.records.given import UNITS, book, columns, faults, folder, notes


@pytest.mark.parametrize("name", ["units", "Units", "单位", "branch", "ＵＮＩＴＳ"])
def test_a_file_goes_by_id_or_title(tmp_path, name):
    path = folder(tmp_path, **{name: UNITS})

    assert columns(path, "units")["unit"] == ["u1", "u2"]


def test_two_files_of_one_register_are_told(tmp_path):
    path = folder(tmp_path, units=UNITS, 单位=UNITS)

    assert faults(path) == [("单位.csv", "", "there is a 'branch' already (units.csv)")]


def test_a_name_that_nearly_matches_is_told_and_any_other_is_noted(tmp_path):
    path = folder(tmp_path, units=UNITS, activties="unit\n")
    assert faults(path) == [("activties.csv", "", "no register has this name")]

    (tmp_path / "activties.csv").unlink()
    (tmp_path / "照片.csv").write_text("x\n")
    (tmp_path / "readme.md").write_text("x\n")
    (tmp_path / ".DS_Store").write_text("x\n")
    (tmp_path / "old").mkdir()
    said = "this is no register and is not read"
    assert notes(path) == [("old", said), ("readme.md", said), ("照片.csv", said)]


def test_a_workbook_beside_csv_files_is_not_read_and_noted(tmp_path):
    path = folder(tmp_path, units=UNITS)
    book(tmp_path / "r.xlsx", units=[["unit", "group"], ["u9", "g"]])

    assert columns(path, "units")["unit"] == ["u1", "u2"]
    assert [at for at, _ in notes(path)] == ["r.xlsx"]


def test_a_folder_without_registers_is_told(tmp_path):
    book(tmp_path / "r.xlsx", units=[["unit"]])

    assert faults(tmp_path)[0][2] == "no register (CSV or Parquet) is in this folder"


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_bears_the_name_of_a_register_but_is_no_file_is_told(tmp_path, make):
    folder(tmp_path, units=UNITS)
    make(tmp_path / "activities.csv")

    assert faults(tmp_path) == [("activities.csv", "", "this is no file")]


def test_a_link_that_leads_nowhere_is_told_by_its_name(tmp_path):
    folder(tmp_path, units=UNITS)
    (tmp_path / "activities.csv").symlink_to(tmp_path / "none")
    (tmp_path / "plans.csv").symlink_to(tmp_path / "plans.csv")

    assert faults(tmp_path) == [
        ("activities.csv", "", "it cannot be opened (there is no such file or folder)"),
        ("plans.csv", "", "it cannot be opened (a link leads back to itself)"),
    ]
