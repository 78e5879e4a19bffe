"""How many places there are: the base of a share, and its rounding."""

from fractions import Fraction

import pytest

from tests.rating.share import levels, people, quota, scheme
from xingping.rating.seats import largest_remainder


@pytest.mark.parametrize(("base", "got"), [("all", 4), ("rated", 3), ("eligible", 2)])
def test_the_base_of_a_share_is_counted_as_written(base, got):
    # eight people: two exempt, one barred, one not senior; a half of 8, of 6, of 4
    policy = scheme(quota({4: f"floor(50% * {base})"}, of="senior"))
    records = people(
        *[20] * 8,
        free=[True, True, *[False] * 6],
        barred=[False, False, True, *[False] * 5],
        senior=[*[True] * 7, False],
        second=range(8),
    )
    policy = scheme(quota({4: f"floor(50% * {base})"}, by="mark, second", of="senior"))

    found = [low for low, _, state in levels(policy, records) if state == "rated"]

    assert found.count(4) == got


def test_a_base_not_known_yet_leaves_the_last_place_open():
    policy = scheme(quota({4: "floor(50% * rated)"}))
    found = levels(policy, people(20, 19, 18, 3, absent=[False, False, False, None]))

    # three or four are rated: one place, or two
    assert [pair[:2] for pair in found[:3]] == [(4, 4), (3, 4), (3, 3)]


def test_largest_remainders_share_out_what_rounding_leaves():
    tenths = {
        "4": Fraction(7, 10),
        "3": Fraction(21, 10),
        "2": Fraction(28, 10),
        "1": Fraction(14, 10),
    }

    assert largest_remainder(tenths) == {"4": 1, "3": 2, "2": 3, "1": 1}


def test_equal_remainders_go_to_the_better_level():
    halves = {"4": Fraction(3, 2), "3": Fraction(3, 2)}

    assert largest_remainder(halves) == {"4": 2, "3": 1}


def test_shares_that_do_not_fill_the_whole_never_exceed_their_sum():
    assert largest_remainder({"4": Fraction(5, 4), "3": Fraction(5, 4)}) == {"4": 1, "3": 1}
