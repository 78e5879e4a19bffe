from datetime import date

import pytest

from xingping.records.workbook.styles import DATE, PERCENT, PLAIN, format_kind, styled
from xingping.records.written import Odd


@pytest.mark.parametrize(
    ("number", "code", "kind"),
    [
        (0, None, PLAIN),
        (14, None, DATE),
        (31, None, DATE),
        (57, None, DATE),
        (9, None, PERCENT),
        (164, "yyyy/m/d", DATE),
        (164, 'yyyy"年"m"月"d"日"', DATE),
        (164, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", DATE),
        (164, "[h]:mm", DATE),
        (164, "0.0%", PERCENT),
        (164, "General", PLAIN),
        (164, "0.00E+00", PLAIN),
        (164, "#,##0.00_);[Red](#,##0.00)", PLAIN),
        (164, '0"day"', PLAIN),
        (164, "@", PLAIN),
    ],
)
def test_a_format_shows_a_date_a_percentage_or_a_number(number, code, kind):
    assert format_kind(number, code) == kind


@pytest.mark.parametrize(
    ("serial", "since_1904", "day"),
    [
        (46082, False, date(2026, 3, 1)),
        (44620, True, date(2026, 3, 1)),
        (61, False, date(1900, 3, 1)),
        (59, False, date(1900, 2, 28)),
        (1, False, date(1900, 1, 1)),
        (0, True, date(1904, 1, 1)),
    ],
)
def test_a_day_is_counted_in_either_calendar(serial, since_1904, day):
    assert styled(float(serial), DATE, since_1904=since_1904) == day


@pytest.mark.parametrize(
    ("serial", "kind"),
    [(60, "serial"), (0, "serial"), (-1, "serial"), (1e9, "serial"), (0.5, "time")],
)
def test_a_date_number_that_is_no_day_is_odd(serial, kind):
    odd = styled(float(serial), DATE, since_1904=False)

    assert isinstance(odd, Odd)
    assert odd.kind == kind


def test_a_time_of_day_and_a_percentage_are_odd():
    assert styled(46082.5, DATE, since_1904=False) == Odd("time", "2026-03-01 12:00", 46082.5)
    assert styled(0.8, PERCENT, since_1904=False) == Odd("percent", "0.8 (%)", 0.8)
    assert styled(0.8, PLAIN, since_1904=False) == 0.8


def test_a_format_of_many_brackets_takes_no_time():
    assert format_kind(164, "[" * 1_000_000) == PLAIN
