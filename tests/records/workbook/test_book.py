from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.records.given import (
    LINKS,
    MAIN,
    PACKAGE,
    book,
    columns,
    faults,
    notes,
    raw_book,
    read,
    text_row,
)

UNITS = [["unit", "group"], [101, "g"], [102.0, "g"]]
ROWS = text_row(1, "unit", "group") + text_row(2, "u1", "g")
FIRST = date(2026, 3, 1).toordinal()


def test_each_sheet_is_a_register_by_id_or_title(tmp_path):
    path = book(
        tmp_path / "r.xlsx",
        **{
            " 单 位": UNITS,
            "ACTIVITIES": [
                ["活动台账"],
                [],
                ["单位\n编号", "活动日期", "活动类别", "集体活动", "有活动记录"],
                [101, datetime.fromisoformat("2026-03-01"), "文体", True, 0],
            ],
        },
    )

    records = read(path)

    assert columns(path, "units")["unit"] == ["101", "102"]
    assert {name: list(v) for name, v in records.tables["activities"].columns.items()} == {
        "unit": ["101"],
        "held_on": [FIRST],
        "kind": ["cultural_sports"],
        "group": [True],
        "recorded": [False],
    }
    assert list(records.tables["activities"].origin) == ["r.xlsx:ACTIVITIES:4"]


def test_dates_are_read_in_the_calendar_of_1904_and_on_hidden_sheets(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active.title = "units"
    for row in UNITS:
        workbook.active.append(row)
    sheet = workbook.create_sheet("学习活动")
    sheet.append(["unit", "held_on"])
    sheet.append([101, date(2026, 3, 1)])
    sheet.sheet_state = "veryHidden"
    workbook.save(tmp_path / "r.xlsx")

    assert columns(tmp_path / "r.xlsx", "studies")["held_on"] == [FIRST]


def test_a_percentage_and_a_long_id_are_told(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.title = "units"
    for row in UNITS:
        workbook.active.append(row)
    workbook.active.append([222401197001011234, "g"])
    scores = workbook.create_sheet("assessments")
    scores.append(["unit", "year", "score"])
    scores.append([101, 2026, 0.8])
    scores["C2"].number_format = "0%"
    workbook.save(tmp_path / "r.xlsx")

    assert [(at, said) for at, _, said in faults(tmp_path / "r.xlsx")] == [
        (
            "r.xlsx:units:A4",
            "branch id: this id is a number of more than 15 digits; the last ones may be lost",
        ),
        ("r.xlsx:assessments:C2", "score: a number is expected, not a percentage"),
    ]


def test_sheets_that_are_no_register_are_noted_and_near_misses_told(tmp_path):
    path = book(tmp_path / "r.xlsx", units=UNITS, 说明=[["x"]])
    assert notes(path) == [("r.xlsx:说明", "this is no register and is not read")]

    path = book(tmp_path / "r.xlsx", units=UNITS, 活动2=[["x"]], branch=UNITS)
    assert [fault[::2] for fault in faults(path)] == [
        ("r.xlsx:branch", "there is a 'branch' already (r.xlsx:units)"),
        ("r.xlsx:活动2", "no register has this name"),
    ]


def test_a_workbook_without_a_register_is_told(tmp_path):
    path = book(tmp_path / "r.xlsx", Sheet1=[["x"]])

    assert faults(path) == [("r.xlsx", "", "no sheet of this workbook is a register")]


def test_a_sheet_of_another_kind_is_noted(tmp_path):
    contents = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="units" r:id="r1"/>'
        '<sheet name="图" r:id="r2"/><sheet name="x" r:id="none"/></sheets></workbook>'
    )
    links = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{LINKS}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{LINKS}/chartsheet" '
        'Target="c.xml"/></Relationships>'
    )
    parts = {"xl/workbook.xml": contents, "xl/_rels/workbook.xml.rels": links}

    path = raw_book(tmp_path / "r.xlsx", ROWS, **parts)

    assert [at for at, _ in notes(path)] == ["r.xlsx:图", "r.xlsx:x"]


@pytest.mark.parametrize("part", ["_rels/.rels"])
def test_a_workbook_is_found_at_its_usual_place_without_a_link(tmp_path, part):
    path = raw_book(tmp_path / "r.xlsx", ROWS, **{part: None})

    assert columns(path, "units")["unit"] == ["u1"]


def test_a_damaged_sheet_leaves_the_others_to_be_checked(tmp_path):
    path = raw_book(tmp_path / "r.xlsx", "<row>")

    assert faults(path) == [
        ("r.xlsx:units", "", "the workbook is damaged or cut short and cannot be read")
    ]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_sheet_whose_part_is_lost_is_not_taken_for_an_empty_one(tmp_path, part):
    path = raw_book(tmp_path / "r.xlsx", ROWS, **{part: None})

    assert faults(path) == [
        ("r.xlsx:units", "", "the workbook is damaged or cut short and cannot be read")
    ]


def test_a_part_that_is_no_worksheet_is_not_taken_for_an_empty_one(tmp_path):
    path = raw_book(tmp_path / "r.xlsx", "", **{"xl/worksheets/sheet1.xml": "<html/>"})

    assert faults(path) == [
        ("r.xlsx:units", "", "the workbook is damaged or cut short and cannot be read")
    ]
