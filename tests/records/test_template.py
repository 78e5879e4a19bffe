from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.records.given import BM, A, B, columns, faults, notes, scheme
from xingping.records.layout import layouts
from xingping.records.reading import read_records
from xingping.records.template import free_name, write_template

POLICIES = sorted(
    file.parent for file in (Path(__file__).parents[1] / "policies").glob("*/scheme.nt")
)


@pytest.mark.parametrize("name", [A, B, BM])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_template_reads_back_without_a_fault(tmp_path, name, lang):
    write_template(scheme(name), tmp_path / "t.xlsx", lang)

    assert faults(tmp_path / "t.xlsx", name) == []
    assert [said for _, said in notes(tmp_path / "t.xlsx", name)] == [
        "there is no one to rate: the result is empty",
    ]


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.name)
def test_other_people_s_policies_have_templates_too(tmp_path, path):
    write_template(scheme(path), tmp_path / "t.xlsx", "en")

    records = read_records(tmp_path / "t.xlsx", scheme(path), year=2026)
    assert len(records.notes) == 1


def test_a_filled_template_reads_back(tmp_path):
    write_template(scheme(A), tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "t.xlsx")
    workbook["单位"].append(["001", "=第一支部", "机关党委"])
    workbook["单位"]["B2"].data_type = "s"
    workbook["活动"].append(["001", date(2026, 3, 1), "文体", "是", "否"])
    workbook["台账建立情况"].append(["*", "活动", 2026])
    workbook.save(tmp_path / "t.xlsx")

    assert columns(tmp_path / "t.xlsx", "units")["unit"] == ["001"]
    assert columns(tmp_path / "t.xlsx", "units")["name"] == ["=第一支部"]
    assert columns(tmp_path / "t.xlsx", "activities")["kind"] == ["cultural_sports"]
    assert columns(tmp_path / "t.xlsx", "kept")["register"] == ["activities"]


def test_each_register_the_scheme_reads_has_a_sheet_with_notes_checks_and_a_frozen_header(tmp_path):
    write_template(scheme(A), tmp_path / "t.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "t.xlsx")

    read = [layout.register.title.zh for layout in layouts(scheme(A)).values() if layout.read]
    assert workbook.sheetnames == ["填写说明", *read]
    assert workbook["填写说明"].max_row == 6
    sheet = workbook["活动"]
    assert [cell.value for cell in sheet[1]][:4] == [
        "单位编号*",
        "活动日期*",
        "活动类别*",
        "集体活动*",
    ]
    assert sheet["C1"].comment.text.endswith("依据：A-S5.7")
    assert sheet.freeze_panes == "A2"
    checks = {str(v.sqref).partition(":")[0]: v for v in sheet.data_validations.dataValidation}
    assert checks["A2"].formula1 == "'单位'!$A$2:$A$5001"
    assert checks["B2"].type == "date"
    assert checks["C2"].formula1 == '"文体,学习,服务,其他"'
    assert checks["D2"].formula1 == '"是,否"'
    assert checks["D2"].error == "是 或 否；空着表示不清楚"
    declared = workbook["申报"].data_validations.dataValidation
    assert [v.formula1 for v in declared][-1] == '"3,4,5"'
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    scores = workbook["年度考核"].data_validations.dataValidation
    assert [(v.type, v.formula1, v.formula2) for v in scores][-1] == ("decimal", "0", "100")
    assert workbook["单位"].column_dimensions["A"].width > 10


def test_whom_the_records_point_at_has_a_sheet_from_which_ids_are_chosen(tmp_path):
    plums = next(path for path in POLICIES if path.name == "39-red-plum-members")
    write_template(scheme(plums), tmp_path / "t.xlsx")

    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert [cell.value for cell in book["农户"][1]] == ["户号*", "户主"]
    chosen = {rule.formula1 for rule in book["联户"].data_validations.dataValidation}
    assert chosen == {"'党员'!$A$2:$A$5001", "'农户'!$A$2:$A$5001"}
    assert "须在“农户”中" in book["联户"]["B1"].comment.text


def test_ids_in_a_template_are_checked_once_they_are_listed(tmp_path):
    plums = next(path for path in POLICIES if path.name == "39-red-plum-members")
    write_template(scheme(plums), tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    book["党员"].append(["m1", None, "u1"])
    book["农户"].append(["h1", "王"])
    book["联户"].append(["m1", "h2"])
    book.save(tmp_path / "t.xlsx")

    told = [("t.xlsx:联户:B2", "h2", "household: no household has this id")]
    assert faults(tmp_path / "t.xlsx", plums) == told


def test_no_cell_of_a_template_is_a_formula(tmp_path):
    write_template(scheme(B), tmp_path / "t.xlsx")

    for sheet in openpyxl.load_workbook(tmp_path / "t.xlsx"):
        assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}


def test_the_same_template_has_the_same_bytes(tmp_path):
    write_template(scheme(BM), tmp_path / "a.xlsx")
    write_template(scheme(BM), tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_template_goes_nowhere_where_there_is_no_folder(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_template(scheme(A), tmp_path / "none" / "t.xlsx")


def test_a_free_name_is_no_register_s():
    assert free_name("单位", {"单位"}) == "单位-02"
    assert free_name("填写说明", {"单位"}) == "填写说明"
