"""Ranks by counting all pairs."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle import evaluate, outcome, values
from tests.oracle.values import SURE, Num


def _group(here, within):
    return None if within == "all" else here.world.own[here.subject].cells.get(within)


def _others(here, within):
    world = here.world
    return [
        other
        for other in map(world.at, world.subjects)
        if other.subject != here.subject and _group(other, within) == _group(here, within)
    ]


def keys(here, rules):
    return [evaluate.evaluate(rule.tree, here) for rule in rules]


def above(mine, theirs):
    """(certainly, possibly) whether keys ``theirs`` stand before ``mine``, best first."""
    if not mine:
        return False, False
    (al, ah), (bl, bh) = values.ends(mine[0]), values.ends(theirs[0])
    certain, possible = above(mine[1:], theirs[1:])
    return bl > ah or (bl == ah and certain), bh > al or (bh == al and possible)


def rank(here, name):
    """Best and worst rank; none for who is certainly out of the ranking."""
    key = ("rank", name, here.subject)
    if key not in here.world.memo:
        here.world.memo[key] = _rank(here, here.world.scheme.ranks[name])
    return here.world.memo[key]


def _rank(here, spec):
    if outcome.unranked(here).certain:
        return Num(none=SURE)
    mine, best, worst = keys(here, spec.by), 1, 1
    for other in _others(here, spec.within):
        out = outcome.unranked(other)
        certain, possible = above(mine, keys(other, spec.by))
        if spec.ties in ("worse", "undecided"):  # who is equal counts, or may count, as above
            below, may_be_below = above(keys(other, spec.by), mine)
            certain = certain if spec.ties == "undecided" else not may_be_below
            possible = not below
        best += certain and not out.possible
        worst += possible and not out.certain
    return Num(Fraction(best), Fraction(worst))


def ranked(here, name):
    """How many are ranked."""
    within = here.world.scheme.ranks[name].within
    outs = [outcome.unranked(each) for each in [here, *_others(here, within)]]
    return Num(
        Fraction(sum(not out.possible for out in outs)),
        Fraction(sum(not out.certain for out in outs)),
    )
