"""The places of a quota, for any number of subjects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import z3

from xingping.doctor.population.counting import Counting
from xingping.doctor.population.seasons import ready
from xingping.doctor.population.terms import Expr, Share
from xingping.doctor.visit import Visit
from xingping.policy.language.tree import Node
from xingping.policy.scheme import filling
from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.seats import places_of


def places(counting: Counting, tree: Node, year: int, *, whole: bool = True) -> Expr | None:
    """The places of a rule in a year of the campaign, never below 0; None where it is not a number.

    ``whole``: rounded down, as places are; else the share itself.
    """
    counting.fixed = {**counting.fixed, "campaign_year": Fraction(year)}
    number = counting.number(tree)
    if isinstance(number, Share):
        return None
    found = z3.ToReal(z3.ToInt(number)) if whole else number
    return z3.If(found < 0, z3.RealVal(0), found)


@dataclass(frozen=True, slots=True)
class Engine:
    """What the rating makes of a quota's places."""

    scheme: Scheme
    quota: Quota

    def number(self, level: str, year: int, count: int) -> int | None:
        """The places of a level for ``count`` subjects; None while they are not known."""
        one = ready(self.scheme, year)
        return None if one is None else places_of(one, self.quota, level, count)


def number_asked(visit: Visit, quota: Quota) -> int | None:
    """How many subjects are asked about; None: every number, as of groups, whose sizes nobody says."""
    return visit.units if quota.within == "all" else None


def limits(scheme: Scheme) -> Iterator[Quota]:
    """The quotas that limit a level."""
    return (quota for quota in scheme.quotas.values() if filling.limits(quota))


def moved_to(scheme: Scheme) -> set[str]:
    """The levels to which quotas move those without a place."""
    moved: set[str] = set()
    for quota in limits(scheme):
        if quota.beyond == "next":
            moved |= {
                below.id for below, level in pairwise(scheme.levels) if level.id in quota.places
            }
        else:
            moved.add(quota.beyond)
    return moved
