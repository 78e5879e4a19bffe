import io

import openpyxl

from xingping.cli.formats.workbook import as_workbook
from xingping.policy.scheme.load import load_scheme

ONE = {
    "subject": "007",
    "name": "=1+1",
    "rank": 1,
    "score": "79.99",
    "score_low": None,
    "veto": [],
    "items": {"1": "10.80"},
}


def test_numbers_are_numbers_and_texts_stay_texts():
    book = openpyxl.load_workbook(
        io.BytesIO(as_workbook(load_scheme("office-branches"), [ONE], ["why"], "en"))
    )
    sheet = book["ratings"]

    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        (1, "n"),
        ("007", "s"),
        ("=1+1", "s"),
        (79.99, "n"),
        (None, "n"),
        (None, "n"),
        (10.8, "n"),
    ]
    assert sheet["D2"].number_format == "0.00"
    assert book["basis"]["A1"].value == "why"


def test_no_one_rated_is_a_workbook_with_heads_only():
    book = openpyxl.load_workbook(
        io.BytesIO(as_workbook(load_scheme("office-branches"), [], [], "zh"))
    )

    assert book["评定结果"].max_row == 1
    assert book["评定结果"]["B1"].value == "编号"
