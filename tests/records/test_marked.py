import openpyxl
import xlsxwriter

from xingping.policy.words import Text
from xingping.records.marked import TEXT, Marker
from xingping.records.sheet import Block, Sheet
from xingping.records.table import RecordFault
from xingping.records.written import Odd


def marked(tmp_path, sheet, marks):
    fault = RecordFault("f", "", "", "", Text("错", "wrong"), Text("改", "mend"))
    with xlsxwriter.Workbook(tmp_path / "m.xlsx", {"constant_memory": True}) as book:
        Marker(book, "en").write("x", sheet, {at: [fault] * count for at, count in marks.items()})
    return openpyxl.load_workbook(tmp_path / "m.xlsx")["x"]


def sheet_of(*rows):
    block = Block(range(1, len(rows) + 1), list(zip(*rows, strict=True)))
    return Sheet(
        "f",
        "x",
        [(1, rows[0])],
        lambda _start, _width: iter([block]),
        letters=True,
        width=len(rows[0]),
    )


def test_marks_stand_before_between_and_after_the_rows(tmp_path):
    page = marked(tmp_path, sheet_of(["a"], ["b"]), {(0, 2): 1, (1, 0): 2, (5, 5): 1})

    notes = {cell.coordinate: cell.comment.text for row in page for cell in row if cell.comment}
    assert notes == {"C1": "wrong; mend", "A2": "wrong; mend\nwrong; mend", "F6": "wrong; mend"}


def test_odd_cells_are_given_back_as_they_are(tmp_path):
    row = [
        Odd("percent", "0.8 (%)", 0.8),
        Odd("time", "x", 46082.5),
        Odd("formula", "=A1"),
        1e20,
        "x" * 40_000,
        0.3,
    ]

    first = marked(tmp_path, sheet_of(row), {})[1]

    assert [cell.number_format for cell in first][:2] == ["0.00%", "yyyy-mm-dd hh:mm"]
    assert [first[2].value, first[2].data_type, first[3].value] == ["=A1", "s", "1e+20"]
    assert len(first[4].value) == TEXT
    assert first[5].value == 0.3
