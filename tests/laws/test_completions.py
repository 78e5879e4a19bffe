"""What is called certain holds however the unknown turns out; what is called impossible never does."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.effort import tries
from tests.laws.engine import SEASONS, expected, scheme
from tests.oracle import outcome
from tests.oracle.completions import Completer
from tests.oracle.evaluate import settled
from tests.oracle.random_records import seasons
from tests.oracle.random_rules import small_scheme, with_rules, write
from tests.oracle.rate import rate
from tests.oracle.values import Cond
from tests.oracle.world import World

WAYS = 3
SETTLED = ("rated", "exempt", "disqualified", "vetoed", "not_rated")


@pytest.mark.parametrize("name", SEASONS)
def test_no_completion_of_a_season_contradicts_what_was_certain(name):
    @tries(15)
    @given(season=seasons(scheme(name), most=4), seed=st.integers(0, 2**32))
    def holds(season, seed):
        records, year, on = season
        said = expected(scheme(name), season, SEASONS[name])
        for way in range(WAYS):
            chance = random.Random(seed + way)
            full = Completer(scheme(name), records, year, on, chance).complete()
            known = rate(scheme(name), full, year, on, SEASONS[name], complete=True)
            assert [c for s in said for c in contradictions(said[s], known[s])] == []

    holds()


def contradictions(said, known):
    """Where a subject's completed result lies outside what was said of it."""
    for criterion, levels in said.get("criteria", {}).items():
        for level, verdict in levels.items():
            turned_out = known["criteria"][criterion][level]
            # a veto that may apply takes the rank away, and with it what the rank was good for
            ranked = known["rank"] is not None
            if verdict not in ("not_yet_known", turned_out) and ranked:
                yield (criterion, level, verdict, turned_out)
    if not within(known["score_low"], said) or not within(known["score_high"], said):
        yield ("score", said["score_low"], said["score_high"], known["score"])
    if known["stars"] < said["stars"] or known["stars_possible"] > said["stars_possible"]:
        yield ("stars", said["stars"], said["stars_possible"], known["stars"])
    both_ranked = said["rank_best"] is not None and known["rank"] is not None
    if both_ranked and not said["rank_best"] <= known["rank"] <= said["rank_worst"]:
        yield ("rank", said["rank_best"], said["rank_worst"], known["rank"])
    later_vetoed = (said["state"], known["state"]) == ("not_rated", "vetoed")
    if said["state"] in SETTLED and known["state"] != said["state"] and not later_vetoed:
        yield ("state", said["state"], known["state"])


def within(score, said):
    if score is None:
        return True
    low, high = said["score_low"], said["score_high"]
    return (low is None or Fraction(low) <= Fraction(score)) and (
        high is None or Fraction(score) <= Fraction(high)
    )


@tries(60)
@given(season=seasons(small_scheme(), most=2), seed=st.integers(0, 2**32))
def test_no_completion_leaves_the_bounds_of_a_random_rule(season, seed):
    records, year, on = season
    rules = write(random.Random(seed), 6)
    written = with_rules(rules)
    before = World(written, records, year, on)
    for way in range(WAYS):
        full = Completer(written, records, year, on, random.Random(seed + way)).complete()
        after = World(written, full, year, on, complete=True)
        for subject in filter(lambda one: rank_settled(before.at(one)), before.subjects):
            for number, (text, _) in enumerate(rules):
                said = outcome.result(before.at(subject), f"r{number}")
                known = outcome.result(after.at(subject), f"r{number}")
                assert inside(known, said), (text, subject, said, known)


def rank_settled(here):
    """Whether it is known that the subject is ranked, or is not.

    Until then conditions on its rank are read as if it were ranked (the contract), so a veto that
    comes to hold may contradict them.
    """
    out = outcome.unranked(here)
    return out.certain == out.possible


def inside(known, said):
    """Whether a completed value lies within what was said before."""
    if isinstance(said, Cond):
        known, said = settled(known), settled(said)
        return known.certain >= said.certain and known.possible <= said.possible
    if not known.exact:
        return True
    return (said.low is None or said.low <= known.low) and (
        said.high is None or known.high <= said.high
    )
