"""The targets some years on, drawn many times over from the moves that the records show.

A draw takes the rates of promotion, demotion and veto themselves by chance (Dirichlet and beta
distributions over what was counted, each possible outcome counted half a time more, after
Jeffreys), then a course of years. Few records therefore give a wide spread. The generator is the
one whose stream numpy keeps unchanged, so that a seed gives the same draws everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from xingping.doctor.trial.aims import Aims, aims_of
from xingping.doctor.trial.seen import Seen, place, possible
from xingping.policy.scheme.filling import limits
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compiled import Compiled, compiled
from xingping.rating.rate import Rated
from xingping.rating.seats import seats

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS, SEED = 1000, 1
_HALF = 0.5  # Jeffreys: what was never seen is not impossible
_SPREAD = (5, 50, 95)  # percent of the draws


@dataclass(frozen=True, slots=True)
class Spread:
    """Of all draws: 5 % lie below ``low``, half below ``middle``, 5 % above ``high``."""

    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Aim:
    """A target in a year: met in ``met`` of ``draws``; None: it rests on more than levels."""

    id: str
    clause: str
    met: int | None
    draws: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """One year ahead: how many have a level or a higher one, and the targets."""

    year: int
    at_least: Mapping[str, Spread]
    aims: tuple[Aim, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """The years ahead, with what they were drawn from."""

    scheme: Scheme
    seen: Seen
    subjects: int
    draws: int
    seed: int
    years: tuple[Ahead, ...]


def project(
    rated: Rated,
    seen: Seen,
    *,
    years: int,
    seed: int = SEED,
    draws: int = DRAWS,
) -> Projection:
    """Draw ``draws`` courses of ``years`` years from the rating at hand.

    ``seen``: the moves to draw from (`look_back`).The season's parameters are kept
    for all years.
    """
    scheme, last = rated.run.scheme, rated.run.compiled.setting.year
    course = _Course(rated, seen, np.random.RandomState(seed))
    coming = [
        compiled(
            scheme, year, date(year, 12, 31).toordinal(), rated.run.compiled.setting.parameters
        )
        for year in range(last + 1, last + years + 1)
    ]
    aims = [aims_of(ready, rated.run.facts) for ready in coming]
    levels = len(scheme.levels)
    found = np.zeros((draws, years, levels), dtype=np.int64)
    for draw in range(draws):
        course.begin()
        for step, ready in enumerate(coming):
            course.pass_year(ready)
            found[draw, step] = course.totals()
    return Projection(
        scheme,
        seen,
        len(rated.ratings),
        draws,
        seed,
        tuple(_ahead(scheme, last + 1 + i, found[:, i], aims[i]) for i in range(years)),
    )


def _ahead(scheme: Scheme, year: int, found: NDArray[np.int64], aims: Aims) -> Ahead:
    above = found[:, ::-1].cumsum(axis=1)[:, ::-1]
    spreads = {}
    for at, level in enumerate(scheme.levels):
        low, middle, high = (
            int(v) for v in np.percentile(above[:, at], _SPREAD, method="closest_observation")
        )
        spreads[level.id] = Spread(low, middle, high)
    told = [
        Aim(target.id, target.clause, aims.met(target.id, found), len(found))
        for target in aims.targets
    ]
    return Ahead(year, spreads, tuple(told))


class _Course:
    """One draw after another: the rates, then how many of each group are at each level."""

    def __init__(self, rated: Rated, seen: Seen, draw: np.random.RandomState) -> None:
        self.scheme, self.seen, self.draw = rated.run.scheme, seen, draw
        self.levels = len(self.scheme.levels)
        self.within = next((q.within for q in self.scheme.quotas.values() if limits(q)), "all")
        groups = rated.run.groups(self.within)
        by_subject = {rating.subject: rating for rating in rated}
        self.names = list(dict.fromkeys(groups))
        self.sure = {name: np.zeros(self.levels, dtype=np.int64) for name in self.names}
        self.unsure: list[tuple[object, list[int]]] = []
        for subject, group in zip(rated.run.facts.subjects, groups, strict=True):
            may = list(possible(self.scheme, by_subject[subject]))
            if len(may) == 1:
                self.sure[group][may[0]] += 1
            else:
                self.unsure.append((group, may))
        exempt = self.scheme.exempt
        self.exempt = place(self.scheme, exempt.stars) if exempt and exempt.stars else None
        self.now: dict[object, NDArray[np.int64]] = {}
        self.rows: list[NDArray[np.float64]] = []
        self.veto = self.loss = 0.0

    def begin(self) -> None:
        """Take the rates by chance, and the level of those whose level is not yet known."""
        draw, seen, half = self.draw, self.seen, _HALF
        self.rows = [
            draw.dirichlet([seen.moves.get((a, b), 0) + half for b in range(self.levels)])
            for a in range(self.levels)
        ]
        self.veto = draw.beta(seen.vetoed + half, seen.judged - seen.vetoed + half)
        self.loss = draw.beta(seen.lost + half, seen.held - seen.lost + half)
        self.now = {name: counts.copy() for name, counts in self.sure.items()}
        for group, may in self.unsure:
            self.now[group][may[draw.randint(len(may))]] += 1

    def pass_year(self, ready: Compiled) -> None:
        """A year: losses and vetoes, levels earned, places shared out."""
        for group, counts in self.now.items():
            self.now[group] = self._pass(counts, ready)

    def _pass(self, counts: NDArray[np.int64], ready: Compiled) -> NDArray[np.int64]:
        earned = np.zeros(self.levels, dtype=np.int64)
        keeps = lost = 0
        for level, number in enumerate(counts):
            if level == self.exempt:
                lost = int(self.draw.binomial(number, self.loss))
                keeps = int(number) - lost
                continue
            out = int(self.draw.binomial(number, self.veto))
            earned += self.draw.multinomial(int(number) - out, self.rows[level])
            earned[0] += out
        earned[0] += lost
        size = int(counts.sum())
        self._share(earned, ready, size, size - keeps)
        if self.exempt is not None:
            earned[self.exempt] += keeps
        return earned

    def _share(self, earned: NDArray[np.int64], ready: Compiled, size: int, rated: int) -> None:
        """Those beyond the places go where the quota says; who stays is the same by number."""
        order = [level.id for level in self.scheme.levels]
        counts = {"all": (size, size), "rated": (rated, rated), "eligible": (rated, rated)}
        for quota in self.scheme.quotas.values():
            if not limits(quota):
                continue
            found = seats(ready, quota, counts)
            for level in sorted(found, key=order.index, reverse=True):
                at = order.index(level)
                beyond = at - 1 if quota.beyond == "next" else order.index(quota.beyond)
                surplus = max(int(earned[at]) - found[level][1], 0)
                if beyond >= 0:
                    earned[at] -= surplus
                    earned[beyond] += surplus

    def totals(self) -> Sequence[int]:
        """How many are at each level, in all groups together."""
        total: NDArray[np.int64] = sum(self.now.values(), np.zeros(self.levels, dtype=np.int64))
        return [int(number) for number in total]
