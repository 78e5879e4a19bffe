from datetime import date
from fractions import Fraction

import pytest

from tests.policy.sentences.samples import rule, scheme
from xingping.policy.sentences import Bounds, Measured, Missing, Row, with_facts
from xingping.policy.sentences.telling import measured_in

JUNE = Row("activities", "activities.csv:14", date(2026, 6, 30))


def told(node, found, verdict=None, lang="zh", **more):
    facts = {one.node: one for one in found}
    return with_facts(node, scheme(), lang, facts, verdict=verdict, year=2026, **more)


def test_a_share_is_told_with_both_its_parts():
    node = rule("1", "3")
    found = [Measured(node.first.left, 12), Measured(node.first.right, 15)]

    assert told(node, found, "met") == "实到人数合计12，应到人数合计15，占80%，达标"
    assert told(node, found, "met", "en") == (
        "number present: 12 in all, number expected: 15 in all, 80%, met"
    )


def test_a_share_that_is_not_exact_is_marked():
    node = rule("11", "4", 2)
    found = [Measured(node.first.left, 31), Measured(node.first.right, 36)]

    assert told(node, found) == "完成事项数合计31，计划事项数合计36，约占86.11%"


def test_a_count_is_told_with_the_days_of_its_records():
    node = rule("7", "5")

    assert told(node, [Measured(node.first, 1, (JUNE,))], "not_met") == (
        "有活动记录的集体文体活动1次（2026年6月30日），未达标"
    )
    assert told(node, [Measured(node.first, 1, (JUNE,))], "not_met", "en") == (
        "1 group cultural or sports activity with records (2026-06-30), not met"
    )


def test_no_record_is_told_as_none():
    node = rule("4", "5")

    assert told(node, [Measured(node.first, 0)], "met") == "没有未撤案的立案，达标"
    assert (
        told(node, [Measured(node.first, 0)], "met", "en") == "no case filed and not withdrawn, met"
    )


def test_not_known_is_told_with_what_is_missing():
    node = rule("4", "5")
    missing = (Missing("not_kept", "cases", year=2024),)

    assert told(
        node, [Measured(node.first, Bounds(Fraction(0)), (), missing)], "not_yet_known"
    ) == ("现有记录中没有未撤案的立案，2024年立案台账未登记建立，待定")


@pytest.mark.parametrize(
    ("value", "rows", "zh", "en"),
    [
        (True, (), "重点工作任务均符合要求，达标", "all key tasks as required, met"),
        (
            False,
            (Row("tasks", "", date(2026, 5, 1)),),
            "重点工作任务有1项不符合要求（2026年5月1日），未达标",
            "1 key task not as required (2026-05-01), not met",
        ),
    ],
)
def test_every_is_told_by_the_records_that_break_it(value, rows, zh, en):
    node = rule("1", "4", 1)
    verdict = "met" if value else "not_met"

    assert told(node, [Measured(node, value, rows)], verdict) == zh
    assert told(node, [Measured(node, value, rows)], verdict, "en") == en


def test_the_fields_of_one_record_are_told_where_they_decide():
    node = rule("9", "3")
    took, passed = node.of.parts
    found = [
        Measured(node, False),
        Measured(took.first, 7),
        Measured(took.rest[0][1], 8),
        Measured(passed.first, 7),
    ]

    assert told(node, found, "not_met") == "实际参加党员数7，应参加党员数8，评议合格党员数7，未达标"


def test_a_rank_is_told_with_its_bounds():
    node = rule("13", "4")

    assert told(node, [Measured(node.first, 2)]) == "第2名"
    assert told(node, [Measured(node.first, Bounds(Fraction(2), Fraction(4)))]) == "第2至4名"
    assert told(node, [Measured(node.first, None)]) == "名次待定"


def test_a_score_stands_beside_the_parameter_it_is_compared_with():
    node = rule("13", "4", 1)
    found = [Measured(node.first, Fraction("92.60")), Measured(node.rest[0][1], Fraction(85))]

    assert told(node, found, "met") == "考核分92.6，目标考核分85，达标"


def test_a_finding_that_is_missing_is_named():
    node = scheme().criteria["3"].standards["4"].asked.tree
    found = [Measured(node, None, (), (Missing("no_finding", item="3"),))]

    assert told(node, found, "not_yet_known") == "第3条尚无审核认定，待定"


def test_a_rule_without_facts_tells_its_verdict_alone():
    assert told(rule("13", "3"), [], "not_yet_known") == "待定"
    assert told(rule("13", "3"), []) == ""


def test_what_was_measured_inside_a_rule_is_found_in_order():
    node = rule("1", "3")
    facts = {end: Measured(end, n) for n, end in enumerate((node.first.left, node.first.right))}

    assert [one.value for one in measured_in(node, facts)] == [0, 1]
