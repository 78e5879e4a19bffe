"""Ceilings on the best levels and on the worst."""

from tests.rating.share import levels, people, quota, scheme, settled


def test_the_surplus_of_each_level_takes_the_places_of_the_next():
    policy = scheme(quota({4: 2, 3: 2}))

    assert settled(policy, people(20, 19, 18, 17, 12, 11, 3)) == [4, 4, 3, 3, 2, 2, 1]


def test_a_surplus_that_lapses_takes_no_places_of_the_next_level():
    policy = scheme(quota({4: 1, 3: 1}, beyond=2))

    assert settled(policy, people(20, 19, 12, 11)) == [4, 2, 3, 2]


def test_places_that_nobody_has_earned_stay_empty():
    assert settled(scheme(quota({4: 3, 3: 1})), people(20, 12, 11)) == [4, 3, 2]


def test_only_who_may_have_a_place_keeps_the_level():
    policy = scheme(quota({4: 2}, of="senior"))

    assert settled(policy, people(20, 19, 18, senior=[False, True, True])) == [3, 4, 4]


def test_places_are_counted_within_each_group():
    policy = scheme(quota({4: "floor(50% * all)"}, within="team"))

    assert settled(policy, people(20, 19, 18, 17, team=["a", "a", "b", "b"])) == [4, 3, 4, 3]


def test_the_better_ones_rise_from_the_worst_level():
    policy = scheme(quota({1: 1}, by="-mark", beyond=2))

    assert settled(policy, people(20, 4, 1, 0)) == [4, 2, 2, 1]


def test_twelve_bad_cases_of_a_hundred_leave_five_at_the_worst_level():
    policy = scheme(quota({1: "floor(5% * rated)"}, by="-mark, -second", beyond=2, ties="share"))
    records = people(*[0] * 12, *[20] * 88, second=[*range(12), *[20] * 88])

    assert settled(policy, records) == [1] * 5 + [2] * 7 + [4] * 88


def test_who_ties_on_the_worst_line_shares_the_better_level():
    policy = scheme(quota({1: 1}, by="-mark", beyond=2, ties="share"))

    assert settled(policy, people(0, 0, 2)) == [2, 2, 2]
    assert settled(scheme(quota({1: 1}, by="-mark", beyond=2, ties="none")), people(0, 0, 2)) == [
        1,
        1,
        2,
    ]


def test_who_is_held_at_the_worst_level_takes_a_place_there():
    policy = scheme(quota({1: 2}, by="-mark", beyond=2))

    found = levels(policy, people(20, 0, 1, 2, barred=[True, False, False, False]))

    assert [low for low, _, _ in found] == [1, 1, 2, 2]
    assert found[0][2] == "disqualified"
