import pytest

from tests.records.given import columns, faults, notes, raw_book, read, text_row
from xingping.records.workbook import grid

HEAD = text_row(1, "unit", "group", "name")


def units(tmp_path, *rows, extra=None):
    return raw_book(tmp_path / "r.xlsx", HEAD + "".join(rows), extra=extra)


def row(line, third):
    return f'<row r="{line}"><c r="A{line}"><v>{line}</v></c><c r="B{line}" t="str"><v>g</v></c>{third}</row>'


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ('<c r="C2" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="C2" t="str"><f>""</f><v></v></c>', None),
        ('<c r="C2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="C2" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="C2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab"),
        ('<c r="C2" t="d"><v>2026-03-01T00:00:00</v></c>', "2026-03-01T00:00:00"),
        ('<c r="C2"/>', None),
        ('<c r="C2" s="9"><v>5</v></c>', "5"),
        ('<c r="C2"><v>18.699999999999999</v></c>', "18.7"),
    ],
)
def test_a_cell_is_read_as_stored(tmp_path, cell, name):
    assert columns(units(tmp_path, row(2, cell)), "units")["name"] == [name]


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ('<c r="C2" t="e"><v>#REF!</v></c>', "#REF!", "the cell holds an Excel error value"),
        ('<c r="C2" t="e"><f>A9</f><v>#N/A</v></c>', "#N/A", "the cell holds an Excel error value"),
        ('<c r="C2"><f>1+1</f></c>', "=1+1", "the formula has no stored result"),
        ('<c r="C2"><f>1+1</f><v></v></c>', "=1+1", "the formula has no stored result"),
        ('<c r="C2" t="str"><f>A1</f></c>', "=A1", "the formula has no stored result"),
    ],
)
def test_a_cell_without_a_value_to_read_is_told(tmp_path, cell, value, told):
    assert faults(units(tmp_path, row(2, cell))) == [("r.xlsx:units:C2", value, f"name: {told}")]


def test_a_cell_merged_down_counts_for_all_rows_with_something_of_their_own(tmp_path):
    merges = '<mergeCells count="2"><mergeCell ref="B2:B9"/><mergeCell ref="A1:C1"/></mergeCells>'
    rows = (
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2" t="str"><v>g</v></c></row>',
        '<row r="3"><c r="A3"><v>3</v></c></row>',
        '<row r="4"><c r="A4"/></row>',
        '<row r="5"><c r="A5"><v>5</v></c></row>',
    )

    path = units(tmp_path, *rows, extra=merges)

    assert columns(path, "units")["group"] == ["g", "g", "g"]
    assert list(read(path).tables["units"].origin) == [
        "r.xlsx:units:2",
        "r.xlsx:units:3",
        "r.xlsx:units:5",
    ]
    assert notes(path) == [("r.xlsx:units", "1 blank rows skipped: 4")]


def test_hidden_rows_and_columns_count(tmp_path):
    hidden = row(2, "").replace("<row ", '<row hidden="1" ')

    assert columns(
        units(tmp_path, hidden, extra='<cols><col min="1" max="3" hidden="1"/></cols>'), "units"
    )["unit"] == ["2"]


def test_rows_and_cells_without_a_name_follow_each_other(tmp_path):
    path = raw_book(
        tmp_path / "r.xlsx",
        text_row(1, "unit", "group").replace(' r="1"', "")
        + text_row(2, "u1", "g").replace(' r="2"', ""),
    )

    assert columns(path, "units") == {"unit": ["u1"], "group": ["g"]}


def test_a_sheet_of_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(grid, "CELLS_LIMIT", 5)

    assert faults(units(tmp_path, row(2, ""), row(3, ""))) == [
        ("r.xlsx:units", "", "the sheet has more than 5 cells")
    ]


def test_a_merge_over_the_whole_sheet_costs_nothing(tmp_path):
    merges = '<mergeCells><mergeCell ref="A2:A1048576"/></mergeCells>'

    assert columns(units(tmp_path, row(2, ""), row(3, ""), extra=merges), "units")["unit"] == [
        "2",
        "3",
    ]


def test_cells_far_to_the_right_are_left_out(tmp_path):
    assert columns(units(tmp_path, row(2, '<c r="XFD2"><v>1</v></c>')), "units")["unit"] == ["2"]


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="9999999"><c><v>1</v></c></row>',
        '<row r="1"><c t="s"><v>0</v></c></row>',
        '<row r="1"><c><v>one</v></c></row>',
        '<row r="1"><c><v>1</v></row>',
        "&undefined;",
        '<row r="1"><c r="ABCD1"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
    ],
)
def test_damage_is_told(tmp_path, cells):
    path = raw_book(tmp_path / "r.xlsx", cells)

    assert faults(path) == [
        ("r.xlsx:units", "", "the workbook is damaged or cut short and cannot be read")
    ]
