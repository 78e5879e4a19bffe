from fractions import Fraction

import pytest

from tests.policy.language.world import INSIDE, problems, read
from xingping.policy.language.tree import LEVEL, NUMBER, RATIO, Arith, Call, Number

ROUND = "round the ratio first: round(…, 0.01)"


def test_a_chain_is_read_from_the_left():
    tree = read("1 - 2 + 3")

    inner = Arith("-", Number(Fraction(1)), Number(Fraction(2)), NUMBER)
    assert tree == Arith("+", inner, Number(Fraction(3)), NUMBER)


def test_a_minus_before_a_number_is_part_of_it():
    assert read("-5%") == Number(Fraction(-1, 20), percent=True)
    assert read("-total") == Arith("-", None, read("total"), NUMBER)


@pytest.mark.parametrize("rule", ["1 × 2 ÷ 4", "1 * 2 / 4", "1＊2／4"])
def test_signs_may_be_chinese_or_wide(rule):
    assert read(rule) == read("1 * 2 / 4")


@pytest.mark.parametrize(
    ("rule", "type_"),
    [
        ("total / 3", NUMBER),
        ("2 / 3", NUMBER),
        ("total / (1 + 2)", NUMBER),
        ("total / line", RATIO),
        ("total / count(cases)", RATIO),
        ("turnout + 1", RATIO),
        ("turnout / 2", RATIO),
        ("turnout / line", RATIO),
        ("line * turnout", RATIO),
        ("-turnout", RATIO),
        ("abs(turnout)", RATIO),
        ("floor(turnout)", NUMBER),
        ("round(turnout, 0.01)", NUMBER),
        ("turnout otherwise 0", RATIO),
        ("band + 1", NUMBER),
        ("lower(band, 4)", LEVEL),
        ("lower(total, 4)", NUMBER),
        ("unknown", read("unknown").type),
    ],
)
def test_a_division_stays_a_ratio_until_it_is_rounded(rule, type_):
    assert read(rule).type == type_


def test_the_worth_of_a_criterion_may_scale_a_ratio():
    assert read("worth * committee", INSIDE).type == RATIO


@pytest.mark.parametrize(
    ("rule", "column", "what", "hint"),
    [
        ("turnout * total", 11, "a ratio may only be scaled by a constant", ROUND),
        ("turnout / total", 11, "a ratio may only be divided by a constant", ROUND),
        ("total / turnout", 9, "the divisor may not be a ratio", ROUND),
        ("lower(1, turnout)", 10, "lower and higher refuse a ratio", ROUND),
        ("lower(1, held)", 10, "yes or no is neither lower nor higher", ""),
        ("1 / 0", 5, "a division by 0", ""),
        ("1 / (1 - 1)", 6, "a division by 0", ""),
        ("1 / (1 / 0)", 10, "a division by 0", ""),
        ("held + 1", 1, "yes or no cannot be computed with", ""),
        ('1 + "a"', 5, "a text cannot be computed with", ""),
        ("lower(1)", 1, "'lower' does not take 1 arguments", "its form: lower(a, b)"),
        ("floor(1, 2)", 1, "'floor' does not take 2 arguments", "its form: floor(x)"),
        ("round(total)", 1, "'round' does not take 1 arguments", "its form: round(x, 0.01)"),
        ("round(1, 0)", 10, "the step of a rounding is a number over 0", "such as 0.01 or 1"),
        ("round(1, total)", 10, "the step of a rounding is a number over 0", "such as 0.01 or 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_a_problem(rule, column, what, hint):
    found = problems(rule)

    assert (column, what, hint) in found


def test_a_function_takes_values_only():
    assert read("lower(1, 2, 3)") == Call(
        "lower", tuple(Number(Fraction(n)) for n in (1, 2, 3)), NUMBER
    )
    assert [what for _, what, _ in problems("lower(1, cases where serious)")] == [
        "a value is expected here"
    ]
