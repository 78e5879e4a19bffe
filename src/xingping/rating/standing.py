"""Ranks from bounds for many groups at once, by sorting and binary search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from xingping.rating.ranking import Standing, places
from xingping.rating.tie_order import TieKey

Whole = NDArray[np.int64]
Truths = NDArray[np.bool_]
Breakers = Callable[[Sequence[int]], list[TieKey]]
"""The tie-breakers of some subjects, by their places."""
WIDEST = 1 << 40


@dataclass(frozen=True, slots=True)
class Standings:
    """Every subject as a rank sees it: see `ranking.Standing`; ``group``: small whole numbers."""

    lo: Whole
    hi: Whole
    out: Truths
    perhaps_out: Truths
    group: Whole


@dataclass(frozen=True, slots=True)
class Places:
    """Best and worst rank (0: none), and how many of the group are ranked, certainly and possibly."""

    best: Whole
    worst: Whole
    ranked_low: Whole
    ranked_high: Whole

    def parts(self) -> tuple[Whole, Whole, Whole, Whole]:
        """All four, in order."""
        return self.best, self.worst, self.ranked_low, self.ranked_high


def place_all(them: Standings, ties: str, breakers: Breakers | None) -> Places:
    """What `ranking.places` gives, for all groups at once.

    ``breakers``: the tie-breakers of some subjects; asked for only in groups where scores tie.
    """
    keys = _Keys(them)
    found = keys.places()
    if ties == "dense" or breakers is not None:
        _group_by_group(them, ties, breakers, np.unique(them.group[keys.close(ties)]), found)
    elif ties in {"worse", "undecided"}:
        keys.behind_equals(found, ties)
    return found


class _Keys:
    """Scores with their group in front, so that one sorted array serves every group."""

    def __init__(self, them: Standings) -> None:
        self.them = them
        lo, hi = _narrow(them.lo, them.hi)
        width = 1 + max(int(lo.max(initial=0)), int(hi.max(initial=0)))
        self.lo, self.hi = them.group * width + lo, them.group * width + hi
        self.start = them.group * width
        self.end = self.start + width

    def places(self) -> Places:
        them = self.them
        certain, possible = np.sort(self.lo[~them.perhaps_out]), np.sort(self.hi[~them.out])
        end_c, end_p = np.searchsorted(certain, self.end), np.searchsorted(possible, self.end)
        best = 1 + end_c - np.searchsorted(certain, self.hi, side="right")
        worst = 1 + end_p - np.searchsorted(possible, self.lo, side="right")
        worst -= self.hi > self.lo  # not above itself
        best[them.out] = worst[them.out] = 0
        low = end_c - np.searchsorted(certain, self.start)
        high = end_p - np.searchsorted(possible, self.start)
        return Places(best, worst, low, high)

    def behind_equals(self, found: Places, ties: str) -> None:
        """Equal scores share the worse place, or (undecided) may have any of theirs."""
        them = self.them
        certain, possible = np.sort(self.lo[~them.perhaps_out]), np.sort(self.hi[~them.out])
        same = self.lo == self.hi
        level = [np.searchsorted(possible, self.lo, side) for side in ("left", "right")]
        found.worst[~them.out] += (level[1] - level[0] - (same & ~them.out))[~them.out]
        if ties == "worse":
            level = [np.searchsorted(certain, self.hi, side) for side in ("left", "right")]
            found.best[~them.out] += (level[1] - level[0] - (same & ~them.perhaps_out))[~them.out]

    def close(self, ties: str) -> Truths:
        """One subject or more of every group in which ties matter: where some ends are equal."""
        if ties == "dense":
            return np.ones(len(self.lo), np.bool_)
        ends = np.sort(np.concatenate([self.lo, self.hi[self.lo != self.hi]]))
        shared = np.unique(ends[:-1][ends[1:] == ends[:-1]])
        here: Truths = np.isin(self.lo, shared) | np.isin(self.hi, shared)
        return here


def _narrow(lo: Whole, hi: Whole) -> tuple[Whole, Whole]:
    """The scores from 0 up, in the same order; by place where they lie far apart."""
    if not len(lo):
        return lo, hi
    least, most = min(int(lo.min()), int(hi.min())), max(int(lo.max()), int(hi.max()))
    if most - least < WIDEST // max(len(lo), 1):
        return lo - least, hi - least
    values = np.unique(np.concatenate([lo, hi]))
    return np.searchsorted(values, lo), np.searchsorted(values, hi)


def _group_by_group(
    them: Standings,
    ties: str,
    breakers: Breakers | None,
    groups: Whole,
    found: Places,
) -> None:
    members = np.flatnonzero(np.isin(them.group, groups))
    index: list[int] = members.tolist()
    keys = breakers(index) if breakers is not None else [()] * len(index)
    parts = (them.lo, them.hi, them.out, them.perhaps_out, them.group)
    rows = zip(*(part[members].tolist() for part in parts), keys, strict=True)
    for i, place in zip(index, places([Standing(*row) for row in rows], ties), strict=True):
        found.best[i], found.worst[i] = place.best or 0, place.worst or 0
        found.ranked_low[i], found.ranked_high[i] = place.ranked_low, place.ranked_high
