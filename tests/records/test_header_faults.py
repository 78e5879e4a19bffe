from tests.records.given import UNITS, A, faults, folder, notes


def test_a_header_that_nearly_matches_is_told(tmp_path):
    path = folder(tmp_path, units="unit,groups\nu1,g\n")

    assert faults(path, A) == [("units.csv:1:2", "groups", "no column has this name")]


def test_two_columns_of_one_field_are_told(tmp_path):
    path = folder(tmp_path, units="unit,group,单位编号*\nu1,g,u1\n")

    assert faults(path) == [("units.csv:1:3", "单位编号*", "'branch id' has two columns (see 1:1)")]


def test_every_missing_column_is_told(tmp_path):
    path = folder(tmp_path, units=UNITS, activities="unit,held_on\nu1,2026-03-01\n")

    assert [said for *_, said in faults(path)] == [
        "the column 'kind' (kind) is missing",
        "the column 'group activity' (group) is missing",
        "the column 'recorded' (recorded) is missing",
    ]


def test_no_header_within_six_rows_is_told(tmp_path):
    path = folder(tmp_path, units="x\n" * 6 + UNITS)

    assert faults(path) == [("units.csv:1:1", "", "no header within the first 6 rows")]


def test_five_rows_may_stand_above_the_header(tmp_path):
    path = folder(tmp_path, units="标题\n\n,\n说明,x\n五\n" + UNITS)

    assert faults(path) == []


def test_extra_columns_are_noted(tmp_path):
    path = folder(tmp_path, units="unit,备注,group,,x\nu1,,g,,y\n")

    assert notes(path) == [
        ("units.csv:1:2", "'备注' is no column of this register and is not read"),
        ("units.csv:1:5", "'x' is no column of this register and is not read"),
        ("units.csv:1:4", "a blank column is skipped"),
    ]
