"""What can still change: the same rules over the open year, each case worked out by hand."""

import pytest

from tests.rating.office import (
    activity,
    appraisal,
    case,
    circular,
    five_star,
    meeting,
    plans,
    reach,
    reason,
    task,
)

OCTOBER = "2026-10-01"
LAST = "2026-12-31"


# ------------------------------------------------------------------ attendance


def test_167_of_168_settles_100_percent_and_meets_80():
    branch = five_star(meetings=[meeting(168, 167)])

    assert reach(branch, "1", "5") == ("not_met", "settled", None, None, 2027)
    assert reach(branch, "1", "4") == ("not_met", "settled", None, None, 2027)
    assert reach(branch, "1", "3")[:2] == ("met", None)


def test_79_of_100_needs_five_more_none_absent_until_the_years_last_day():
    branch = five_star(meetings=[meeting(100, 79)])

    assert reach(branch, "1", "3") == ("not_met", "open", LAST, ["branch"], None)
    needs = reason(branch, "1", "3", on=OCTOBER)["needs"]
    assert "5" in needs["en"]
    assert "5 more" in needs["en"]
    assert "none missing" in needs["en"]
    assert "增加5" in needs["zh"]


def test_one_short_of_a_whole_number_takes_the_next_one():
    # (7 + n) / (10 + n) >= 80 % from n = 5 on; 78 of 100 takes ten
    assert (
        "10" in reason(five_star(meetings=[meeting(100, 78)]), "1", "3", on=OCTOBER)["needs"]["en"]
    )
    assert "5" in reason(five_star(meetings=[meeting(10, 7)]), "1", "3", on=OCTOBER)["needs"]["en"]


def test_on_the_years_last_day_no_meeting_can_come():
    branch = five_star(meetings=[meeting(100, 79)])

    assert reach(branch, "1", "3", on="2026-12-30")[1:3] == ("open", LAST)
    assert reach(branch, "1", "3", on=LAST) == ("not_met", "settled", None, None, 2027)


def test_someone_late_settles_five_stars():
    branch = five_star(meetings=[meeting(late=1)])

    assert reach(branch, "1", "5") == ("not_met", "settled", None, None, 2027)
    assert reach(branch, "1", "4")[0] == "met"


def test_attendance_that_is_not_filled_in_is_open():
    branch = five_star(meetings=[meeting(20, None)])

    assert reach(branch, "1", "5")[:2] == ("not_yet_known", "open")


def test_no_meeting_yet_is_open():
    verdict, how, _, by, _ = reach(five_star(meetings=[]), "1", "4")

    assert (verdict, how, by) == ("not_yet_known", "open", ["branch"])


# ------------------------------------------------------------------ tasks


def test_an_undone_key_task_ahead_is_open_until_its_due_day():
    branch = five_star(tasks=[task("2026-11-20", None, None)])

    assert reach(branch, "1", "4") == ("not_yet_known", "open", "2026-11-20", ["branch"], None)


def test_two_tasks_ahead_are_open_until_the_earlier_due_day():
    branch = five_star(tasks=[task("2026-11-20", None, None), task("2026-10-15", None, None)])

    assert reach(branch, "1", "4")[2] == "2026-10-15"


def test_an_overdue_key_task_settles_four_stars_and_leaves_three_open():
    branch = five_star(tasks=[task("2026-09-20", None, None)])

    assert reach(branch, "1", "4") == ("not_met", "settled", None, None, 2027)
    verdict, how, _, by, _ = reach(branch, "1", "3")
    assert (verdict, how, by) == ("not_met", "open", ["branch"])


def test_a_missing_grade_is_open_by_the_superior():
    branch = five_star(tasks=[task(grade=None)])

    assert reach(branch, "1", "5")[:2] == ("not_yet_known", "open")
    assert "superior" in reach(branch, "1", "5")[3]


def test_a_poor_grade_settles_five_stars():
    branch = five_star(tasks=[task(grade="good")])

    assert reach(branch, "1", "5") == ("not_met", "settled", None, None, 2027)


# ------------------------------------------------------------------ clean years


@pytest.mark.parametrize(
    ("day", "three", "four", "five"),
    [("2024-05-01", None, None, 2027), ("2025-05-01", None, 2027, 2028), ("2026-05-01", 2027, 2028, 2029)],
)  # fmt: skip
def test_a_circular_settles_clean_years_until_it_is_far_enough_back(day, three, four, five):
    branch = five_star(circulars=[circular(day)])

    found = {level: reach(branch, "8", level) for level in ("3", "4", "5")}

    for level, again in (("3", three), ("4", four), ("5", five)):
        how = None if again is None else "settled"
        assert (found[level][1], found[level][4]) == (how, again)


def test_a_case_settles_clean_years_and_no_withdrawal_is_counted_on():
    branch = five_star(cases=[case("2025-05-01")])

    assert reach(branch, "4", "4") == ("not_met", "settled", None, None, 2027)
    assert reach(branch, "4", "5") == ("not_met", "settled", None, None, 2028)


