"""What is recorded of a village branch in one year."""

import pytest

from xingping.records.sample.aims import aims
from xingping.records.sample.draw import draw
from xingping.records.sample.villages import VillageYear, record

BONUS = {
    "innovation": {"county": 200, "nation": 500},
    "publicity": {"county": 100, "province": 300},
    "assessment": {"county": 200, "city": 200},
    "honour": {"county": 100, "city": 200},
}


@pytest.mark.parametrize("year", [1, 2, 3])
def test_a_branch_scores_what_it_is_to_score(year):
    for turn, aim in enumerate(aims(draw(1), year)):
        if "points_missing" in aim.marks:
            continue
        village = record(draw(1, turn), VillageYear("v001", 2026, aim, "镇党委"))

        assert abs(score(village) - aim.score) <= (0 if aim.survey else 5)


def test_what_a_mark_says_is_missing_or_attested():
    kinds = {}
    for aim in aims(draw(1), 3):
        village = record(draw(1), VillageYear("v001", 2026, aim, "镇党委"))
        holds = [row["clause"] for row in village.attestations if row["holds"]]
        for mark in aim.marks:
            kinds[mark] = (len(village.points), len(village.attestations), holds)

    assert kinds["points_missing"] == (4, 7, [])
    assert kinds["attestation_missing"] == (5, 6, [])
    assert kinds["B-5.7"] == (5, 7, ["B-5.7"])


def score(village):
    """Hundredths: judged points, half of a survey, bonus up to ten points."""
    survey = village.surveys[0]
    public = (2000 * survey["satisfied"] + survey["ballots"]) // (2 * survey["ballots"])
    bonus = sum(BONUS[row["about"]][row["level"]] for row in village.honours)
    return sum(int(100 * row["points"]) for row in village.points) + public + min(bonus, 1000)
