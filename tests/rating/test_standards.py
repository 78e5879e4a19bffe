"""The thirteen criteria of scheme A, by hand: what each asks for at three, four and five stars."""

from tests.rating.office import (
    circular,
    findings,
    five_star,
    meeting,
    plans,
    task,
    verdicts,
)

MET, NOT, OPEN = "met", "not_met", "not_yet_known"
ALL = [MET, MET, MET]


def test_four_of_five_key_tasks_are_enough_at_three_and_three_of_four_are_not():
    undone = task(done_on=None, grade=None)

    assert verdicts(five_star(tasks=[task()] * 4 + [undone]), "1") == [MET, NOT, NOT]
    assert verdicts(five_star(tasks=[task()] * 3 + [undone]), "1") == [NOT, NOT, NOT]


def test_a_grade_not_given_yet_is_open_at_five_only():
    assert verdicts(five_star(tasks=[task(grade=None)]), "1") == [MET, MET, OPEN]


def test_whether_a_task_is_a_key_task_may_be_open():
    branch = five_star(tasks=[{**task(done_on="2026-07-01", grade="good"), "key": None}])

    # part by part: either part may be the one that its lateness breaks
    assert verdicts(branch, "1") == [MET, OPEN, OPEN]


def test_twelve_of_fifteen_are_80_percent_and_eleven_are_not():
    assert verdicts(five_star(meetings=[meeting(15, 12)]), "1") == [MET, NOT, NOT]
    assert verdicts(five_star(meetings=[meeting(15, 11)]), "1") == [NOT, NOT, NOT]


def test_attendance_is_the_years_sum_over_all_meetings():
    branch = five_star(meetings=[meeting(10, 10), meeting(10, 6)])

    assert verdicts(branch, "1") == [MET, NOT, NOT]


def test_attendance_with_an_empty_cell_is_decided_where_every_filling_decides_it():
    nine = five_star(meetings=[meeting(20, 20), meeting(5, None)])
    most = five_star(meetings=[meeting(20, 16), meeting(5, None)])

    assert verdicts(nine, "1")[:2] == [MET, OPEN]
    assert verdicts(most, "1")[:2] == [OPEN, NOT]


def test_a_missing_finding_is_open_unless_another_part_is_not_met():
    nothing = findings(c5=None)

    assert verdicts(five_star(findings=nothing, honours=[]), "5") == [OPEN, OPEN, NOT]


def test_a_finding_of_level_zero_meets_nothing():
    assert verdicts(five_star(findings=findings(c2=0)), "2") == [NOT, NOT, NOT]


def test_criteria_nine_and_eleven_have_no_judged_part_at_three():
    branch = five_star(findings=findings(c9=None, c11=None))

    assert verdicts(branch, "9") == [MET, OPEN, OPEN]
    assert verdicts(branch, "11") == [MET, OPEN, OPEN]


def test_a_missing_quarter_plan_is_not_met_at_four_and_five():
    assert verdicts(five_star(plans=plans(q3=None)), "11") == [MET, NOT, NOT]


def test_a_missing_year_plan_is_not_met_at_any_level():
    assert verdicts(five_star(plans=plans(year=None)), "11") == [NOT, NOT, NOT]


def test_a_missing_plan_is_open_where_the_register_is_not_kept():
    found = verdicts(five_star(plans=plans(q3=None)), "11", unkept=[("plans", 2026)])

    assert found == [OPEN, OPEN, OPEN]


def test_the_share_is_over_all_items_of_the_plans_that_the_level_asks_for():
    # 8 of 10 and 29 of 30: 37 of 40 over all are 92.5 %
    branch = five_star(plans=plans(year=(10, 8), q1=(10, 10), q2=(10, 10), q3=(5, 5), q4=(5, 4)))

    assert verdicts(branch, "11") == [MET, MET, NOT]


def test_the_year_plan_alone_has_to_pass_80_percent_at_every_level():
    # 7 of 10 and 90 of 90: 97 % over all, 70 % of the year plan
    branch = five_star(
        plans=plans(year=(10, 7), q1=(30, 30), q2=(30, 30), q3=(15, 15), q4=(15, 15))
    )

    assert verdicts(branch, "11") == [NOT, NOT, NOT]


def test_a_plan_without_items_is_a_share_of_nothing():
    assert verdicts(five_star(plans=plans(year=(0, 0))), "11")[0] == OPEN


def test_items_done_not_filled_in_lie_between_none_and_all():
    found = verdicts(five_star(plans=plans(q4=(5, None))), "11")

    # 25 of 30 are 83.3 %, 30 of 30 are 100 %
    assert found == [MET, OPEN, OPEN]


def test_a_level_contains_the_lower_ones():
    branch = five_star(findings=findings(c7=5), activities=[])

    assert verdicts(branch, "7") == [MET, MET, NOT]


def test_an_innovation_needs_both_a_summary_and_recognition_at_five():
    alone = {"made_on": "2026-05-01", "summed_up": True, "recognised_by": None}
    other = {"made_on": "2026-05-01", "summed_up": False, "recognised_by": "city"}

    assert verdicts(five_star(innovations=[alone, other]), "12") == [MET, MET, NOT]
    assert verdicts(five_star(innovations=[]), "12") == [NOT, NOT, NOT]


def test_an_honour_of_any_level_about_excellence_or_branch_work_counts_at_five():
    for about, verdict in [("branch_work", MET), ("excellence", MET), ("publicity", NOT)]:
        branch = five_star(
            honours=[{"awarded_on": "2026-03-01", "about": about, "level": "office"}]
        )
        assert verdicts(branch, "5")[2] == verdict


def test_criterion_eight_counts_accountability_too_and_rule_breaches_not():
    accountable = five_star(circulars=[circular(form="accountability")])
    breach = five_star(circulars=[circular(about="rule_breach", persons=0)])

    assert verdicts(accountable, "8") == [NOT, NOT, NOT]
    assert verdicts(breach, "8") == ALL
