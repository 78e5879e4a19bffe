"""Ties on a cut line: open for all who tie, and for nobody else."""

import pytest

from tests.rating.share import levels, people, quota, scheme, settled


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ("share", [(4, 4, "rated"), (4, 4, "rated"), (4, 4, "rated"), (3, 3, "rated")]),
        ("none", [(4, 4, "rated"), (3, 3, "rated"), (3, 3, "rated"), (3, 3, "rated")]),
        (
            "undecided",
            [(4, 4, "rated"), (3, 4, "undecided"), (3, 4, "undecided"), (3, 3, "rated")],
        ),
    ],
)
def test_who_ties_on_the_line_is_placed_as_the_scheme_says(ties, expected):
    policy = scheme(quota({4: 2}, ties=ties))

    assert levels(policy, people(20, 19, 19, 18)) == expected


def test_a_tie_that_does_not_cross_the_line_decides_nothing():
    for ties in ("share", "none", "undecided"):
        assert settled(scheme(quota({4: 2}, ties=ties)), people(19, 19, 18)) == [4, 4, 3]


def test_a_tie_at_the_line_leaves_the_next_level_as_certain_as_it_is():
    # one of the two falls to 3 and takes a place there, so 17 has the other and 12 has none
    policy = scheme(quota({4: 2, 3: 2}))

    assert levels(policy, people(20, 18, 18, 17, 12)) == [
        (4, 4, "rated"),
        (3, 4, "undecided"),
        (3, 4, "undecided"),
        (3, 3, "rated"),
        (2, 2, "rated"),
    ]
