from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xingping.policy.words import Text
from xingping.records import cells, sayings
from xingping.records.sayings import Problem
from xingping.records.written import Flag, Odd

WHOLE = cells.number(Fraction(1), Fraction(0), Fraction(10**8))
POINTS = cells.number(Fraction(1, 100), Fraction(0), Fraction(100))
DAY = cells.day(2026, 20)
FIRST_OF_MARCH = date(2026, 3, 1).toordinal()


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 3, 1),
        "2026-03-01",
        "2026/3/1",
        "2026-3-1",
        "2026.3.1",
        "2026年3月1日",
        "２０２６－０３－０１",
        " 2026-03-01\u200b",
        "2026-03-01 00:00",
        "2026-03-01T00:00:00",
        "2026/3/1 0:00",
    ],
)
def test_a_day_is_read_in_every_form_people_write_it(cell):
    assert DAY(cell) == FIRST_OF_MARCH


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("2026-02-29", "there is no such day"),
        ("2026-13-01", "there is no such day"),
        ("2026/3-1", "a date is expected"),
        ("三月一日", "a date is expected"),
        ("2026-03-01 14:30", "a date has no time of day"),
        ("46082", "a date is expected, not a number"),
        (46082.0, "a date is expected, not a number"),
        (Odd("time", "x"), "a date has no time of day"),
        (Odd("serial", "60"), "there is no such day"),
        (date(2005, 12, 31), "this is more than 20 years from the rated year 2026"),
        ("2047-01-01", "this is more than 20 years from the rated year 2026"),
    ],
)
def test_what_is_no_day_is_told(cell, told):
    assert DAY(cell).expected.en == told


def test_twenty_years_away_is_still_near():
    assert DAY("2006-01-01") == date(2006, 1, 1).toordinal()
    assert DAY("2046-12-31") == date(2046, 12, 31).toordinal()
    assert cells.day(2026, None)("1949-10-01") == date(1949, 10, 1).toordinal()


@pytest.mark.parametrize(
    "cell", ["12", "12.0", "１２", " 12\u00a0", "12.00", 12.0, 12, Decimal("12.0")]
)
def test_a_whole_number_is_read_in_every_form(cell):
    assert WHOLE(cell) == 12


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("many", sayings.NO_NUMBER),
        ("1e5", sayings.POWER),
        ("1,000", sayings.THOUSANDS),
        ("80%", sayings.PERCENT),
        ("８０％", sayings.PERCENT),
        (Odd("percent", "0.8"), sayings.PERCENT),
        (Flag.YES, sayings.NO_NUMBER),
        (date(2026, 1, 1), sayings.NO_NUMBER),
        (float("nan"), sayings.NO_NUMBER),
        (float("inf"), sayings.NO_NUMBER),
        ("9" * 5000, sayings.NO_NUMBER),
        ("#REF!", sayings.odd("error")),
        (Odd("error", "#N/A"), sayings.odd("error")),
        (Odd("formula", "=1+1"), sayings.odd("formula")),
    ],
)
def test_what_is_no_number_is_told(cell, problem):
    assert WHOLE(cell) == problem


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("-1", "a number is not negative"),
        (-0.5, "a number is not negative"),
        ("12.5", "a whole number is expected"),
        ("100000001", "from 0 to 100000000 is expected"),
    ],
)
def test_a_number_out_of_its_limits_is_told(cell, told):
    assert WHOLE(cell).expected.en == told


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("18.5", 1850),
        (18.7, 1870),
        (0.1 + 0.2, 30),
        ("0.07", 7),
        (100, 10000),
    ],
)
def test_points_are_whole_hundredths(cell, units):
    assert POINTS(cell) == units


@pytest.mark.parametrize("cell", ["1.234", 1.001, 18.70001, Decimal("0.125")])
def test_more_than_two_decimals_are_told(cell):
    assert POINTS(cell).expected.en == "at most two decimals are expected"


@given(st.integers(0, 10_000))
def test_points_survive_a_number_cell_and_text_alike(units):
    assert POINTS(units / 100) == POINTS(f"{units / 100:.2f}") == units


@pytest.mark.parametrize("cell", ["", " ", "\u3000\u200b\ufeff", None])
@pytest.mark.parametrize(
    "parse", [WHOLE, POINTS, DAY, cells.yes, cells.identifier, cells.text(compared=True)]
)
def test_an_empty_cell_is_unknown(cell, parse):
    assert parse(cell) is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("是", True),
        ("YES", True),
        ("True", True),
        ("1", True),
        (1.0, True),
        (1, True),
        (Flag.YES, True),
        ("否", False),
        ("No", False),
        ("FALSE", False),
        ("０", False),
        (0.0, False),
        (Flag.NO, False),
    ],
)
def test_yes_and_no_are_read_in_every_form(cell, value):
    assert cells.yes(cell) is value


@pytest.mark.parametrize("cell", ["maybe", "2", 0.5, "√", date(2026, 1, 1)])
def test_what_is_neither_yes_nor_no_is_told(cell):
    assert cells.yes(cell) == sayings.NO_YES


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("001", "001"),
        (" ｕ1 ", "u1"),
        (101.0, "101"),
        (101, "101"),
        (999999999999999.0, "999999999999999"),
    ],
)
def test_an_id_is_text_or_the_digits_of_a_whole_number(cell, value):
    assert cells.identifier(cell) == value


def test_an_id_of_more_digits_than_a_number_holds_is_told():
    assert cells.identifier(2.2240119700101123e17) == sayings.LONG_ID
    assert cells.identifier(1000000000000000.0) == sayings.LONG_ID
    assert cells.identifier("222401197001011234") == "222401197001011234"
    assert cells.identifier("2.22401E+17") == sayings.LONG_ID  # as CSV holds it
    assert cells.identifier("1E5") == "1E5"
    assert cells.identifier(1.5) == sayings.NO_ID
    assert cells.identifier(date(2026, 1, 1)) == sayings.NO_ID


def test_a_listed_word_is_read_by_id_and_title_in_any_case():
    words = {"study": "study", "学习": "study"}
    parse = cells.listed(words, [Text("学习", "study")])

    assert parse("STUDY") == parse("学习") == parse(" ｓtudy") == "study"
    assert parse("studi").todo.en == "did you mean 'study'?"
    assert parse("xyz").expected.en == "one of these is expected: study"


def test_a_level_is_read_by_number_or_name():
    parse = cells.level({"四星级": 4}, WHOLE)

    assert parse("四星级") == parse("4") == parse(4.0) == 4
    assert isinstance(parse("很好"), Problem)


def test_text_keeps_its_form_unless_it_is_compared():
    assert cells.text(compared=False)(" 支部（一）\u00a0") == "支部（一）"
    assert cells.text(compared=True)(" 支部（一）\u00a0") == "支部(一)"
    assert cells.text(compared=True)(7.0) == "7"
    assert cells.text(compared=True)(Flag.YES) == "TRUE"
    assert cells.text(compared=True)(date(2026, 3, 1)) == "2026-03-01"


def test_a_year_lies_near_the_rated_one():
    parse = cells.calendar_year(2026, 20)

    assert parse("2026") == parse(2026.0) == 2026
    assert parse("206").expected.en == "this is more than 20 years from the rated year 2026"


@given(st.one_of(st.text(), st.floats(), st.dates(), st.decimals(), st.integers()))
def test_any_cell_is_a_value_or_a_problem(cell):
    for parse in (WHOLE, POINTS, DAY, cells.yes, cells.identifier, cells.text(compared=True)):
        assert isinstance(parse(cell), (int, bool, str, Problem, type(None)))
