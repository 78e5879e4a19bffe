"""Places of many groups at once: the same as one subject after another gives."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xingping.rating.ranking import Standing, places
from xingping.rating.standing import Standings, place_all

SCORES = [(90, 90), (90, 90), (80, 95), (70, 70), (70, 70), (60, 60), (60, 88)]
OUT = [False, False, False, False, False, True, False]
PERHAPS = [False, False, False, True, False, True, False]
GROUP = [0, 0, 0, 0, 0, 0, 1]


def standings(scores=SCORES, out=OUT, perhaps=PERHAPS, group=GROUP):
    lo, hi = (np.array(part, np.int64) for part in zip(*scores, strict=True))
    return Standings(lo, hi, np.array(out), np.array(perhaps), np.array(group, np.int64))


def listed(found):
    return [part.tolist() for part in found.parts()]


def test_bounds_of_three_by_hand():
    best, worst, low, high = listed(
        place_all(
            standings([(90, 90), (80, 95), (70, 70)], [False] * 3, [False] * 3, [0] * 3),
            "share",
            None,
        )
    )

    assert best == [1, 1, 3]
    assert worst == [2, 2, 3]
    assert (low, high) == ([3, 3, 3], [3, 3, 3])


def test_equal_scores_share_the_better_or_the_worse_place():
    equal = standings([(9, 9), (9, 9), (5, 5)], [False] * 3, [False] * 3, [0] * 3)

    assert listed(place_all(equal, "share", None))[:2] == [[1, 1, 3], [1, 1, 3]]
    assert listed(place_all(equal, "worse", None))[:2] == [[2, 2, 3], [2, 2, 3]]
    assert listed(place_all(equal, "dense", None))[:2] == [[1, 1, 2], [1, 1, 2]]


@pytest.mark.parametrize("ties", ["share", "worse", "dense", "undecided"])
def test_all_at_once_gives_what_one_by_one_does(ties):
    assert listed(place_all(standings(), ties, None)) == one_by_one(ties, [()] * len(SCORES))


def test_ties_are_broken_only_where_scores_tie():
    keys = [(Fraction(n),) for n in (1, 2, 0, 5, 5, 0, 0)]
    asked = []

    def breakers(some):
        asked.extend(some)
        return [keys[i] for i in some]

    found = listed(place_all(standings(), "share", breakers))

    assert found == one_by_one("share", keys)
    assert 6 not in asked  # alone in its group


def test_scores_far_apart_are_taken_by_their_order():
    far = [(-(1 << 62), -(1 << 62)), (1 << 62, 1 << 62), (0, 1 << 62)]

    found = listed(place_all(standings(far, [False] * 3, [False] * 3, [0] * 3), "share", None))

    assert found[:2] == [[3, 1, 1], [3, 1, 2]]  # at best equal, never above


def test_nobody_has_no_place():
    nothing = np.array([], np.int64)
    empty = Standings(nothing, nothing, nothing == 0, nothing == 0, nothing)

    assert listed(place_all(empty, "share", None)) == [[], [], [], []]


def one_by_one(ties, keys):
    rows = zip(SCORES, OUT, PERHAPS, GROUP, keys, strict=True)
    found = places([Standing(*s, out, p, g, k) for s, out, p, g, k in rows], ties)
    return [
        [place.best or 0 for place in found],
        [place.worst or 0 for place in found],
        [place.ranked_low for place in found],
        [place.ranked_high for place in found],
    ]


FAR = 1 << 62
SCORE = st.integers(0, 4) | st.sampled_from([-FAR, FAR])


@st.composite
def standing(draw):
    """One subject: bounds, out or perhaps out, a group, a tie-breaker."""
    lo, hi = sorted((draw(SCORE), draw(SCORE)))
    hi = draw(st.sampled_from([lo, hi]))
    out = draw(st.sampled_from([False, False, True]))
    tie = draw(st.sampled_from([None, Fraction(1), Fraction(2)]))
    return Standing(lo, hi, out, out or draw(st.booleans()), draw(st.integers(0, 2)), (tie,))


@pytest.mark.parametrize("ties", ["share", "worse", "dense", "undecided"])
@pytest.mark.parametrize("broken", [False, True])
@settings(max_examples=60)
@given(them=st.lists(standing(), max_size=12))
def test_ranks_at_once_are_the_ranks_of_each_group(ties, broken, them):
    one_by_one = [
        Standing(s.lo, s.hi, s.out, s.perhaps_out, s.group, s.ties if broken else ()) for s in them
    ]
    columns = (
        np.array([s.lo for s in them], np.int64),
        np.array([s.hi for s in them], np.int64),
        np.array([s.out for s in them], np.bool_),
        np.array([s.perhaps_out for s in them], np.bool_),
        np.array([s.group for s in them], np.int64),
    )
    breakers = (lambda some: [them[i].ties for i in some]) if broken else None

    found = place_all(Standings(*columns), ties, breakers)

    wanted = [
        (p.best or 0, p.worst or 0, p.ranked_low, p.ranked_high) for p in places(one_by_one, ties)
    ]
    assert list(zip(*(part.tolist() for part in found.parts()), strict=True)) == wanted
