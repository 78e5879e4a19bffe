"""Forced distributions, and fixed places with a line."""

from tests.rating.share import NO_LINE, levels, people, quota, scheme, settled


def test_a_forced_distribution_gives_every_level_by_place():
    shares = {4: "10% * all", 3: "30% * all", 2: "40% * all", 1: "20% * all"}
    policy = scheme(quota(shares, kind="exactly", rounding="largest remainder"))

    assert settled(policy, people(*range(20, 10, -1))) == [4, 3, 3, 3, 2, 2, 2, 2, 1, 1]


def test_largest_remainders_share_out_what_rounding_leaves():
    # of 7: 0.7, 2.1, 2.8, 1.4 -> 1, 2, 3, 1
    shares = {4: "10% * all", 3: "30% * all", 2: "40% * all", 1: "20% * all"}
    policy = scheme(quota(shares, kind="exactly", rounding="largest remainder"))

    assert settled(policy, people(*range(20, 13, -1))) == [4, 3, 3, 2, 2, 2, 1]


def test_a_forced_bottom_is_filled_from_the_last():
    policy = scheme(quota({4: 1, 1: 2}, kind="exactly", beyond=3))

    assert settled(policy, people(20, 19, 12, 7, 6, 18)) == [4, 3, 3, 1, 1, 3]


def test_a_forced_level_never_goes_against_a_veto():
    policy = scheme(quota({4: 1, 3: 1}, kind="exactly", beyond=2))

    found = levels(policy, people(20, 19, 18, barred=[True, False, False]))

    assert [(low, high) for low, high, _ in found] == [(1, 1), (4, 4), (3, 3)]


def test_fixed_places_with_a_line_go_to_the_best_above_it():
    policy = scheme(quota({4: 3}, of="mark >= 10"), NO_LINE)

    assert settled(policy, people(9, 12, 20, 11, 15)) == [1, 4, 4, 1, 4]
    assert settled(policy, people(9, 12, 3)) == [1, 4, 1]


def test_one_unknown_mark_opens_only_what_it_can_change():
    shares = {4: 1, 3: 1, 2: 1, 1: 1}
    policy = scheme(quota(shares, kind="exactly"))

    found = [(low, high) for low, high, _ in levels(policy, people(20, None, 10, 0))]

    assert found == [(3, 4), (1, 4), (2, 3), (1, 2)]
