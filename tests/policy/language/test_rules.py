import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.policy.language.world import EVERY_RULE, SCOPE, WORDY, problems, read
from xingping.policy.language.problems import RuleError
from xingping.policy.language.tree import LEVEL, NUMBER, RATIO, TEXT, YES

ODD = [
    "次数(",
    "立案",
    "其中",
    "每月",
    "近三年",
    "（",
    "，",
    "“",
    "百分之八十",
    "１０",
    "10分",
    "\n",
]
WORDS = [*sorted({word for _, rule in EVERY_RULE for word in rule.split()}), *ODD]


@pytest.mark.parametrize(("scope", "rule"), EVERY_RULE)
def test_every_form_of_the_language_is_read(scope, rule):
    assert problems(rule, scope) == []


@pytest.mark.parametrize(
    ("rule", "expect", "wrong"),
    [
        ("turnout", NUMBER, "a number is needed here, not a ratio"),
        ("held", NUMBER, "a number is needed here, not yes or no"),
        ("total", YES, "yes or no is needed here, not a number"),
        ("total", TEXT, "a text is needed here, not a number"),
        ("turnout", LEVEL, "a level is needed here, not a ratio"),
    ],
)
def test_a_rule_of_another_type_than_its_place_asks_for_is_a_problem(rule, expect, wrong):
    assert [what for _, what, _ in problems(rule, expect=expect)] == [wrong]


@pytest.mark.parametrize(
    ("rule", "expect"), [("total", RATIO), ("turnout", RATIO), ("total", LEVEL), ("stars", NUMBER)]
)
def test_a_place_takes_what_can_be_computed_with_there(rule, expect):
    assert problems(rule, expect=expect) == []


def test_a_word_is_a_level_where_a_level_is_asked_for():
    assert read("high", WORDY, LEVEL).type == LEVEL


def test_a_number_is_no_level_where_levels_are_words():
    assert problems("total", WORDY, LEVEL) == [(1, "a level is needed here, not a number", "")]


def test_several_problems_are_told_together_in_the_order_of_the_text():
    assert [column for column, *_ in problems("totl + lin * count(casses)")] == [1, 8, 20]


def test_no_more_than_a_page_of_problems_is_told():
    assert len(problems("lower(" + ", ".join(f"x{i}x" for i in range(90)) + ")")) == 20


@pytest.mark.parametrize(
    "rule",
    [
        "(" * 9000 + "1" + ")" * 9000,
        "-" * 19000 + "1",
        "+".join("1" * 9000),
        "not " * 4000 + "held",
        "count(cases where " * 1000,
        "any(cases, " * 1500 + "yes" + ")" * 1500,
        "held and " * 2000 + "held",
        "lower(" + ",".join(f"x{i}" for i in range(3000)) + ")",
        "a" * 20000,
        "其中" * 9000,
        "9" * 19999,
    ],
)
def test_a_rule_of_any_size_is_answered_at_once(rule):
    started = time.perf_counter()

    problems(rule)

    assert time.perf_counter() - started < 2


def answers(rule):
    """Whether ``rule``, which may be anything, is read or refused with places within it."""
    try:
        read(rule)
    except RuleError as error:
        return all(0 <= p.at.start <= p.at.end <= len(rule) for p in error.problems)
    return True


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(rule):
    assert answers(rule)


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_row_of_words_is_read_or_refused(words):
    assert answers(" ".join(words))


@settings(max_examples=300)
@given(st.sampled_from(EVERY_RULE), st.data())
def test_a_rule_with_a_slip_is_read_or_refused(scoped, data):
    rule = scoped[1]
    start = data.draw(st.integers(0, len(rule)))
    end = data.draw(st.integers(start, min(len(rule), start + 6)))
    slip = data.draw(st.sampled_from(["", " ", "(", ")", ",", "-", "1", "%", "其中", *WORDS]))

    assert answers(rule[:start] + slip + rule[end:])


def test_a_rule_is_read_in_a_scope_without_any_names():
    assert SCOPE.names.levels_numeric
    assert read("1 + 1").type == NUMBER
