"""An explanation is the object of `rate` with reasons, what is reachable, and the gap."""

import re
from datetime import date

import pytest

from tests.rating.county import attested, member, scoring, village
from tests.rating.office import (
    BM,
    A,
    B,
    activity,
    explained,
    findings,
    five_star,
    one,
    records,
    scheme,
)
from xingping.rating.explain import explain, explain_rated
from xingping.rating.rate import rate

OCTOBER = "2026-10-01"
DAYS = ["2026-01-15", "2026-06-30", "2026-10-30", "2026-11-15", "2026-12-31", "2027-01-20"]


def an_open_year():
    """A branch in October: some done, some missed, some still to come."""
    return five_star(activities=[activity("2026-04-01")], findings=findings(c2=None, c10=4))


def test_the_object_of_rate_comes_first_and_unchanged():
    found = explained(an_open_year(), on=OCTOBER).to_json()
    alone = one(an_open_year(), on=OCTOBER)

    assert {key: found[key] for key in alone} == alone
    assert list(found) == [*alone, "reasons", "stars_reachable", "score_reachable", "gap"]


def test_an_open_part_has_the_keys_of_the_contract():
    why = explained(an_open_year(), on=OCTOBER).to_json()["reasons"]["7"]["5"]

    assert list(why) == [
        "verdict", "clause", "zh", "en", "assumptions", "facts", "reach", "until", "by", "needs",
    ]  # fmt: skip
    assert (why["verdict"], why["clause"], why["assumptions"]) == ("not_met", "A-S5.7", ["A-R13"])
    assert (why["reach"], why["until"], why["by"]) == ("open", "2026-12-31", ["branch"])
    assert set(why["needs"]) == {"zh", "en"}


def test_a_settled_part_says_when_it_may_hold_again():
    why = explained(an_open_year(), on=OCTOBER).to_json()["reasons"]["10"]["5"]

    assert (why["reach"], why["again"]) == ("settled", 2027)
    assert not {"until", "by", "needs"} & set(why)


def test_facts_name_register_rows_and_value():
    facts = explained(an_open_year(), on=OCTOBER).to_json()["reasons"]["7"]["5"]["facts"]

    assert facts[0] == {"register": "activities", "rows": ["activities.csv:2"], "value": "1"}
    assert [f["register"] for f in facts] == ["activities", "findings"]


def test_every_criterion_and_level_has_a_sentence_with_its_clause():
    found = explained(an_open_year(), on=OCTOBER).to_json()

    for criterion, levels in found["criteria"].items():
        for level, verdict in levels.items():
            why = found["reasons"][criterion][level]
            assert why["verdict"] == verdict
            assert why["clause"] == f"A-S{level}.{criterion}"
            assert f"（{why['clause']}）" in why["zh"]
            assert f"({why['clause']})" in why["en"]


def test_what_is_met_has_no_reach():
    found = explained(an_open_year(), on=OCTOBER).to_json()

    for levels in found["reasons"].values():
        for why in levels.values():
            assert (why["reach"] is None) == (why["verdict"] == "met")


def test_reasons_of_b_are_keyed_by_item_and_veto_clause_at_level_five():
    found = explained(village(), B).to_json()["reasons"]

    items = [f"B-2.{n}" for n in range(1, 6)] + [f"B-4.{n}" for n in range(1, 5)]
    assert list(found) == items + [f"B-5.{n}" for n in range(1, 8)]
    assert all(list(levels) == ["5"] for levels in found.values())


def test_reasons_of_bm_likewise():
    found = explained(member(), BM).to_json()["reasons"]

    assert list(found) == [*(f"BM-2.{n}" for n in range(1, 6)), "BM-5.1", "BM-5.2"]


@pytest.mark.parametrize("day", DAYS)
def test_certain_never_exceeds_possible_nor_possible_what_is_reachable(day):
    branches = [an_open_year(), five_star(), five_star(findings=[]), {}, five_star(declarations=[])]

    for has in branches:
        found = explained(has, on=day).to_json()
        assert found["stars"] <= found["stars_possible"] <= found["stars_reachable"]
        assert float(found["score_high"]) <= float(found["score_reachable"])


def test_what_is_reachable_falls_as_the_year_passes():
    has = five_star(findings=[], declarations=[], activities=[])
    found = [explained(has, on=day).to_json() for day in DAYS]

    reachable = [f["stars_reachable"] for f in found]
    assert reachable == sorted(reachable, reverse=True)
    assert (reachable[0], reachable[-1]) == (5, 0)


def test_a_village_reaches_five_while_its_score_may_still_reach_90():
    low = explained(scoring(85), B, on=OCTOBER).to_json()
    late = explained(scoring(85), B, on="2026-12-31").to_json()

    assert (low["stars_reachable"], low["score_reachable"]) == (5, "95.00")
    assert (late["stars_reachable"], late["score_reachable"]) == (0, "85.00")


def test_a_disqualified_village_reaches_nothing_and_an_exempt_one_holds_five():
    out = explained(scoring(95, attestations=attested(["B-5.1"])), B).to_json()
    held = explained(scoring(50, titles=[{"stars": 5}]), B).to_json()

    assert (out["stars_reachable"], out["gap"]["5"]["settled"][-1]) == (0, "B-5.1")
    assert (held["stars_reachable"], held["gap"]) == (5, {})


def test_an_unknown_subject_is_a_key_error():
    with pytest.raises(KeyError):
        explain(
            scheme(),
            records(A, {"s": five_star()}),
            year=2026,
            subject="t",
            parameters={"target_score": 85},
        )


def test_a_rating_at_hand_is_explained_without_rating_again():
    given = records(A, {"s": an_open_year()})
    asked = {"year": 2026, "on": date(2026, 10, 1), "parameters": {"target_score": 85}}

    rated = rate(scheme(), given, **asked)

    again = explain(scheme(), given, subject="s", **asked)
    assert explain_rated(rated, "s").to_json() == again.to_json()


def test_the_text_tells_the_result_the_gap_and_every_criterion():
    zh = explained(an_open_year(), on=OCTOBER).lines()
    en = explained(an_open_year(), on=OCTOBER).lines("en")

    assert "今年最高还可达到四星级" in zh[1]
    assert "highest still in reach this year: four stars" in en[1]
    assert sum(line.startswith(("  ●", "  ○", "  ◇")) for line in zh) == 39
    assert not any(re.search("[一-鿿]", line) for line in en)
