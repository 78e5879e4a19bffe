"""Rewards by place: of the period, and of each month by its own score."""

from datetime import date

import pytest

from tests.rating.months import rated

COINS = """quotas:
  coins:
    title: 梅花币 | coins
    clause: S-3
    kind: reward
    places:
      5: floor({share} * all)
    within: all
    by: score
    ties: {ties}
    each: month
"""
HOMES = ("h1", "h2", "h3")
SLIPS = [
    ("h1", "2026-01-10", 5),
    ("h2", "2026-02-10", 30),
    ("h3", "2026-02-11", 1),
    ("h3", "2026-03-01", 2),
]


def coins(share="67%", ties="share", **how):
    found = rated(COINS.format(share=share, ties=ties), HOMES, SLIPS, **how)
    return {one.subject: one.rewards["coins"] for one in found}, found


@pytest.mark.parametrize("engine", ["python", "polars"])
def test_each_month_is_rewarded_by_its_own_score(engine):
    # two of three each month: January h2 h3, February h1 h3, March h1 h2
    found, _ = coins(engine=engine)

    assert found == {
        "h1": {"2026-01": "not_met", "2026-02": "met", "2026-03": "met"},
        "h2": {"2026-01": "met", "2026-02": "not_met", "2026-03": "met"},
        "h3": {"2026-01": "met", "2026-02": "met", "2026-03": "not_met"},
    }


def test_a_reward_changes_no_level():
    _, found = coins()

    assert [(found.of(h).stars, found.of(h).state) for h in HOMES] == [
        (5, "rated"),
        (3, "rated"),
        (5, "rated"),
    ]


def test_a_tie_on_the_line_leaves_a_reward_open_unless_the_scheme_decides():
    one_third = "34%"

    assert coins(one_third, "undecided")[0]["h2"]["2026-01"] == "not_yet_known"
    assert coins(one_third, "share")[0]["h2"]["2026-01"] == "met"
    assert coins(one_third, "none")[0]["h2"]["2026-01"] == "not_met"


def test_rewards_are_said_with_the_rating_and_given_in_json():
    _, found = coins()

    said = [text("en") for text in found.said]
    assert "coins (S-3) 2026-01: 2: h2, h3" in said
    assert next(one for one in found.to_json() if one["subject"] == "h1")["rewards"] == {
        "coins": {"2026-01": "not_met", "2026-02": "met", "2026-03": "met"}
    }


def test_a_month_that_has_not_begun_is_not_rewarded():
    found, _ = coins(on=date(2026, 2, 15))

    assert list(found["h1"]) == ["2026-01", "2026-02"]
