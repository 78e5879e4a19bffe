"""The score of scheme A: the assessment, or the criteria with their credit, and its bounds."""

from tests.rating.office import (
    findings,
    five_star,
    meeting,
    one,
)


def made_of_criteria(**changes):
    return five_star(assessments=[], **changes)


def test_without_an_assessment_the_score_is_made_of_the_criteria():
    found = one(made_of_criteria(meetings=[meeting(15, 12)], findings=findings(c10=4)))

    # 100 less 20 % of 12 and 10 % of 6
    assert found["score"] == "97.00"
    assert (found["items"]["1"], found["items"]["10"]) == ("9.60", "5.40")


def test_partial_credit_counts_where_no_level_is_met():
    given = [{"item": "1", "points": 5.25, "reason": "r"}]

    assert one(made_of_criteria(meetings=[meeting(15, 11)], points=given))["items"]["1"] == "5.25"


def test_partial_credit_ends_at_70_percent_of_the_item():
    given = [{"item": "1", "points": 12, "reason": "r"}]

    assert one(made_of_criteria(meetings=[meeting(15, 11)], points=given))["items"]["1"] == "8.40"


def test_without_a_row_no_credit_is_given():
    found = one(made_of_criteria(meetings=[meeting(15, 11)]))

    assert (found["items"]["1"], found["score"]) == ("0.00", "88.00")


def test_partial_credit_does_not_count_where_a_level_is_met():
    given = [{"item": "1", "points": 8.4, "reason": "r"}]

    assert one(made_of_criteria(meetings=[meeting(15, 12)], points=given))["items"]["1"] == "9.60"


def test_the_low_bound_takes_the_credit_where_no_level_is_certainly_met():
    given = [{"item": "2", "points": 3, "reason": "r"}]
    found = one(made_of_criteria(findings=findings(c2=None), points=given))

    assert (found["score_low"], found["score_high"]) == ("95.00", "100.00")
    assert (found["score"], found["items"]["2"]) == (None, None)


def test_bounds_count_levels_certainly_met_and_those_that_may_be():
    found = one(made_of_criteria(findings=findings(c5=None, c9=None), honours=[]))

    # 5: nothing certain, four stars possible (5.40); 9: three certain (8.00), five possible
    assert (found["score_low"], found["score_high"]) == ("92.00", "99.40")


def test_the_band_is_that_of_the_low_bound_and_includes_its_lower_end():
    bands = {"74.99": 0, "75": 3, "84.99": 3, "85": 4, "94.99": 4, "95": 5}

    found = {s: one(five_star(assessments=[{"score": s}]))["band"] for s in bands}

    assert found == bands
    assert one(made_of_criteria(findings=findings(c5=None, c9=None), honours=[]))["band"] == 4


def test_an_assessment_counts_whatever_the_criteria_say():
    found = one(five_star(assessments=[{"score": 80.05}]))

    assert (found["score"], found["band"], found["stars"]) == ("80.05", 3, 3)


def test_an_assessment_of_another_year_is_none():
    found = one(five_star(assessments=[{"score": 80, "year": 2025}]))

    assert found["score"] == "100.00"
