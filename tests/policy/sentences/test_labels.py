from datetime import date
from fractions import Fraction

import pytest

from tests.policy.sentences.samples import rule, scheme
from xingping.policy.language.tree import LEVEL, RATIO, Ref, Rows
from xingping.policy.sentences.labels import bounds_words, days, label, rank_label, value_words
from xingping.policy.sentences.measured import Bounds, Measured, Row
from xingping.policy.sentences.say import place

ZH, EN = (place(Rows("subjects", "subjects"), scheme(), lang, None, {}) for lang in ("zh", "en"))
LOW, HIGH = Fraction(12), Fraction(15)


@pytest.mark.parametrize(
    ("bounds", "zh", "en"),
    [
        (Bounds(LOW, None), "至少12", "at least 12"),
        (Bounds(None, HIGH), "至多15", "at most 15"),
        (Bounds(LOW, HIGH), "12至15", "12 to 15"),
        (Bounds(LOW, LOW), "12", "12"),
        (Bounds(), "待定", "not yet known"),
    ],
)
def test_bounds_are_told_by_the_ends_there_are(bounds, zh, en):
    assert bounds_words(bounds, None, ZH) == zh
    assert bounds_words(bounds, None, EN) == en


def test_a_value_is_told_as_what_it_is():
    assert value_words(None, None, ZH) == "待定"
    assert value_words(True, None, ZH) == "是"
    assert value_words(date(2026, 6, 30), None, ZH) == "2026年6月30日"
    assert value_words(4, Ref("system", "stars", "", LEVEL), ZH) == "四星级"
    assert value_words(Fraction(4, 5), Ref("result", "x", "", RATIO), EN) == "80%"
    assert value_words("text", None, EN) == "text"


def test_a_rank_without_a_place_is_no_rank():
    assert rank_label(Bounds(), ZH) == "无名次"
    assert rank_label(3, EN) == "rank 3"


def test_many_days_are_cut_short():
    rows = tuple(Row("meetings", "", date(2026, month, 1)) for month in range(1, 7))

    assert days(rows, ZH) == "（2026年1月1日、2026年2月1日、2026年3月1日、2026年4月1日等）"
    assert days((Row("plans", "plans.csv:3"),), ZH) == ""


def test_a_count_of_one_is_singular_in_english():
    fold = rule("12", "3").first

    assert label(Measured(fold, 1), EN) == "1 innovation"
    assert label(Measured(fold, 2), EN) == "2 innovations"
    assert label(Measured(fold, Bounds(Fraction(2))), ZH) == "创新至少2项"
