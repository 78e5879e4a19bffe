"""The best future: what others decide, the score and the stars within reach."""

from tests.rating.office import (
    case,
    explained,
    findings,
    five_star,
    meeting,
    reach,
)

OCTOBER = "2026-10-01"
LAST = "2026-12-31"


def reachable(has, on=OCTOBER, **more):
    found = explained(has, on=on, **more).to_json()
    return found["stars"], found["stars_possible"], found["stars_reachable"]


# ------------------------------------------------------------------ what others decide


def test_a_missing_finding_is_open_by_the_reviewer_without_a_last_day():
    branch = five_star(findings=findings(c2=None))

    assert reach(branch, "2") == ("not_yet_known", "open", None, ["reviewer"], None)
    assert reach(branch, "2", on=LAST) == ("not_yet_known", "open", None, ["reviewer"], None)


def test_a_finding_below_the_level_settles_it():
    branch = five_star(findings=findings(c2=4))

    assert reach(branch, "2") == ("not_met", "settled", None, None, 2027)


def test_a_rank_is_open_in_nobodys_hands():
    better = {f"u{n}": five_star(assessments=[{"score": 99}]) for n in range(3)}
    branch = five_star()

    assert reach(branch, "13", "5", others=better) == (
        "not_met", "open", None, ["ranking"], None,
    )  # fmt: skip
    assert reach(branch, "13", "5", others=better, on=LAST)[1] == "open"


def test_a_score_condition_is_settled_above_what_is_reachable_only():
    low = five_star(assessments=[{"score": 84}])
    open_ = five_star(assessments=[], findings=findings(c2=0))

    assert reach(low, "13", "4") == ("not_met", "settled", None, None, 2027)
    season = {"target_score": "98.5"}
    # 92 now; up to 70 % of the 8 points of criterion 2 may be granted: 97.6
    assert reach(open_, "13", "4", season=season)[1] == "settled"
    assert reach(open_, "13", "4", season={"target_score": "97.6"})[1] == "open"


def test_the_score_reachable_is_that_of_the_best_future():
    branch = five_star(assessments=[], findings=findings(c2=0))

    found = explained(branch, on=LAST).to_json()

    assert (found["score"], found["score_reachable"]) == ("92.00", "97.60")


def test_an_assessment_is_open_where_another_branch_of_the_committee_has_one():
    branch = five_star(assessments=[], findings=findings(c2=3, c3=3, c5=3, c7=3, c9=3))
    other = five_star()

    alone = explained(branch, on=OCTOBER).to_json()
    beside = explained(branch, on=OCTOBER, others={"u": other}).to_json()
    elsewhere = explained(branch, on=OCTOBER, others={"u": {**other, "group": "g"}}).to_json()

    # 100 less 20 % of 8 + 8 + 6 + 10 + 10
    assert alone["score_reachable"] == "91.60"
    assert beside["score_reachable"] == "100.00"
    assert elsewhere["score_reachable"] == "91.60"


# ------------------------------------------------------------------ stars


def test_a_declaration_is_open_until_its_deadline():
    branch = five_star(declarations=[])

    assert reachable(branch, on="2026-10-30") == (0, 0, 5)
    assert reachable(branch, on="2026-10-31") == (0, 0, 3)
    assert reachable(branch, on="2026-11-01") == (0, 0, 3)


def test_what_is_declared_stays():
    assert reachable(five_star(declarations=[{"stars": 3}]), on="2026-03-01")[2] == 3


def test_a_vetoed_branch_reaches_nothing():
    branch = five_star(cases=[case(serious=True)])

    assert reachable(branch) == (0, 0, 0)
    assert reach(branch, "13", "4") == ("not_met", "settled", None, None, 2027)


def test_a_possible_veto_may_still_be_none():
    branch = five_star(cases=[case("2026-05-01", serious=None)])

    # the case itself stays: criterion 4 is not met at any level
    assert reachable(branch) == (0, 0, 0)
    assert reachable(five_star(), unkept=[("cases", 2026)]) == (0, 5, 5)


def test_a_branch_with_every_record_still_to_come_reaches_five():
    assert reachable({}, on="2026-01-01") == (0, 0, 5)


def test_on_the_years_last_day_nothing_dated_can_come():
    branch = five_star(activities=[], honours=[], innovations=[], meetings=[meeting(10, 7)])

    found = explained(branch, on=LAST).to_json()

    settled = {
        (criterion, level)
        for criterion, by_level in found["reasons"].items()
        for level, why in by_level.items()
        if why["reach"] == "settled"
    }
    assert settled == {
        ("1", "3"), ("1", "4"), ("1", "5"), ("5", "5"), ("7", "5"), ("12", "3"), ("12", "4"), ("12", "5"),
    }  # fmt: skip
