import pytest

from xingping.policy.words import Text
from xingping.records import sheet
from xingping.records.sheet import Findings, letters, position
from xingping.records.table import RecordFault


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_a_workbook_calls_them(column, name):
    assert letters(column) == name
    assert position(f"{name}14") == (14, column)


def test_places_without_a_cell_come_first():
    assert position("") == (0, 0)
    assert position("14:3") == (14, 2)


def fault(cell):
    return RecordFault("a.csv", "", cell, "", Text("错", "wrong"), Text("改", "mend"))


def test_faults_are_listed_by_place():
    found = Findings()
    for cell in ("10:1", "9:2", "9:1"):
        found.fault(fault(cell))

    assert [one.cell for one in found.all_faults()] == ["9:1", "9:2", "10:1"]


def test_of_countless_faults_some_are_listed_and_the_rest_counted(monkeypatch):
    monkeypatch.setattr(sheet, "MOST_FAULTS", 2)
    found = Findings()
    for line in range(5):
        found.fault(fault(f"{line + 1}:1"))

    assert [one.expected.en for one in found.all_faults()] == [
        "wrong",
        "wrong",
        "3 more faults are not listed",
    ]
