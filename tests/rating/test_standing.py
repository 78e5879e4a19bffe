"""Ranks of many groups at once are those of one group after another."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xingping.rating.ranking import Standing, places
from xingping.rating.standing import Standings, place_all

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


@pytest.mark.parametrize("ties", ["share", "worse", "dense"])
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
