"""What a register says depends on whether it was kept; and whose rows are whose."""

from tests.rating.office import (
    activity,
    circular,
    five_star,
    meeting,
    one,
    records,
    task,
    told,
    verdicts,
)

MET, NOT, OPEN = "met", "not_met", "not_yet_known"
ALL = [MET, MET, MET]


def test_at_most_two_is_open_in_a_year_not_kept_and_not_met_as_soon_as_three_are_there():
    two = five_star(circulars=[circular(about="rule_breach", persons=2)])
    three = five_star(circulars=[circular(about="rule_breach", persons=3)])
    unkept = [("circulars", 2026)]

    assert verdicts(two, "6", unkept=unkept) == [OPEN, NOT, NOT]
    assert verdicts(three, "6", unkept=unkept) == [NOT, NOT, NOT]


def test_at_least_two_is_met_by_two_though_the_year_is_not_kept():
    found = verdicts(five_star(), "7", unkept=[("activities", 2026)])

    assert found == ALL


def test_at_least_two_with_one_there_is_open_in_a_year_not_kept_and_not_met_in_one_kept():
    branch = five_star(activities=[activity("2026-04-01")])

    assert verdicts(branch, "7", unkept=[("activities", 2026)])[2] == OPEN
    assert verdicts(branch, "7")[2] == NOT


def test_every_year_has_to_be_kept_for_a_none_over_several():
    assert verdicts(five_star(), "8", unkept=[("circulars", 2025)]) == [MET, OPEN, OPEN]
    assert verdicts(five_star(), "8", unkept=[("circulars", 2024)]) == [MET, MET, OPEN]
    assert verdicts(five_star(), "4", unkept=[("cases", 2024)]) == [MET, MET, OPEN]


def test_a_record_of_a_year_not_kept_settles_a_none():
    branch = five_star(circulars=[circular("2025-05-01")])

    assert verdicts(branch, "8", unkept=[("circulars", 2025)]) == [MET, NOT, NOT]


def test_a_register_is_kept_for_a_unit_or_for_all():
    both = {"u1": five_star(), "u2": five_star()}
    found = told(both, unkept=[("circulars", 2026, "u1")])

    assert found["u1"]["criteria"]["6"]["3"] == OPEN
    assert found["u2"]["criteria"]["6"]["3"] == MET
    star = records("office-branches", both, only={"units", "circulars"}, kept=[])
    assert told(star)["u2"]["criteria"]["6"]["3"] == OPEN


def test_a_star_in_kept_counts_for_every_unit():
    kept = [{"register": "circulars", "year": 2026, "unit": "*"}]
    branch = five_star()
    without = [("circulars", 2026)]

    assert one(branch, unkept=without, kept=kept)["criteria"]["6"]["5"] == MET


def test_a_share_is_open_in_a_year_not_kept():
    assert verdicts(five_star(), "1", unkept=[("meetings", 2026)]) == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(), "11", unkept=[("plans", 2026)]) == [OPEN, OPEN, OPEN]


def test_someone_late_is_not_met_though_the_year_is_not_kept():
    branch = five_star(meetings=[meeting(late=1)])

    assert verdicts(branch, "1", unkept=[("meetings", 2026)]) == [OPEN, OPEN, NOT]


def test_a_share_of_nothing_is_open():
    assert verdicts(five_star(meetings=[]), "1") == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(meetings=[meeting(expected=0, present=0)]), "1") == [OPEN, OPEN, OPEN]


def test_no_tasks_at_all_are_met_where_the_register_is_kept_and_open_where_not():
    branch = five_star(tasks=[])

    assert verdicts(branch, "1") == ALL
    assert verdicts(branch, "1", unkept=[("tasks", 2026)]) == [OPEN, OPEN, OPEN]


def test_a_late_key_task_is_not_met_at_four_though_the_year_is_not_kept():
    branch = five_star(tasks=[task(done_on="2026-07-01")])

    assert verdicts(branch, "1", unkept=[("tasks", 2026)]) == [OPEN, NOT, NOT]


def test_the_last_appraisal_is_open_in_a_year_not_kept():
    assert verdicts(five_star(), "9", unkept=[("appraisals", 2026)]) == [OPEN, OPEN, OPEN]


def test_what_does_not_depend_on_kept_is_read_as_it_stands():
    nothing = records(
        "office-branches", {"s": five_star()}, only={"units", "findings", "declarations"}
    )
    found = told(nothing)["s"]

    assert found["declared"] == 5
    assert found["criteria"]["2"]["5"] == MET
