"""How the places of a quota are filled."""

import pytest

from tests.rating.share import BANDS, NO_LINE, quota, scheme
from xingping.policy.scheme.filling import blocks, gives, limits, moves, upward


def one(written, bands=BANDS):
    policy = scheme(written, bands)
    return policy, policy.quotas["q"]


def test_a_guide_and_a_reward_limit_nothing():
    kinds = ("at most", "exactly", "guide", "reward")

    found = [limits(one(quota({4: 1}, kind=kind))[1]) for kind in kinds]

    assert found == [True, True, False, False]


def test_a_level_is_given_by_place_where_it_is_forced_or_where_no_rule_gives_one():
    assert gives(*one(quota({4: 1}, kind="exactly")))
    assert gives(*one(quota({4: 1}), NO_LINE))
    assert not gives(*one(quota({4: 1})))


def test_a_quota_whose_surplus_rises_is_filled_from_below():
    assert upward(*one(quota({1: 1}, beyond=2)))
    assert not upward(*one(quota({4: 1}, beyond=3)))
    assert not upward(*one(quota({4: 1})))
    assert moves(*one(quota({1: 1}, beyond=2)))


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("43", ["43", ""]),
        ("14", ["4", "1"]),
        ("124", ["4", "12"]),
        ("1234", ["4321", ""]),
        ("3", None),
        ("13", None),
    ],
)
def test_levels_are_filled_from_the_ends(listed, expected):
    found = blocks(scheme(quota({4: 1})).levels, tuple(listed))

    said = None if found is None else ["".join(level.id for level in block) for block in found]
    assert said == expected
