"""What is said of all at once: the year's targets, and reports beside a rating."""

from tests.rating.county import scoring
from tests.rating.office import SEASON, A, B, five_star, rated


def said(subjects, name=A, lang="zh", **more):
    return [text(lang) for text in rated(subjects, name, **more).said]


def branches(*scores):
    return {f"u{n}": five_star(assessments=[{"score": s}]) for n, s in enumerate(scores)}


def season(first_year):
    return SEASON[A] | {"first_year": first_year}


def test_the_target_of_the_year_is_reported_and_others_not():
    found = said(branches(96, 80), season=season("2026"), lang="en")

    assert any("A-2.1" in text for text in found)
    assert not any("A-2.2" in text or "A-2.3" in text for text in found)


def test_a_target_is_met_or_not_by_the_stars_of_all():
    # five and three stars: all at three or more; in year 3 half at five, not 80 %
    both = branches(96, 80)

    first = next(t for t in said(both, season=season("2026"), lang="en") if "A-2.1" in t)
    third = next(t for t in said(both, season=season("2024"), lang="en") if "A-2.3" in t)

    assert first.endswith(": met")
    assert third.endswith(": not met")


def test_seventy_percent_means_three_or_more():
    found = said(branches(96, 96), season=season("2026"), lang="en")

    assert next(t for t in found if "A-4.1b" in t).endswith(": met")


def test_a_target_is_open_while_stars_are():
    two = branches(96, 80)
    two["u1"]["findings"] = []

    found = said(two, season=season("2026"), lang="en")

    assert next(t for t in found if "A-2.1" in t).endswith(": not yet known")


def test_without_the_first_year_the_targets_are_not_reported():
    assert said(branches(96), season={"target_score": "85"}) == []


def test_an_assessment_for_some_branches_of_a_committee_only_is_reported():
    two = branches(96, 90)
    two["u1"]["assessments"] = []
    apart = {**two, "u1": {**two["u1"], "group": "other"}}
    only = {"target_score": "85"}

    assert any("有的支部有年度考核分" in text for text in said(two, season=only))
    assert said(apart, season=only) == []


def test_the_target_of_a_county_counts_villages_that_hold_five_stars():
    five = {f"v{n}": scoring(80, titles=[{"stars": 5}]) for n in range(4)} | {"v9": scoring(80)}

    found = said(five, B, "en", season={"first_year": "2024"})

    assert next(t for t in found if "B-1.3" in t).endswith(": met")
