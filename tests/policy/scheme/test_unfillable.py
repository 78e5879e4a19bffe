"""Quotas that cannot be filled are refused with a reason."""

import pytest

from tests.rating.share import quota, scheme
from xingping.policy.faults import SchemeFaultyError


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (quota({1: 1}), "'1' is the lowest level, so those without a place have no next one"),
        (
            quota({4: 1, 3: 1}, beyond=3),
            "'3' has places of its own, so the surplus cannot go there",
        ),
        (quota({4: 1, 1: 1}, beyond=2), "make it two quotas"),
        (quota({3: 1}, kind="exactly"), "one in the middle alone has no beginning"),
        (quota({4: 1}, each="month"), "only 'kind: reward' goes by month"),
    ],
)
def test_a_quota_that_cannot_be_filled_is_refused(written, reason):
    with pytest.raises(SchemeFaultyError) as refused:
        scheme(written)

    assert any(reason in fault.what.en for fault in refused.value.faults)


def test_who_is_rated_is_counted_for_places_alone():
    act = "acts:\n  a:\n    when: rated > 3\n    then: x\n"
    with pytest.raises(SchemeFaultyError) as refused:
        scheme(quota({4: 1}), more=act)

    assert any("quota alone" in fault.what.en for fault in refused.value.faults)


def test_a_rank_is_not_known_within_a_part_of_the_period():
    ranks = (
        "ranks:\n  rank:\n    title: 名次 | rank\n    by: score\n    within: all\n    ties: share\n"
        "acts:\n  a:\n    when: count(each month, rank <= 3) >= 2\n    then: x\n"
    )
    with pytest.raises(SchemeFaultyError) as refused:
        scheme(quota({4: 1}), more=ranks)

    assert any("whole period" in fault.what.en for fault in refused.value.faults)
