"""A rating has a day: what is dated after it has not happened."""

from tests.rating.office import (
    appraisal,
    case,
    circular,
    five_star,
    one,
    task,
    verdicts,
)

MET, NOT, OPEN = "met", "not_met", "not_yet_known"
ALL = [MET, MET, MET]


def test_what_is_dated_after_the_day_has_not_happened():
    branch = five_star(circulars=[circular("2026-05-02")])

    assert verdicts(branch, "8", on="2026-05-01")[0] == MET
    assert verdicts(branch, "8", on="2026-05-02")[0] == NOT


def test_after_the_years_end_the_window_stays_the_year():
    branch = five_star(circulars=[circular("2027-01-05")])

    assert verdicts(branch, "8", on="2027-02-01") == ALL


def test_an_appraisal_of_the_year_held_in_january_counts_from_its_day():
    branch = five_star(appraisals=[appraisal("2027-01-10")])

    assert verdicts(branch, "9", on="2027-01-09") == [OPEN, OPEN, OPEN]
    assert verdicts(branch, "9", on="2027-01-10") == ALL


def test_an_appraisal_without_a_day_leaves_criterion_nine_open():
    assert verdicts(five_star(appraisals=[appraisal(None)]), "9") == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(appraisals=[]), "9") == [OPEN, OPEN, OPEN]


def test_two_appraisals_on_the_last_day_that_differ_are_open_and_two_that_agree_are_not():
    absent = appraisal(took_part=6, passed=6)

    assert verdicts(five_star(appraisals=[appraisal(), absent]), "9") == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(appraisals=[appraisal(), appraisal()]), "9") == ALL


def test_an_earlier_appraisal_does_not_count_beside_the_last():
    absent = appraisal("2026-06-20", took_part=6, passed=6)

    assert verdicts(five_star(appraisals=[absent, appraisal()]), "9") == ALL


def test_a_withdrawn_case_counts_nowhere_from_the_day_of_its_withdrawal():
    branch = five_star(cases=[case(withdrawn_on="2026-11-01", serious=True)])

    before, after = one(branch, on="2026-10-31"), one(branch, on="2026-11-01")

    assert (before["state"], before["criteria"]["4"]["3"]) == ("vetoed", NOT)
    assert (after["state"], after["criteria"]["4"]) == ("provisional", dict.fromkeys("345", MET))


def test_a_case_withdrawn_after_the_years_end_counts_nowhere_from_then():
    branch = five_star(cases=[case(withdrawn_on="2027-01-05", serious=True)])

    assert one(branch)["state"] == "vetoed"
    assert one(branch, on="2027-01-05")["stars"] == 5


def test_a_task_due_on_the_day_and_not_done_is_not_done():
    branch = five_star(tasks=[task("2026-06-30", None, None, key=False)])

    assert verdicts(branch, "1", on="2026-06-30") == [NOT, NOT, NOT]


def test_a_task_due_later_and_not_yet_done_is_open():
    branch = five_star(tasks=[task("2026-06-30", None, None, key=False)])

    assert verdicts(branch, "1", on="2026-06-29") == [OPEN, OPEN, OPEN]


def test_a_task_due_later_and_done_already_is_done():
    branch = five_star(tasks=[task("2026-06-30", "2026-06-20", "outstanding")])

    assert verdicts(branch, "1", on="2026-06-25") == ALL


def test_a_day_of_completion_after_the_day_does_not_count():
    branch = five_star(tasks=[task("2026-06-30", "2026-07-10", "good", key=False)])

    assert verdicts(branch, "1", on="2026-07-09") == [NOT, NOT, NOT]
    assert verdicts(branch, "1", on="2026-07-10") == [MET, MET, NOT]


def test_a_task_done_late_after_the_years_end_counts_up_to_the_day():
    branch = five_star(tasks=[task("2026-12-20", "2027-01-10", "good", key=False)])

    assert verdicts(branch, "1") == [NOT, NOT, NOT]
    assert verdicts(branch, "1", on="2027-01-10") == [MET, MET, NOT]


def test_rows_placed_by_a_year_alone_count_whatever_the_day():
    found = one(five_star(appraisals=[appraisal("2026-01-02")]), on="2026-01-02")

    assert found["declared"] == 5
    assert found["score"] == "96.00"
    assert found["criteria"]["11"]["5"] == MET
