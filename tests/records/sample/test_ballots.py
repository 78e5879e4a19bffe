"""Ballots on one member, and the score that follows."""

from collections import Counter
from decimal import Decimal

import pytest

from xingping.records.sample.ballots import Ballots, cast, rows
from xingping.records.sample.draw import draw


def test_the_score_is_a_tenth_self_three_tenths_fellows_six_tenths_committee():
    # 20 self; 19, 19, 19 committee; 18, 17, 18 fellows: 18.70
    ballots = Ballots(((40, 38, 38, 38, 36, 34, 36),) * 5, 3)

    assert ballots.merit() == (5 * 1870, 5 * 114, 5 * 106 * 20)


def test_turning_the_dimensions_changes_no_sum():
    ballots = cast(draw(1), 9000)

    assert ballots.turned(2) != ballots
    assert ballots.turned(2).merit() == ballots.merit()


def test_ballots_stay_near_their_aim():
    scores = [cast(draw(1, turn), 9000).merit()[0] for turn in range(200)]

    assert 8950 <= sum(scores) // len(scores) <= 9100


@pytest.mark.parametrize(
    ("missing", "left"),
    [(None, (1, 3, 4)), ("self", (0, 3, 4)), ("committee", (1, 0, 4)), ("fellows", (1, 3, 2))],
)
def test_what_is_missing_is_missing_in_the_third_dimension_only(missing, left):
    ballots = Ballots(((40, 38, 38, 38, 36, 34, 36, 35),) * 5, 4)

    written = rows("m1", 2026, ballots, missing)

    counts = Counter((row["dimension"], row["by"]) for row in written)
    assert tuple(counts[3, by] for by in ("self", "committee", "fellow")) == left
    assert tuple(counts[2, by] for by in ("self", "committee", "fellow")) == (1, 3, 4)
    assert written[0] == {
        "member": "m1",
        "year": 2026,
        "by": "self",
        "dimension": 1,
        "points": Decimal("20.0"),
    }
