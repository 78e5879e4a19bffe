from xingping.records.blanks import Blanks
from xingping.records.sheet import Findings, Sheet

SHEET = Sheet("a.csv", "", (), lambda _start, _width: iter(()), letters=False)


def told(*blocks):
    blanks, found = Blanks(), Findings()
    for lines, last in blocks:
        blanks.take(lines, last)
    blanks.tell(SHEET, found)
    return [note.say("en") for note in found.notes]


def test_blank_lines_count_only_before_the_last_row():
    assert told(([2, 4], 3)) == ["a.csv: 1 blank rows skipped: 2"]
    assert told(([4], 3)) == []
    assert told(([4], 3), ([], 9)) == ["a.csv: 1 blank rows skipped: 4"]


def test_a_block_of_blank_lines_alone_counts_once_a_row_follows():
    assert told(([2, 3], None)) == []
    assert told(([2, 3], None), ([4], 5)) == ["a.csv: 3 blank rows skipped: 2, 3, 4"]


def test_only_the_first_ten_are_named():
    assert told((list(range(2, 22)), None), ([], 50)) == [
        "a.csv: 20 blank rows skipped: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 ..."
    ]


def test_a_count_at_the_limit_of_a_workbook_is_called_a_least():
    assert told((list(range(2, 1002)), 5000))[0].startswith("a.csv: at least 1000 blank rows")
