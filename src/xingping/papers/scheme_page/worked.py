"""Places worked out for some numbers of subjects, by the same engine that gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import FIRST_YEAR, Quota
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compiled import compiled
from xingping.rating.examples.rows import YEAR
from xingping.rating.seats import places_of

SIZES = (10, 50, 100)


@dataclass(frozen=True, slots=True)
class Worked:
    """``year``: of the campaign, None where every year is alike; level -> places for each size."""

    year: int | None
    places: dict[str, tuple[int, ...]]


def worked(scheme: Scheme, quota: Quota) -> Iterator[Worked]:
    """The places of ``quota`` for each of `SIZES`, by year of the campaign where that matters.

    Levels whose places depend on what is not known here are left out; a year is left out where
    the places are the same for every size.
    """
    known = {one.id: one.default for one in scheme.parameters.values() if one.default is not None}
    years = range(1, scheme.campaign + 1) if scheme.campaign and _by_year(quota) else (None,)
    for year in years:
        if year is not None:
            known[FIRST_YEAR] = Fraction(YEAR - year + 1)
        ready = compiled(scheme, YEAR, date(YEAR, 12, 31).toordinal(), known)
        places: dict[str, tuple[int, ...]] = {}
        for level in quota.places:
            found = [places_of(ready, quota, level, size) for size in SIZES]
            whole = tuple(one for one in found if one is not None)
            if len(whole) == len(SIZES):
                places[level] = whole
        if any(len(set(numbers)) > 1 for numbers in places.values()):
            yield Worked(year, places)


def _by_year(quota: Quota) -> bool:
    return any(
        isinstance(node, Ref) and node.what == "system" and node.name == "campaign_year"
        for rule in quota.places.values()
        for node in walk(rule.tree)
    )
