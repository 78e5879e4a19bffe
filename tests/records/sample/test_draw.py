"""Where a sample's chance comes from."""

from decimal import Decimal

import pytest

from xingping.records.sample.draw import (
    calendar_year,
    check_years,
    draw,
    hundredths,
    workday,
)


def test_a_purpose_draws_the_same_on_every_machine():
    assert [draw(1, "units").randint(0, 999), draw(1, "cases").randint(0, 999)] == [8, 735]


def test_years_of_the_campaign_are_calendar_years():
    assert [calendar_year(year) for year in (1, 2, 3)] == [2024, 2025, 2026]


def test_a_workday_is_one():
    days = [workday(draw(1, turn), 2026, 3) for turn in range(50)]

    assert all(day.weekday() < 5 and day.month == 3 for day in days)


def test_hundredths_have_two_decimals():
    assert (str(hundredths(8500)), hundredths(1)) == ("85.00", Decimal("0.01"))


def test_a_month_beyond_december_is_refused():
    check_years(3, 12)
    with pytest.raises(ValueError, match="13"):
        check_years(3, 13)
