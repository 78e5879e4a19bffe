"""The period at hand as a word, and from when something can be met again."""

from datetime import date

import pytest

from xingping.policy.scheme.scheme import Cycle
from xingping.policy.sentences.cycles import again_words, this_period

JUNE, JULY, NEXT_YEAR = date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("count", "unit", "zh", "en"),
    [
        (1, "year", "今年", "this year"),
        (3, "year", "本周期", "this period"),
        (1, "half", "本半年", "this half-year"),
        (1, "quarter", "本季度", "this quarter"),
        (1, "month", "本月", "this month"),
        (2, "month", "本周期", "this period"),
    ],
)
def test_the_period_is_that_of_the_cycle(count, unit, zh, en):
    cycle = Cycle(count, unit)

    assert (this_period(cycle, "zh"), this_period(cycle, "en")) == (zh, en)


def test_of_years_the_year_is_told():
    cycle = Cycle(1, "year")

    assert again_words(cycle, date(2026, 12, 31), NEXT_YEAR, "zh") == "2027年起可再达标"
    assert again_words(cycle, date(2026, 12, 31), date(2028, 1, 1), "en") == (
        "can be met again from 2028"
    )


def test_the_very_next_short_period_is_called_so():
    assert again_words(Cycle(1, "half"), JUNE, JULY, "zh") == "下个半年起可再达标"
    assert again_words(Cycle(1, "quarter"), JUNE, JULY, "en") == (
        "can be met again from the next quarter"
    )
    assert again_words(Cycle(2, "month"), JUNE, JULY, "en") == (
        "can be met again from the next period"
    )


def test_a_later_short_period_is_told_by_its_first_month():
    assert again_words(Cycle(1, "half"), JUNE, NEXT_YEAR, "zh") == "2027年1月起可再达标"
    assert again_words(Cycle(1, "month"), JUNE, NEXT_YEAR, "en") == "can be met again from 2027-01"
