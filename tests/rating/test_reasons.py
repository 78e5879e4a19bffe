"""Reasons of the standards: the sentence, the facts it rests on, the reading that decided."""

from tests.rating.office import (
    activity,
    case,
    circular,
    findings,
    five_star,
    meeting,
    plans,
    reason,
    task,
)

OCTOBER = "2026-10-01"


def test_a_sentence_says_what_is_asked_what_was_found_and_the_verdict():
    why = reason(five_star(activities=[activity("2026-04-01")]), "7", on=OCTOBER)

    assert why["zh"].startswith("本年有活动记录的集体文体活动不少于2次")
    assert "有活动记录的集体文体活动1次（2026年4月1日），未达标" in why["zh"]
    assert why["zh"].endswith("本档未达标（A-S5.7）。")
    assert why["en"].endswith("the level as a whole: not met (A-S5.7).")


def test_the_rows_that_count_are_named_and_others_not():
    given = [activity("2026-04-01", recorded=False), activity("2026-05-01"), activity("2026-12-01")]

    facts = reason(five_star(activities=given), "7", on=OCTOBER)["facts"]

    assert facts[0] == {"register": "activities", "rows": ["activities.csv:3"], "value": "1"}


def test_of_tasks_those_that_break_the_rule_are_named():
    facts = reason(five_star(tasks=[task(), task(done_on="2026-07-01")]), "1", "4")["facts"]

    broken = [f["rows"] for f in facts if f["register"] == "tasks"]
    assert broken == [["tasks.csv:3"], []]


def test_a_value_that_is_not_known_is_null():
    facts = reason(five_star(circulars=[circular(about="rule_breach", persons=None)]), "6")["facts"]

    assert facts == [{"register": "circulars", "rows": ["circulars.csv:2"], "value": None}]


def test_only_readings_that_decide_the_level_are_named():
    branch = five_star(cases=[case("2025-05-01")])

    assert reason(branch, "4", "3")["assumptions"] == ["A-R11"]
    assert reason(branch, "4", "4")["assumptions"] == ["A-R8", "A-R11"]


def test_a_lower_level_that_decides_is_said():
    # 97 % over all plans, 70 % of the year plan: the level below is not met
    given = plans(year=(10, 7), q1=(30, 30), q2=(30, 30), q3=(15, 15), q4=(15, 15))

    why = reason(five_star(plans=given), "11", "4")

    assert "但以下档次未达标（A-R19）" in why["zh"]
    assert "but a lower one is not met (A-R19)" in why["en"]


def test_a_year_not_kept_is_what_is_missing():
    why = reason(five_star(), "8", unkept=[("circulars", 2024)])

    assert "2024" in why["zh"]
    assert why["needs"]["zh"] == "2024年通报与问责台账未建立" or "2024" in why["needs"]["zh"]


def test_needs_name_how_many_and_until_when():
    why = reason(five_star(activities=[]), "7", on=OCTOBER)

    assert "2次" in why["needs"]["zh"]
    assert "12月31日前" in why["needs"]["zh"]
    assert "by 31 December" in why["needs"]["en"]


def test_needs_of_a_judged_part_name_the_reviewer():
    why = reason(five_star(findings=findings(c2=None)), "2", "3")

    assert why["needs"]["zh"] == "须由审核人认定第2条达到三星级"
    assert why["by"] == ["reviewer"]


def test_parts_that_are_met_are_not_needed():
    branch = five_star(
        meetings=[meeting(100, 79)], tasks=[task("2026-11-20", None, None, key=False)]
    )

    why = reason(branch, "1", "3", on=OCTOBER)

    assert why["until"] == "2026-12-31"
    assert "重点" not in why["needs"]["zh"]


def test_a_task_ahead_is_told_apart_from_one_that_breaks_the_rule():
    overdue, ahead = (task(f"2026-{day}", None, None, key=False) for day in ("09-20", "11-20"))

    why = reason(five_star(tasks=[overdue, ahead]), "1", "3", on=OCTOBER)

    assert (
        "其他工作任务有1项不符合要求（2026年9月20日），有1项上级任务的完成期限未到，未达标"
        in why["zh"]
    )
    assert why["facts"][-1] == {"register": "tasks", "rows": ["tasks.csv:2"], "value": "no"}
    assert "2项" in why["needs"]["zh"]


def test_a_register_that_three_levels_need_is_asked_for_once():
    needs = reason(five_star(), "4", "5", unkept=[("cases", 2025), ("cases", 2026)])["needs"]

    assert needs["zh"].count("2026年") == 1
    assert needs["en"].count("of 2025") == 1
