"""Windows of time: what a year, a period, a few months or a week cover on a given day."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.oracle.random_rules import small_scheme
from xingping.policy.language.tree import Window
from xingping.rating.compile import setting as times
from xingping.rating.compile.expressions import col, num
from xingping.rating.compile.setting import Setting


def day(text):
    return date.fromisoformat(text).toordinal()


def setting(on="2026-10-15", *, reach=False, cycle=None, **parameters):
    scheme = small_scheme()
    if cycle is not None:
        unit, count = cycle
        scheme = replace(scheme, cycle=replace(scheme.cycle, unit=unit, count=count))
    return Setting.of(scheme, 2026, day(on), parameters, reach=reach)


def said(span):
    return str(date.fromordinal(span.start)), str(date.fromordinal(span.end))


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (None, "2026-01-01", "2026-12-31"),
        (Window("span", 3, "year"), "2024-01-01", "2026-12-31"),
        (Window("span", 24, "month"), "2024-10-16", "2026-10-15"),
        (Window("span", 90, "day"), "2026-07-18", "2026-10-15"),
        (Window("span", 2, "week"), "2026-10-02", "2026-10-15"),
        (Window("span", 2, "period"), "2025-01-01", "2026-12-31"),
        (Window("this", unit="year"), "2026-01-01", "2026-12-31"),
        (Window("previous", unit="year"), "2025-01-01", "2025-12-31"),
        (Window("this", unit="quarter"), "2026-10-01", "2026-12-31"),
        (Window("previous", unit="quarter"), "2026-07-01", "2026-09-30"),
        (Window("previous", unit="month"), "2026-09-01", "2026-09-30"),
        (Window("this", unit="week"), "2026-10-12", "2026-10-18"),
        (Window("previous", unit="week"), "2026-10-05", "2026-10-11"),
    ],
)
def test_a_window_covers_these_days_on_the_fifteenth_of_october(window, first, last):
    assert said(setting().span(window)) == (first, last)


def test_months_back_from_a_day_that_the_month_lacks_start_on_its_last():
    assert times.months_before(day("2026-03-31"), 1) == day("2026-02-28")
    assert times.months_before(day("2024-03-31"), 1) == day("2024-02-29")
    assert times.months_before(day("2026-01-15"), 13) == day("2024-12-15")


def test_a_cycle_of_two_years_ends_with_the_rated_one():
    two = setting(cycle=("year", 2))

    assert said(two.period) == ("2025-01-01", "2026-12-31")
    assert said(two.periods(1)) == ("2023-01-01", "2024-12-31")
    assert said(two.span(Window("span", 2, "period"))) == ("2023-01-01", "2026-12-31")


def test_a_cycle_of_a_quarter_is_the_quarter_of_the_day():
    assert said(setting(cycle=("quarter", 1)).period) == ("2026-10-01", "2026-12-31")
    assert said(setting("2027-02-01", cycle=("quarter", 1)).period) == ("2026-10-01", "2026-12-31")
    assert said(setting(cycle=("quarter", 1)).periods(4)) == ("2025-10-01", "2025-12-31")


def test_pieces_are_those_that_have_begun():
    now = setting("2026-05-01")

    months = now.pieces("month", now.period)
    assert len(months.spans) == 5
    assert said(months.spans[1]) == ("2026-02-01", "2026-02-28")
    assert [said(s) for s in now.pieces("quarter", now.period).spans] == [
        ("2026-01-01", "2026-03-31"),
        ("2026-04-01", "2026-06-30"),
    ]


def test_weeks_lie_in_the_period_whole():
    year = setting("2026-12-31")

    weeks = year.pieces("week", year.period).spans
    assert said(weeks[0]) == ("2026-01-05", "2026-01-11")  # 1 January is a Thursday
    assert said(weeks[-1]) == ("2026-12-21", "2026-12-27")
    assert len(weeks) == 51


def test_all_pieces_are_ahead_while_the_year_may_still_change():
    open_year = setting("2026-01-10", reach=True)

    assert len(open_year.pieces("month", open_year.period).spans) == 12
    assert open_year.today is col("today")
    assert setting("2026-01-10").today is num(day("2026-01-10"))


def test_the_campaign_counts_from_its_first_year():
    assert setting(first_year=Fraction(2024)).campaign_year == 3
    assert setting().campaign_year is None


def test_quarters_end_on_their_last_day():
    ends = [str(date.fromordinal(setting().periods_end(q))) for q in range(1, 5)]

    assert ends == ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]
