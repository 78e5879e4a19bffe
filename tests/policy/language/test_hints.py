import pytest

from tests.policy.language.world import problems
from xingping.policy.language.hints import chinese_number


@pytest.mark.parametrize(
    ("rule", "column", "hint"),
    [
        ("total >= 10分", 12, "write the number without a unit: 10; write: total >= 10"),
        ("turnout 80%以上", 9, "write: turnout >= 80%"),
        (
            "turnout >= 80%以上",
            15,
            "write the comparison as a sign: x >= 80%; write: turnout >= 80%",
        ),
        ("total 60以下", 7, "write: total <= 60"),
        ("total <= 60以下", 12, "write the comparison as a sign: x <= 60; write: total <= 60"),
        ("turnout >= 百分之八十", 12, "write 80%; write: turnout >= 80%"),
        ("turnout >= 百分之80", 15, "write 80%; write: turnout >= 80%"),
        ("turnout >= 百分之许多", 12, "write a percent sign: 80%"),
        ("turnout >= 80%%", 15, "one percent sign is enough; write: turnout >= 80%"),
        ("total >= 三", 10, "write the number as 3; write: total >= 3"),
        ("total >= １０", 10, "use plain digits: 10; write: total >= 10"),
        ("total == 1", 7, "write '='; write: total = 1"),
        ("total => 1", 7, "write '>='; write: total >= 1"),
        ("held && held", 6, "write 'and'; write: held and held"),
        ("lower(1、2)", 8, "write ','; write: lower(1,2)"),
        ("总分 不低于 3", 4, "write '≥'; write: 总分 >= 3"),
        ("已获五星 和 已获五星", 6, "write '且'; write: 已获五星 且 已获五星"),
        ("次数(立案 其中严重)", 7, "words need spaces: 其中 严重; write: 次数(立案 其中 严重)"),
        ("次数(立案 近三年)", 7, "words need spaces: 近 3 年; write: 次数(立案 近3年)"),
        ("已获五星 且总分", 6, "words need spaces: 且 总分"),
        (
            "80%以上",
            4,
            "write the comparison as a sign: x >= 80%; points have no percent sign: x >= 80",
        ),
        ("totl", 1, "did you mean 'total'?"),
        ('"abc', 1, 'a text stands between two quotes: "abc"'),
        ("cases where serious", 7, "'where' follows a register in a fold: count(register where …)"),
        ("each month", 1, "it stands in a fold: sum(each month, …)"),
        ("total -> 1", 7, "-> stands in by(...) only"),
        ("1 2", 3, ""),
    ],
)
def test_what_people_write_has_a_hint_what_to_write_instead(rule, column, hint):
    assert [(at, told) for at, _, told in problems(rule)] == [(column, hint)]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("三", 3), ("十", 10), ("十二", 12), ("八十", 80), ("九十九", 99), ("一百", 100),
        ("一百零五", 105), ("三百六十", 360), ("百", None), ("年", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_in_chinese_is_understood(word, number):
    assert chinese_number(word) == number


@pytest.mark.parametrize(
    "rule",
    [
        "count(cases within 30 days after meetings) = 0",
        "count(cases over 30 days after meetings) = 0",
        "count(cases) = 0 after 30 days",
        "次数(立案 近 30 日 之后) = 0",
        "count(cases where filed_on - withdrawn_on > 30) = 0",
        "count(cases where filed_on <= withdrawn_on + 30 days) = 0",
    ],
)
def test_what_comes_after_what_is_refused_with_a_way_round(rule):
    assert any("give the first one a day field" in told for _, _, told in problems(rule))
