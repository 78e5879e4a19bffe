from fractions import Fraction

import pytest

from tests.policy.language.world import KIND, SCOPE, WORDY, read
from xingping.policy.language.tree import ANY, DAY, LEVEL, NUMBER, RATIO, TEXT, YES, Rows
from xingping.policy.language.typing import (
    comparable,
    constant,
    fits,
    is_scale,
    joined,
    kind_name,
    orders,
    type_of,
)

NUMERIC, WORDS = SCOPE.names, WORDY.names


@pytest.mark.parametrize(
    ("types", "names", "together"),
    [
        ([NUMBER, RATIO], NUMERIC, RATIO),
        ([NUMBER, LEVEL], NUMERIC, LEVEL),
        ([LEVEL, RATIO], NUMERIC, None),
        ([NUMBER, LEVEL], WORDS, None),
        ([ANY, DAY], NUMERIC, DAY),
        ([ANY], NUMERIC, ANY),
        ([YES, TEXT], NUMERIC, None),
    ],
)
def test_types_go_together_or_not(types, names, together):
    assert joined(types, names) == together


def test_a_level_is_a_number_only_where_all_levels_are():
    assert comparable(LEVEL, NUMBER, NUMERIC)
    assert not comparable(LEVEL, NUMBER, WORDS)
    assert fits(NUMBER, LEVEL, NUMERIC)
    assert not fits(NUMBER, LEVEL, WORDS)
    assert not fits(LEVEL, NUMBER, WORDS)


def test_choices_and_texts_have_no_order():
    assert [orders(t) for t in (NUMBER, DAY, LEVEL, KIND, TEXT, YES)] == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("1 + 2 * 3 - 4 / 2", 5),
        ("-(1 + 1) + 80%", Fraction(-6, 5)),
        ("total + 1", None),
        ("1 - total", None),
        ("total", None),
    ],
)
def test_numbers_alone_make_a_constant(rule, value):
    assert constant(read(rule)) == value


def test_what_is_known_before_any_record_scales_a_ratio():
    assert is_scale(read("higher(line, 2) * -year + campaign_year"))
    assert not is_scale(read("higher(line, total)"))
    assert not is_scale(read("-total"))


def test_a_type_has_a_name_in_both_languages():
    assert kind_name(KIND)("zh") == "选项（kinds）"
    assert kind_name(NUMBER)("en") == "a number"


def test_rows_are_no_value():
    assert type_of(Rows("criteria", "criteria")) == ANY
