import time

import pytest

from tests.policy.language.world import problems
from xingping.policy.language.mending import mended
from xingping.policy.language.problems import RuleError
from xingping.policy.language.reading import parse


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("total 85分以上", "total >= 85"),
        ("total 85 分及以上", "total >= 85"),
        ("总分不低于80分", "总分 >= 80"),
        ("总分低于六十", "总分 < 60"),
        ("turnout 达到百分之八十", "turnout >= 80%"),
        ("turnout at least 80%", "turnout >= 80%"),
        ("turnout >= %80", "turnout >= 80%"),
        ("total 75—85", "75 <= total <= 85"),
        ("total 在 75 至 85 之间", "75 <= total <= 85"),
        ("total >= 75；total < 85", "total >= 75 and total < 85"),
        ("total >= 75, total < 85", "total >= 75 and total < 85"),
        ("总分 ≥ 75，总分 ＜ 85。", "总分 ≥ 75 且 总分 < 85"),
        ("held && total => 3", "held and total >= 3"),
        ("held || total =< 3", "held or total <= 3"),
        ("held AND total <> 3", "held and total != 3"),
        ("2 x total == 10", "2 * total = 10"),
        ("【total】 >= 3", "(total) >= 3"),
        ("(total >= 3", "(total >= 3)"),
        ("total >= 3)", "total >= 3"),
        ("total >= 1,000", "total >= 1000"),
        ("total >= .5", "total >= 0.5"),
        ("total >= 3 # 说明", "total >= 3"),
        ("to\u200btal >= 3", "total >= 3"),
        ("立案 2 次以内", "次数(立案) <= 2"),
        ("cases = 0", "count(cases) = 0"),
        ("COUNT(cases) = 0", "count(cases) = 0"),
        ("近三年无立案", "次数(立案 近 3 年) = 0"),
        ("两年内没有立案", "次数(立案 近 2 年) = 0"),
    ],
)
def test_a_rule_as_people_write_it_is_told_with_the_rule_they_meant(written, meant):
    told = problems(written)

    assert len(told) == 1
    assert told[0][2].endswith(f"write: {meant}")
    assert not problems(meant)


@pytest.mark.parametrize("written", ["团结和谐", "total ^ 2 >= 9", "2x >= 80", "total >= many", ""])
def test_what_cannot_be_guessed_is_not_guessed(written):
    assert [hint for _, _, hint in problems(written) if "write: " in hint] == []


def test_what_is_missing_on_the_left_is_taken_from_what_bands_compare():
    works = {"score >= 85", "75 <= score < 85", "75 <= score <= 85"}.__contains__

    assert mended("85分及以上", works, "score") == "score >= 85"
    assert mended("75—85", works, "score") == "75 <= score <= 85"
    assert mended("75—85", works) is None


@pytest.mark.parametrize(
    "part", ["(", "9 ", "九", "且", "近三年", "a,", "以上", "， ", "x ", "=", '"', "1,000"]
)
def test_a_long_muddle_takes_no_time(part):
    def works(rule):
        try:
            parse(rule)
        except RuleError:
            return False
        return True

    started = time.perf_counter()
    mended((part * 300)[:300], works)
    assert time.perf_counter() - started < 1
    assert mended(part * 3000, works) is None
