"""The gap to each level above: settled first, else what the branch can close, else others'."""

from tests.rating.county import attested, scoring, village
from tests.rating.office import (
    B,
    activity,
    case,
    circular,
    explained,
    findings,
    five_star,
    meeting,
    task,
)

OCTOBER = "2026-10-01"
NOTHING = {"still_possible": [], "not_ours": [], "settled": []}


def gap(has, name="office-branches", on=OCTOBER, **more):
    return explained(has, name, on=on, **more).to_json()["gap"]


def early(**changes):
    """A branch at five stars in October already."""
    held = {"held_on": "2026-09-20", "members": 7, "took_part": 7, "passed": 7}
    return five_star(appraisals=[held], **changes)


def test_there_is_an_entry_for_each_level_above_the_certain_stars():
    assert list(gap(early())) == []
    assert list(gap(early(findings=findings(c2=4)))) == ["5"]
    assert list(gap(early(findings=findings(c2=3)))) == ["4", "5"]
    assert list(gap(early(findings=findings(c2=0)))) == ["3", "4", "5"]


def test_a_criterion_stands_in_one_list_and_one_that_is_met_in_none():
    found = gap(early(findings=findings(c2=None), activities=[activity("2026-04-01")]))

    assert found["3"] == {**NOTHING, "not_ours": ["2"]}
    assert found["5"] == {**NOTHING, "still_possible": ["7"], "not_ours": ["2"]}


def test_what_is_settled_goes_before_what_the_branch_can_close():
    # late once, and a key task still ahead: the first settles what the second leaves open
    found = gap(early(meetings=[meeting(late=1)], tasks=[task("2026-11-20", None, None)]))

    assert found["4"] == {**NOTHING, "still_possible": ["1"]}
    assert found["5"] == {**NOTHING, "settled": ["1"]}


def test_what_the_branch_can_close_goes_before_what_others_decide():
    # criterion 7 lacks an activity and its finding
    found = gap(early(findings=findings(c7=None), activities=[]))

    assert found["5"]["still_possible"] == ["7"]
    assert found["4"]["not_ours"] == ["7"]


def test_a_rank_is_not_ours():
    better = {"u": five_star(assessments=[{"score": 99}])}

    assert gap(early(), others=better)["5"] == {**NOTHING, "not_ours": ["13"]}


def test_an_honour_is_not_ours():
    assert gap(early(honours=[]))["5"] == {**NOTHING, "not_ours": ["5"]}


def test_a_circular_of_two_years_ago_is_settled_at_five_only():
    found = gap(early(circulars=[circular("2024-05-01")]))

    assert found == {"5": {**NOTHING, "settled": ["8"]}}


def test_a_vetoed_branch_has_what_the_case_settles_in_every_gap():
    found = gap(early(cases=[case(serious=True)]))

    assert found["3"] == {**NOTHING, "settled": ["4"]}
    assert found["4"] == {**NOTHING, "settled": ["4", "13"]}


def test_criteria_stand_in_their_order():
    found = gap(early(findings=[]))

    assert found["5"]["not_ours"] == ["2", "3", "5", "7", "9", "10", "11", "12"]


def test_a_village_over_the_line_lacks_no_points():
    found = gap(scoring(93, attestations=attested(open_=["B-5.3"])), B)

    assert found == {"5": {**NOTHING, "not_ours": ["B-5.3"]}}


def test_a_village_below_the_line_lacks_points_that_others_give():
    found = gap(village((None, 20, 20, 20, 9)), B)["5"]

    assert found["still_possible"] == []
    assert found["not_ours"] == ["B-2.1", "B-4.1", "B-4.2", "B-4.3", "B-4.4"]
    assert found["settled"] == ["B-2.5"]
