import pytest

from tests.records.given import ACTIVITIES, UNITS, columns, faults, folder, notes
from xingping.records import comma, sheet

ROW = "u1,2026-03-01,study,是,是\n"


def test_every_fault_of_every_kind_is_told_at_once(tmp_path):
    path = folder(
        tmp_path,
        units="unit,group\nu1,\nu1,g\n",
        activities=ACTIVITIES + "u9,2026-02-30,x,maybe,是\n",
        meetings="unit,held_on,expected,present,late\nu1,2026-03-01,-1,1.5,1\n",
        planz="unit\n",
    )

    assert [(at, value) for at, value, _ in faults(path)] == [
        ("planz.csv", ""),
        ("units.csv:2:2", ""),
        ("units.csv:3:1", "u1"),
        ("meetings.csv:1:1", ""),
        ("meetings.csv:2:3", "-1"),
        ("meetings.csv:2:4", "1.5"),
        ("activities.csv:2:1", "u9"),
        ("activities.csv:2:2", "2026-02-30"),
        ("activities.csv:2:3", "x"),
        ("activities.csv:2:4", "maybe"),
    ]


def test_a_cell_is_told_once(tmp_path):
    path = folder(tmp_path, units="unit,group\n#REF!,g\n")

    assert faults(path) == [
        ("units.csv:2:1", "#REF!", "branch id: the cell holds an Excel error value")
    ]


def test_blank_rows_between_are_noted_and_those_at_the_end_are_not(tmp_path):
    path = folder(
        tmp_path, units=UNITS, activities=ACTIVITIES + ROW + "\n , ,\u3000,,\n" + ROW + ",,,,\n\n"
    )

    assert notes(path) == [("activities.csv", "2 blank rows skipped: 3, 4")]
    assert len(columns(path, "activities")["unit"]) == 2


def test_a_column_without_a_header_is_noted(tmp_path):
    path = folder(tmp_path, units="unit,,group\nu1,x,g\n")

    assert notes(path) == [("units.csv:1:2", "this column has no header and is not read")]


def test_listed_words_are_read_by_id_and_both_titles(tmp_path):
    rows = "".join(
        f"u1,2026-03-01,{kind},是,是\n"
        for kind in ("cultural_sports", "文体", "Cultural or Sports")
    )
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + rows)

    assert columns(path, "activities")["kind"] == ["cultural_sports"] * 3


def test_dates_of_standing_things_may_lie_far_back(tmp_path):
    path = folder(tmp_path, units="unit,group,since\nu1,g,1949-10-01\n")

    assert faults(path) == []


def test_records_of_other_years_are_no_error(tmp_path):
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + "u1,2019-03-01,study,是,是\n")

    assert faults(path) == []


@pytest.mark.parametrize("above", ["\n" * 6, ",,\n" * 9])
def test_rows_far_below_an_empty_top_are_not_taken_for_none(tmp_path, above):
    path = folder(
        tmp_path, units=UNITS, activities=above + ACTIVITIES + "u1,2026-03-01,study,1,1\n"
    )

    assert faults(path) == [("activities.csv:1:1", "", "no header within the first 6 rows")]


def test_a_file_of_blank_lines_has_no_rows(tmp_path):
    path = folder(tmp_path, units=UNITS, activities="\n" * 50)

    assert faults(path) == []


def test_with_too_many_faults_the_rest_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sheet, "MOST_FAULTS", 2)
    monkeypatch.setattr(comma, "BLOCK_ROWS", 3)
    rows = "".join(f"u1,2026-02-3{i},study,1,1\n" for i in range(9))
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + rows)

    assert [what for _, _, what in faults(path)] == [
        "held on: there is no such day",
        "held on: there is no such day",
        "too many faults: the other rows are not checked",
    ]
