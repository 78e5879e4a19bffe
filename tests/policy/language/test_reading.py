import pytest

from tests.policy.language.world import problems, read
from xingping.policy.language.reading import narrowed, parse, span_of
from xingping.policy.language.tree import Span


@pytest.mark.parametrize(
    ("wide", "plain"),
    [
        ("（1＋2）×3－4＊5／6", "(1+2)*3-4*5/6"),
        ("次数（立案　其中　严重 ＝ 是）＜＝80％", "count(cases where serious = yes) <= 80%"),
        ("team．passed", "team.passed"),
        ("较低（1，2）", "lower(1, 2)"),
        ("count(meetings where title = “甲（一）”)", 'count(meetings where title = "甲（一）")'),
    ],
)
def test_full_width_signs_are_read_one_for_one(wide, plain):
    assert len(narrowed(wide)) == len(wide)
    assert read(wide) == read(plain)


def test_a_text_in_quotes_keeps_its_signs():
    assert narrowed('（"（"，“，”') == '("（",“，”'


def test_each_month_in_chinese_is_two_words():
    assert read("合计(每月, 1)") == read("sum(each month, 1)")


def test_a_rule_may_run_over_several_lines():
    assert problems("total\n  + nosuch") == [
        (11, "nothing here is called 'nosuch'", problems("nosuch")[0][2])
    ]


def test_every_part_knows_its_place():
    raw = parse("1 + count(cases)")

    assert span_of(raw) == Span(0, 16)
    assert span_of(raw.children[2]) == Span(4, 16)


@pytest.mark.parametrize(
    ("rule", "column", "what"),
    [
        ("", 1, "the rule is empty"),
        (" \n ", 1, "the rule is empty"),
        ("count(cases", 12, "a closing bracket ')' is missing"),
        ("not", 4, "the rule ends too early"),
        ("1 +  ", 4, "the rule ends too early"),
        ("1 2", 3, "'2' does not belong here"),
        ("1 ~ 2", 3, "'~' does not belong here"),
        ("1" + " " * 20000, 20001, "the rule has over 20000 characters"),
        ("not " * 60 + "held", 237, "more than 60 levels of nesting"),
        ("+".join("1" * 70), 1, "more than 60 levels of nesting"),
    ],
)
def test_a_text_that_is_no_rule_is_a_problem_with_its_column(rule, column, what):
    assert [(at, told) for at, told, _ in problems(rule)] == [(column, what)]
