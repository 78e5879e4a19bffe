"""Bounds of ranks hold in every completion of small groups, however ties are ranked."""

import random
from itertools import product

import pytest

from xingping.rating.ranking import Standing, places

RULES = ("share", "worse", "dense", "undecided")


def group(rng):
    """A few subjects, some scores, tie-breakers and disqualifications not known."""
    keys = rng.randint(0, 1)
    found = []
    for _ in range(rng.randint(1, 4)):
        low = rng.randint(0, 3)
        state = rng.choice(["in", "in", "in", "perhaps", "out"])
        ties = tuple(rng.choice([0, 1, None]) for _ in range(keys))
        high = min(low + rng.choice([0, 0, 1, 2]), 3)
        found.append(Standing(low, high, state == "out", state != "in", "g", ties))
    return found


def completions(standings):
    ways = []
    for one in standings:
        outs = [True] if one.out else [False, True] if one.perhaps_out else [False]
        ties = product(*([0, 1] if t is None else [t] for t in one.ties))
        ways.append(list(product(range(one.lo, one.hi + 1), outs, list(ties))))
    return product(*ways)


def ranks(full, rule):
    """The ranks each may have; none for who is out."""
    keys = [None if out else (score, *ties) for score, out, ties in full]
    found = []
    for i, mine in enumerate(keys):
        others = [key for j, key in enumerate(keys) if j != i and key is not None]
        if mine is None:
            found.append(set())
            continue
        above = [key for key in others if key > mine]
        equal = sum(key == mine for key in others)
        best = 1 + (len(set(above)) if rule == "dense" else len(above))
        found.append(
            {"worse": {best + equal}, "undecided": set(range(best, best + equal + 1))}.get(
                rule, {best}
            )
        )
    return found


@pytest.mark.parametrize("rule", RULES)
def test_every_rank_that_may_be_lies_within_the_bounds(rule):
    rng = random.Random(f"ranks {rule}")
    for _ in range(150):
        standings = group(rng)
        bounds = places(standings, rule)
        for full in completions(standings):
            for one, may in zip(bounds, ranks(full, rule), strict=True):
                assert all(one.best <= rank <= one.worst for rank in may), (standings, full)


@pytest.mark.parametrize("rule", RULES)
def test_a_group_that_is_known_has_the_ranks_that_the_rule_says(rule):
    rng = random.Random(f"known {rule}")
    for _ in range(100):
        standings = [
            Standing(one.lo, one.lo, one.out, one.out, "g", tuple(t or 0 for t in one.ties))
            for one in group(rng)
        ]
        (full,) = completions(standings)
        for one, may in zip(places(standings, rule), ranks(full, rule), strict=True):
            assert (one.best, one.worst) == ((min(may), max(may)) if may else (None, None))
