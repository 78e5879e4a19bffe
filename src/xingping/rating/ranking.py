"""Ranks from bounds: the best and the worst each subject may have within its group."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction

TieKey = tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One subject as a rank sees it: ``out`` certainly unranked, ``perhaps_out`` possibly."""

    lo: int
    hi: int
    out: bool
    perhaps_out: bool
    group: Hashable
    ties: TieKey = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Best and worst rank (None: certainly none), and how many of the group are ranked."""

    best: int | None
    worst: int | None
    ranked_low: int
    ranked_high: int


def places(standings: Sequence[Standing], ties: str) -> list[Place]:
    """The rank bounds of each subject; equal scores as ``ties`` says.

    share: 1, 1, 3 · worse: 2, 2, 3 · dense: 1, 1, 2 · undecided: 1 to 2, 1 to 2, 3.
    """
    groups: dict[Hashable, list[int]] = {}
    for index, one in enumerate(standings):
        groups.setdefault(one.group, []).append(index)
    found: list[Place | None] = [None] * len(standings)
    for members in groups.values():
        field = _Field([standings[i] for i in members])
        for index in members:
            found[index] = field.place(standings[index], ties)
    return [place for place in found if place is not None]


class _Field:
    """A group, sorted once."""

    def __init__(self, members: Sequence[Standing]) -> None:
        self.certain = sorted(m.lo for m in members if not m.perhaps_out)
        self.possible = sorted(m.hi for m in members if not m.out)
        self.by_low: dict[int, list[Standing]] = {}
        self.by_high: dict[int, list[Standing]] = {}
        self.distinct: list[tuple[int, TieKey]] = []
        self.unclear: list[int] = []
        for m in members:
            if not m.perhaps_out:
                self.by_low.setdefault(m.lo, []).append(m)
            if not m.out:
                self.by_high.setdefault(m.hi, []).append(m)
                self._sort_in(m)
        self.distinct = sorted(set(self.distinct))
        self.unclear.sort()

    def _sort_in(self, m: Standing) -> None:
        """Keep those apart whose place in a dense rank is known."""
        if m.lo == m.hi and None not in m.ties and not m.perhaps_out:
            self.distinct.append((m.lo, m.ties))
        else:
            self.unclear.append(m.hi)

    def place(self, me: Standing, ties: str) -> Place:
        """The rank bounds of one member."""
        low, high = len(self.certain), len(self.possible)
        if me.out:
            return Place(None, None, low, high)
        level_down = ties == "worse"  # who is equal counts as above
        level_may = ties in {"worse", "undecided"}
        surely = low - bisect_right(self.certain, me.hi)
        perhaps = high - bisect_right(self.possible, me.lo) - (me.hi > me.lo)
        equals = [m for m in self.by_low.get(me.hi, ()) if m is not me]
        surely += sum(_before(m.ties, me.ties) in _ABOVE[level_down] for m in equals)
        equals = [m for m in self.by_high.get(me.lo, ()) if m is not me]
        perhaps += sum(_before(m.ties, me.ties) not in _BELOW[level_may] for m in equals)
        if ties == "dense":
            surely, perhaps = self._dense(me, surely, perhaps)
        return Place(1 + surely, 1 + perhaps, low, high)

    def _dense(self, me: Standing, surely: int, perhaps: int) -> tuple[int, int]:
        """Only how many different scores are above counts."""
        unclear = len(self.unclear) - bisect_left(self.unclear, me.lo)
        mine = me.lo == me.hi and None not in me.ties
        above = len(self.distinct)
        if mine:
            above -= bisect_right(self.distinct, (me.lo, me.ties))
        else:
            above -= bisect_left(self.distinct, (me.lo, ()))
        if mine and not self.unclear:
            return above, above
        return min(surely, 1), min(perhaps, above + unclear)


_ABOVE = {False: ("ahead",), True: ("ahead", "level")}
"""What puts another certainly above me where the scores are equal; True: who is level, too."""
_BELOW = {False: ("behind", "level"), True: ("behind",)}
"""What keeps another certainly from being above me."""


def _before(a: TieKey, b: TieKey) -> str:
    """Where tie-breakers put ``a`` against ``b``: ahead, behind, level, or '' while not known."""
    for one, other in zip(a, b, strict=True):
        if one is None or other is None:
            return ""
        if one != other:
            return "ahead" if one > other else "behind"
    return "level"


def tied_with(a: TieKey, b: TieKey) -> bool:
    """Whether every tie-breaker is known and equal."""
    return a == b and None not in a


def rank_of(sorted_scores: Sequence[int], score: int) -> int:
    """How many of the scores (rising) are above ``score``."""
    return len(sorted_scores) - bisect_right(sorted_scores, score)


__all__ = ["Place", "Standing", "bisect_left", "places", "rank_of", "tied_with"]
