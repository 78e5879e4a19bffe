"""Gates: the first that fails ends the process with a level or a state, without a score or a rank."""

import pytest

from tests.rating.share import people, quota, scheme
from xingping.policy.faults import SchemeFaultyError
from xingping.rating.rate import rate

RANKS = "ranks:\n  rank:\n    title: 名次 | rank\n    by: score\n    within: all\n    ties: share\n"
GATES = """gates:
  first:
    when: senior
    else: not rated
  second:
    when: second >= 1
    else: stars = 2
"""


def rated(**columns):
    policy = scheme(quota({4: 9}), more=GATES + RANKS)
    return rate(policy, people(*[20] * 5, **columns), year=2026)


def test_the_first_gate_that_fails_says_what_becomes_of_a_subject():
    found = rated(senior=[True, True, False, False, None], second=[1, 0, 1, 0, 1])

    said = {
        one.subject: (one.stars, one.stars_possible, one.state, one.score.known, one.rank)
        for one in found
    }

    assert said["p0"] == (4, 4, "rated", 20, said["p0"][4])
    assert said["p1"] == (2, 2, "rated", None, None)
    assert said["p2"] == said["p3"] == (1, 1, "not_rated", None, None)
    assert said["p4"][:4] == (1, 4, "provisional", 20)


def test_who_is_stopped_does_not_count_among_the_ranked():
    found = rated(senior=[False, True, True, True, True], second=[0, 1, 1, 1, 1])

    assert [one.rank for one in found if one.rank is not None] == [1] * 4


def test_a_gate_gives_no_score():
    with pytest.raises(SchemeFaultyError) as refused:
        scheme(quota({4: 9}), more=GATES.replace("stars = 2", "score = 0"))

    assert any("a gate that fails" in fault.what.en for fault in refused.value.faults)
