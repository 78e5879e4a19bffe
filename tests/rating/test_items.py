"""Reasons of a scheme by points: why an item has its points and what it may still earn."""

from pathlib import Path

from tests.rating.county import honour, member, village
from tests.rating.office import BM, B, reason

OCTOBER, LAST = "2026-10-01", "2026-12-31"


def item(has, key, name=B, **more):
    return reason(has, key, "5", name, **more)


def test_full_points_are_met_and_have_no_reach():
    why = item(village((20, 18, 18, 18, 9)), "B-2.1")

    assert (why["verdict"], why["reach"], why["clause"]) == ("met", None, "B-2.1")


def test_fewer_points_given_are_settled_until_the_next_year():
    why = item(village((20, 18, 18, 18, 9)), "B-2.2")

    assert (why["verdict"], why["reach"], why["again"]) == ("not_met", "settled", 2027)


def test_points_not_given_are_open_by_the_reviewer_without_a_last_day():
    why = item(village((None, 18, 18, 18, 9)), "B-2.1", on=OCTOBER)

    assert (why["verdict"], why["reach"], why["until"]) == ("not_yet_known", "open", None)
    assert why["by"] == ["reviewer"]
    assert "尚未评分" in why["needs"]["zh"]


def test_a_bonus_is_open_by_the_superior_until_the_years_last_day():
    has = village(honours=[honour("honour", "county")])

    why = item(has, "B-4.4", on=OCTOBER)

    assert (why["verdict"], why["reach"], why["until"]) == ("not_met", "open", LAST)
    assert (why["by"], why["facts"][0]["rows"]) == (["superior"], ["honours.csv:2"])


def test_on_the_years_last_day_a_bonus_is_settled():
    why = item(village(), "B-4.4", on=LAST)

    assert (why["reach"], why["again"]) == ("settled", 2027)


def test_a_bonus_at_its_highest_is_met():
    why = item(village(honours=[honour("publicity", "nation")]), "B-4.2", on=OCTOBER)

    assert (why["verdict"], why["reach"]) == ("met", None)


def test_honours_not_kept_leave_a_bonus_open_without_a_last_day():
    why = item(village(), "B-4.4", on=LAST, unkept=[("honours", 2026)])

    assert (why["verdict"], why["reach"], why["until"]) == ("not_yet_known", "open", None)


def test_the_survey_and_the_judged_half_are_told_together():
    why = item(village(), "B-2.5")

    assert [f["register"] for f in why["facts"]] == ["surveys", "points"]
    assert [f["value"] for f in why["facts"]] == ["0.90", "9"]


def test_a_survey_that_is_missing_is_open():
    why = item(village(survey=None), "B-2.5", on=LAST)

    assert (why["verdict"], why["reach"], why["by"]) == ("not_yet_known", "open", ["reviewer"])


def test_a_members_dimension_names_its_ballots():
    why = item(member(), "BM-2.1", BM)

    rows = {row for fact in why["facts"] for row in fact["rows"]}
    assert len(rows) == 5
    assert (why["verdict"], why["reach"]) == ("not_met", "settled")


def test_too_few_fellows_are_said():
    why = item(member(fellows=(18, 18)), "BM-2.1", BM)

    assert (why["verdict"], why["reach"], why["by"]) == ("not_yet_known", "open", ["member"])
    assert "3" in why["needs"]["zh"]


def test_points_without_a_cap_have_no_upper_limit():
    ledger = str(Path(__file__).parents[1] / "policies" / "35-credit-ledger")
    why = reason({}, "plus", "A", ledger, on="2026-10-01", season={})

    assert why["needs"]["zh"].endswith("得分不封顶")
    assert why["needs"]["en"].endswith("no upper limit")
