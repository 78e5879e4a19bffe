"""Ranks, and conditions on them, follow from the bounds of all scores."""

from tests.rating.office import (
    SEASON,
    findings,
    five_star,
    told,
)

MET, NOT, OPEN = "met", "not_met", "not_yet_known"


def made_of_criteria(**changes):
    return five_star(assessments=[], **changes)


def with_scores(**scores):
    return {unit: five_star(assessments=[{"score": s}]) for unit, s in scores.items()}


def ranks(found):
    return {unit: (r["rank"], r["rank_best"], r["rank_worst"]) for unit, r in found.items()}


def test_equal_scores_share_the_better_rank():
    found = told(with_scores(u1=90, u2=95, u3=95, u4=80))

    assert ranks(found) == {"u2": (1, 1, 1), "u3": (1, 1, 1), "u1": (3, 3, 3), "u4": (4, 4, 4)}


def test_ranks_are_within_one_office_committee():
    both = with_scores(u1=90, u2=95)
    both["u1"]["group"] = "other"

    assert ranks(told(both))["u1"] == (1, 1, 1)


def test_ranks_are_bounds_while_a_score_is_open():
    branches = {
        "u1": made_of_criteria(findings=findings(c2=None)),  # 92 to 100
        "u2": made_of_criteria(findings=findings(c10=3)),  # 98.80
        "u3": made_of_criteria(findings=findings(c2=0)),  # 92
    }

    found = ranks(told(branches))

    assert found == {"u1": (None, 1, 2), "u2": (None, 1, 2), "u3": (None, 2, 3)}


def test_a_condition_on_rank_is_open_until_the_bounds_decide_it():
    branches = {
        "u1": made_of_criteria(findings=findings(c2=None)),
        "u2": made_of_criteria(findings=findings(c10=3)),
        "u3": made_of_criteria(findings=findings(c2=0)),
    }

    found = {u: r["criteria"]["13"] for u, r in told(branches).items()}

    assert found["u2"] == {"3": MET, "4": MET, "5": OPEN}
    assert found["u3"] == {"3": MET, "4": MET, "5": NOT}


def test_ties_at_rank_one_three_and_five_share_what_the_rank_asks():
    scores = {"u1": 95, "u2": 95, "u3": 92, "u4": 92, "u5": 90, "u6": 90, "u7": 84}
    found = told(with_scores(**scores))

    levels = {u: r["criteria"]["13"] for u, r in found.items()}

    assert [levels[u]["5"] for u in scores] == [MET, MET, NOT, NOT, NOT, NOT, NOT]
    assert [levels[u]["4"] for u in scores] == [MET, MET, MET, MET, NOT, NOT, NOT]
    assert [levels[u]["3"] for u in scores] == [MET] * 6 + [NOT]


def test_the_target_score_is_enough_at_three_and_needed_above():
    season = SEASON["office-branches"] | {"target_score": "90"}
    found = told(with_scores(u1=90, u2=89.99), season=season)

    assert found["u1"]["criteria"]["13"] == {"3": MET, "4": MET, "5": MET}
    assert found["u2"]["criteria"]["13"] == {"3": MET, "4": NOT, "5": NOT}
