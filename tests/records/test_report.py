from datetime import date

import openpyxl
import polars as pl
import pytest

from tests.records.given import UNITS, A, book, folder, raw_book, read
from xingping.records.report import write_report
from xingping.records.table import RecordsFaultyError


def report(path, target, lang="en"):
    with pytest.raises(RecordsFaultyError) as raised:
        read(path, A)
    write_report(path, raised.value.faults, target, lang)
    return openpyxl.load_workbook(target)


def notes_in(sheet):
    return {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}


def test_a_workbook_comes_back_with_its_cells_and_the_bad_ones_marked(tmp_path):
    book(
        tmp_path / "r.xlsx",
        单位=[["说明"], ["unit", "group", "name"], [7, "g", "=1+1"], ["u2", None, "+x"]],
        备忘=[["@x", date(2026, 3, 1), True, 1.5]],
    )

    workbook = report(tmp_path / "r.xlsx", tmp_path / "e.xlsx")

    assert workbook.sheetnames == ["List of faults", "单位", "备忘"]
    sheet = workbook["单位"]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["说明", None, None],
        ["unit", "group", "name"],
        [7, "g", "=1+1"],
        ["u2", None, "+x"],
    ]
    assert {cell.data_type for row in sheet for cell in row} == {"s", "n"}
    assert list(notes_in(sheet)) == ["C3", "B4"]
    assert sheet["B4"].fill.fgColor.rgb == "FFFFD9D6"
    assert sheet["A4"].fill.fgColor.rgb != "FFFFD9D6"
    memo = workbook["备忘"][1]
    assert memo[0].value == "@x"
    assert [memo[1].is_date, memo[2].value, memo[3].value] == [True, True, 1.5]


def test_the_first_sheet_lists_all_faults_with_links(tmp_path):
    book(tmp_path / "r.xlsx", 单位=[["unit", "group"], ["u1", None], ["u1", "g"]])

    listed = report(tmp_path / "r.xlsx", tmp_path / "e.xlsx", "zh")["问题清单"]

    rows = [[cell.value for cell in row] for row in listed]
    assert rows[0] == ["序号", "文件", "工作表", "单元格", "内容", "问题", "怎么办"]
    assert rows[1] == [1, "r.xlsx", "单位", "B2", None, "所属：不能空着", "请补填"]
    assert listed["D3"].hyperlink.location == "'单位'!A3"


def test_csv_and_parquet_files_become_sheets(tmp_path):
    rows = "unit,held_on,kind,group,recorded\nu1,2026-03-01,study,是,是\n\nu2,=1,study,是,是,more\n"
    (tmp_path / "in").mkdir()
    path = folder(tmp_path / "in", units=UNITS, activities=rows)
    pl.DataFrame({"unit": ["u1"], "year": [2026], "score": [101.5]}).write_parquet(
        path / "assessments.parquet"
    )

    workbook = report(path, tmp_path / "e.xlsx")

    assert workbook.sheetnames == ["List of faults", "activities", "assessments", "units"]
    assert list(notes_in(workbook["activities"])) == ["B4", "F4"]
    assert workbook["activities"]["B4"].value == "=1"
    assert workbook["activities"]["B4"].data_type == "s"
    assert list(notes_in(workbook["assessments"])) == ["C2"]
    assert workbook["assessments"]["C2"].value == 101.5


def test_what_cannot_be_read_stands_in_the_list_only(tmp_path):
    (tmp_path / "r.xlsx").write_bytes(b"PK\x03\x04 cut short")

    workbook = report(tmp_path / "r.xlsx", tmp_path / "e.xlsx")

    assert workbook.sheetnames == ["List of faults"]
    assert workbook["List of faults"]["B2"].value == "r.xlsx"


def test_a_mended_report_can_be_read_again(tmp_path):
    cells = '<row r="1"><c t="inlineStr"><is><t>unit</t></is></c><c t="inlineStr"><is><t>group</t></is></c></row>'
    raw_book(
        tmp_path / "r.xlsx", cells + '<row r="2"><c><v>7</v></c><c t="e"><v>#N/A</v></c></row>'
    )

    workbook = report(tmp_path / "r.xlsx", tmp_path / "e.xlsx")
    workbook["units"]["B2"] = "g"
    workbook.save(tmp_path / "e.xlsx")

    assert list(read(tmp_path / "e.xlsx").tables["units"].columns["group"]) == ["g"]
