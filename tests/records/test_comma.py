import pytest

from tests.records.given import ACTIVITIES, UNITS, columns, faults, folder, notes, read
from xingping.records import comma


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_is_read_in_each_encoding_with_each_line_end(tmp_path, encoding, end):
    text = f"单位编号,所属,名称{end}u1,机关党委,第一支部𠮷{end}"

    path = folder(tmp_path, units=text.encode(encoding))

    assert columns(path, "units") == {"unit": ["u1"], "group": ["机关党委"], "name": ["第一支部𠮷"]}


def test_a_row_stands_at_the_line_on_which_it_begins(tmp_path):
    path = folder(tmp_path, units='unit,group,name\nu1,g,"two\nlines"\nu2,g,x\n')

    assert list(read(path).tables["units"].origin) == ["units.csv:2", "units.csv:4"]


def test_text_in_no_known_encoding_is_told_with_its_line(tmp_path):
    path = folder(tmp_path, units=b"unit,group\nu1,g\nu\xff,g\n")

    assert faults(path)[0] == ("units.csv:3:1", "", "this is text neither in UTF-8 nor in GB 18030")


@pytest.mark.parametrize("start", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_told(tmp_path, start):
    path = folder(tmp_path, units=start + "unit".encode("utf-16-le"))

    assert faults(path)[0][2] == "this is text neither in UTF-8 nor in GB 18030"


def test_binary_garbage_is_told(tmp_path):
    path = folder(tmp_path, units=b"unit,group\nu1,\0g\n")

    assert faults(path)[0] == (
        "units.csv:2:1",
        "",
        "the file holds NUL characters; it is no CSV text",
    )


def test_an_unclosed_quote_is_told_where_it_begins(tmp_path):
    path = folder(tmp_path, units='unit,group\nu1,g\nu2,"g\nu3,g\n')

    assert faults(path) == [
        (
            "units.csv:3:1",
            "",
            "a quotation mark is not closed: all that follows is taken as one cell",
        )
    ]


def test_a_misplaced_quote_is_told(tmp_path):
    path = folder(tmp_path, units='unit,group\nu1,"g"x\n')

    assert faults(path) == [("units.csv:2:1", "", "the quotation marks are misplaced")]


def test_a_cell_beyond_the_header_is_told_and_a_short_row_is_not(tmp_path):
    path = folder(
        tmp_path,
        units=UNITS,
        activities=ACTIVITIES + "u1,2026-03-01,文体,是,是,,extra\nu1,2026-03-02\n",
    )

    assert faults(path) == [
        ("activities.csv:2:7", "extra", "this row has more cells than the header")
    ]


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(comma, "CSV_LIMIT", 10)
    path = folder(tmp_path, units=UNITS)

    assert faults(path)[0][0] == "units.csv"
    assert "larger than" in faults(path)[0][2]


def test_a_large_file_is_read_block_by_block(tmp_path):
    rows = [f"u{n % 2 + 1},2026-03-01,study,是,{n % 3 % 2}" for n in range(20_000)]
    more = ["", ",,,", "u1,2026-03-02,study,是,是"]
    path = folder(
        tmp_path, units=UNITS, activities=ACTIVITIES + "\n".join([*rows[:19_990], *more, *rows[:8]])
    )

    table = read(path).tables["activities"]

    assert len(table) == 19_999
    assert table.origin[19_990] == "activities.csv:19994"
    assert notes(path) == [("activities.csv", "2 blank rows skipped: 19992, 19993")]


def test_an_empty_file_is_a_register_without_rows(tmp_path):
    path = folder(tmp_path, units=UNITS, activities=b"")

    assert len(read(path).tables["activities"]) == 0


def test_a_cell_that_swallows_the_file_is_told(tmp_path):
    path = folder(tmp_path, units='unit,group\nu1,"' + "x" * 200_000 + "\n")

    assert faults(path) == [
        (
            "units.csv:2:1",
            "",
            "a cell is far too long; a quotation mark before it may not be closed",
        )
    ]


def test_a_header_of_countless_columns_is_told(tmp_path):
    path = folder(tmp_path, units="unit,group" + "," * 2_000 + "\nu1,g\n")

    assert faults(path) == [("units.csv", "", "there are more than 1024 columns")]


def test_a_row_of_countless_cells_is_told_once(tmp_path):
    path = folder(tmp_path, units="unit,group\nu1,g" + ",x" * 100_000 + "\n")

    assert [at for at, *_ in faults(path)] == ["units.csv:2:3"]


def test_an_endless_line_is_told_before_it_fills_the_memory(tmp_path):
    path = folder(tmp_path, units="unit,group\nu1,g" + "," * (6 << 20))

    assert faults(path)[0] == (
        "units.csv:2:1",
        "",
        "this line is longer than 4 MB; this looks like no CSV text",
    )


def test_lines_of_commas_are_blank_ones(tmp_path):
    path = folder(tmp_path, units="unit,group\nu1,g\n,\n\nu2,g\n,\n")

    assert columns(path, "units")["unit"] == ["u1", "u2"]
    assert notes(path) == [("units.csv", "2 blank rows skipped: 3, 4")]