def test_a_withdrawal_dated_after_the_day_is_not_counted_on_either():
    branch = five_star(cases=[case("2026-05-01", "2026-11-01")])

    assert reach(branch, "4", "5") == ("not_met", "settled", None, None, 2029)


def test_a_case_dated_after_the_day_does_not_put_off_the_year_in_which_it_may_hold_again():
    branch = five_star(cases=[case("2024-05-01"), case("2026-11-01")])

    assert reach(branch, "4", "5") == ("not_met", "settled", None, None, 2027)


def test_a_year_not_kept_is_open():
    branch = five_star()

    found = reach(branch, "8", "5", unkept=[("circulars", 2024)])

    assert found[:2] == ("not_yet_known", "open")


def test_too_many_persons_named_are_settled():
    branch = five_star(circulars=[circular(about="rule_breach", persons=2)])

    assert reach(branch, "6", "4") == ("not_met", "settled", None, None, 2027)


# ------------------------------------------------------------------ plans


def test_the_fourth_quarters_plan_is_open_until_its_last_day():
    branch = five_star(plans=plans(q4=None))

    assert reach(branch, "11", "4") == ("not_met", "open", LAST, ["branch"], None)


def test_the_third_quarters_plan_is_settled_after_its_last_day():
    branch = five_star(plans=plans(q3=None))

    assert reach(branch, "11", "4", on="2026-09-29")[1:3] == ("open", "2026-09-30")
    assert reach(branch, "11", "4", on="2026-09-30") == ("not_met", "settled", None, None, 2027)
    assert reach(branch, "11", "4", on=OCTOBER) == ("not_met", "settled", None, None, 2027)


def test_two_missing_plans_are_open_until_the_earlier_is_due():
    branch = five_star(plans=plans(q3=None, q4=None))

    assert reach(branch, "11", "4", on="2026-09-01")[1:3] == ("open", "2026-09-30")


def test_the_year_plan_is_open_until_the_years_last_day():
    branch = five_star(plans=plans(year=None))

    assert reach(branch, "11", "3") == ("not_met", "open", LAST, ["branch"], None)


def test_items_done_of_the_year_plan_may_rise_until_the_years_last_day():
    branch = five_star(plans=plans(year=(10, 7)))

    assert reach(branch, "11", "3") == ("not_met", "open", LAST, ["branch"], None)
    assert reach(branch, "11", "3", on=LAST)[1] == "settled"


def test_items_done_of_a_quarter_may_rise_until_that_quarters_last_day():
    branch = five_star(plans=plans(q2=(5, 4)))

    assert reach(branch, "11", "5", on="2026-06-29")[1:3] == ("open", "2026-06-30")
    assert reach(branch, "11", "5", on="2026-06-30")[1] == "settled"


def test_a_plan_of_another_year_helps_nothing():
    last_year = [{**row, "year": 2025} for row in plans()]

    assert reach(five_star(plans=last_year), "11", "4")[1] == "settled"


# ------------------------------------------------------------------ what the branch adds


def test_one_of_two_activities_needs_one_more_until_the_years_last_day():
    branch = five_star(activities=[activity("2026-04-01")])

    assert reach(branch, "7", "5") == ("not_met", "open", LAST, ["branch"], None)
    assert reach(branch, "7", "5", on=LAST) == ("not_met", "settled", None, None, 2027)


def test_an_honour_may_still_come_from_the_superior():
    branch = five_star(honours=[])

    assert reach(branch, "5", "5") == ("not_met", "open", LAST, ["superior"], None)


def test_an_innovation_may_still_be_summed_up_and_recognised():
    made = {"made_on": "2026-05-01", "summed_up": False, "recognised_by": None}

    verdict, how, until, by, _ = reach(five_star(innovations=[made]), "12", "5")

    assert (verdict, how, until) == ("not_met", "open", LAST)
    assert set(by) == {"branch", "superior"}
    assert reach(five_star(innovations=[made]), "12", "5", on=LAST)[1] == "settled"


def test_an_innovation_summed_up_may_be_recognised_until_the_years_last_day():
    made = {"made_on": "2026-05-01", "summed_up": True, "recognised_by": None}

    verdict, how, until, _, _ = reach(five_star(innovations=[made]), "12", "5")

    assert (verdict, how, until) == ("not_met", "open", LAST)
    for day in (LAST, "2027-01-10"):
        assert reach(five_star(innovations=[made]), "12", "5", on=day)[1] == "settled"


def test_an_innovation_of_another_year_does_not_rise():
    made = {"made_on": "2025-05-01", "summed_up": False, "recognised_by": None}

    assert reach(five_star(innovations=[made]), "12", "3", on=LAST)[1] == "settled"


def test_an_appraisal_may_still_be_held():
    assert reach(five_star(appraisals=[]), "9", "3")[:2] == ("not_yet_known", "open")


def test_an_appraisal_missed_by_one_is_open_while_another_may_be_held():
    branch = five_star(appraisals=[appraisal("2026-09-01", took_part=6, passed=6)])

    assert reach(branch, "9", "3")[:2] == ("not_met", "open")
