from datetime import date
from fractions import Fraction

import pytest

from xingping.policy.sentences.figures import (
    article,
    counted,
    day,
    figure,
    listed,
    part,
    percent,
    plural,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(12), "12"),
        (Fraction("10.80"), "10.8"),
        (Fraction("-0.05"), "-0.05"),
        (Fraction(0), "0"),
        (Fraction(100), "100"),
        (Fraction(1, 3), "1/3"),
    ],
)
def test_a_number_is_exact_and_has_no_trailing_zeros(value, text):
    assert figure(value) == text


def test_a_percentage_is_marked_where_it_is_not_exact():
    assert percent(Fraction(12, 15), "zh") == "80%"
    assert percent(Fraction(1, 3), "zh") == "约33.33%"
    assert percent(Fraction(2, 3), "en") == "about 66.67%"
    assert percent(Fraction(833, 1000), "en") == "83.3%"


def test_a_share_just_below_the_whole_is_not_told_as_the_whole_without_a_mark():
    assert percent(Fraction(99999, 100000), "zh") == "约100%"


def test_a_day_is_written_as_each_language_does():
    assert day(date(2026, 6, 30), "zh") == "2026年6月30日"
    assert day(date(2026, 6, 30), "en") == "2026-06-30"


def test_small_numbers_are_words():
    assert [counted(n, "zh") for n in (1, 2, 3, 10, 11)] == ["一", "两", "三", "十", "11"]
    assert [counted(n, "en") for n in (2, 12)] == ["two", "12"]


def test_a_fraction_is_a_word_where_there_is_one():
    assert part(Fraction(1, 5), "zh") == "五分之一"
    assert part(Fraction(2, 3), "en") == "two thirds"
    assert part(Fraction(1, 20), "zh") == "5%"


def test_the_plural_is_that_of_the_first_noun():
    nouns = [
        "branch",
        "body",
        "entry of the ledger",
        "act in the app",
        "points of the month",
        "day",
    ]

    assert [plural(noun) for noun in nouns] == [
        "branches", "bodies", "entries of the ledger", "acts in the app", "points of the month", "days",
    ]  # fmt: skip


def test_an_article_fits_the_sound():
    assert article("innovation") == "an innovation"
    assert article("plan") == "a plan"


def test_a_list_has_its_link_before_the_last():
    assert listed(["甲", "乙", "丙"], "zh", "且") == "甲、乙且丙"
    assert listed(["a", "b", "c"], "en", "or") == "a, b or c"
    assert listed(["a"], "en", "or") == "a"
    assert listed([], "en", "or") == ""
