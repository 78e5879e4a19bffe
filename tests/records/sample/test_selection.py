"""A year's selection of members."""

import pytest

from xingping.records.sample.selection import places, select
from xingping.records.sample.villagers import villagers

UNITS = [f"v{at:03}" for at in range(1, 110)]


@pytest.mark.parametrize(("year", "expected"), [(1, 201), (2, 100), (3, 101)])
def test_places_are_rounded_up_on_the_sum_so_far(year, expected):
    assert places(year, 1003) == expected


def test_the_first_year_names_as_many_as_there_are_places_and_nobody_with_a_case():
    everyone = villagers(1, 1, UNITS)

    now = select(1, 1, everyone, set())

    assert len(now.named) == places(1, len(everyone))
    assert set(now.named) & set(now.marks) == set()


@pytest.mark.parametrize("seed", [1, 4])
def test_the_third_year_has_four_tied_for_what_is_left_of_the_places(seed):
    everyone = villagers(3, seed, UNITS)

    now = select(3, seed, everyone, set())

    merits = [b.merit() for member, b in now.ballots.items() if member not in now.marks]
    known = sorted(merits, reverse=True)
    count = places(3, len(everyone))
    assert len(set(known[count - 3 : count + 1])) == 1
    assert known[count][0] >= 9000
