from fractions import Fraction

import pytest

from tests.policy.language.world import EVERY_RULE, LINE, SCOPE, read
from xingping.policy.language.tree import NUMBER, YES, Asked, Number
from xingping.policy.language.writing import write


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("scope", "rule"), EVERY_RULE)
def test_a_tree_written_and_read_again_is_the_same_tree(scope, rule, lang):
    tree = read(rule, scope)

    written = write(tree, lang, scope)

    assert read(written, scope) == tree


@pytest.mark.parametrize(("scope", "rule"), EVERY_RULE)
def test_a_rule_in_english_is_written_with_no_bracket_more(scope, rule):
    written = write(read(rule, scope), "en", scope)

    assert len(written) <= len(rule)
    assert write(read(written, scope), "en", scope) == written


@pytest.mark.parametrize(
    ("rule", "chinese"),
    [
        (
            "sum(meetings, present) / sum(meetings, expected) >= 80%",
            "合计(会议, 实到人数) ÷ 合计(会议, 应到人数) ≥ 80%",
        ),
        (
            "count(cases of unit where withdrawn_on != none over 3 years needing 2) = 0",
            "次数(立案 关联 单位编号 其中 撤案日期 ≠ 无 近 3 年 至少 2) = 0",
        ),
        ("sum(each half, total)", "合计(每半年, 总分)"),
        ("count(cases over previous year)", "次数(立案 近 上 年)"),
        ("by(sort, law -> 1, otherwise -> 0)", "按(单位类别, 违法 → 1, 否则 → 0)"),
        ("not held and total in (1, 2)", "非 已获五星 且 总分 属于 (1, 2)"),
        ("rank / rank_ranked <= 5%", "考核名次 ÷ 考核名次.参排数 ≤ 5%"),
        ("team.passed", "班子.通过"),
    ],
)
def test_a_rule_reads_as_chinese_words_and_titles(rule, chinese):
    assert write(read(rule), "zh", SCOPE) == chinese


def test_a_text_that_holds_a_quote_is_written_between_chinese_quotes():
    tree = read('count(meetings where title = “a"b”)')

    assert read(write(tree, "en", SCOPE)) == tree


def test_a_finding_that_no_rule_can_say_is_written_as_its_word():
    assert write(Asked("judged", "1", YES, level="3"), "zh", SCOPE) == "认定"
    assert write(Asked("assessed", "A-1", NUMBER, high=Fraction(10)), "en", LINE) == "assessed"


def test_a_number_without_an_end_is_written_as_a_division():
    assert write(Number(Fraction(1, 3)), "en", SCOPE) == "(1 / 3)"
