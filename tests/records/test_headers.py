import pytest

from xingping.records.headers import find_header, nearest

NAMES = {
    "unit": "unit",
    "单位编号": "unit",
    "held_on": "held_on",
    "活动日期": "held_on",
    "by": "by",
    "年度": "year",
}


def test_the_header_is_the_row_that_names_most_columns():
    rows = [
        ["活动台账"],
        [None, "单位编号"],
        ["unit", "活动日期", "备注"],
        ["u1", "2026-01-01", "unit"],
    ]

    found = find_header(rows, NAMES)

    assert found.row == 2
    assert found.columns == {"unit": 0, "held_on": 1}
    assert found.extra == [2]


def test_a_header_in_the_seventh_row_is_too_low():
    rows = [["x"]] * 6 + [["unit", "held_on"]]

    assert find_header(rows, NAMES).row == -1


def test_two_columns_of_one_field_are_told_apart_from_extras():
    found = find_header([["Unit*", "held_on", "单位 编号"]], NAMES)

    assert found.columns == {"unit": 0, "held_on": 1}
    assert found.twice == [(2, "unit", 0)]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("unti", "unit"),
        ("units", "unit"),
        ("heldon", "held_on"),
        ("活动日期(必填)", "活动日期"),
        ("活动期", "活动日期"),
        ("年度表", "年度"),
        ("年份", None),
        ("备注", None),
        ("bx", None),
        ("", None),
    ],
)
def test_a_slip_is_near_and_another_word_is_not(name, near):
    assert nearest(name, NAMES) == near


def test_a_name_of_many_brackets_takes_no_time():
    assert nearest("(" * 100_000, NAMES) is None
