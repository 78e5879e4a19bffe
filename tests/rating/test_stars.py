"""The levels before places are shared out."""

from tests.rating.share import people, quota, scheme
from xingping.rating.rate import rate
from xingping.rating.stars import stars_before


def test_levels_are_as_earned_before_any_place_is_given():
    one = rate(scheme(quota({4: 1})), people(20, 18, None), year=2026, engine="python").run

    before = stars_before(one)

    assert list(zip(before.low, before.high, strict=True)) == [(4, 4), (4, 4), (1, 4)]
