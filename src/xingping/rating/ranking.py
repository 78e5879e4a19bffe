"""Ranks from bounds: the best and the worst each subject may have within its group."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from xingping.rating.tie_order import TieKey, TiesByScore, known


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


def first_place(standings: Sequence[Standing], ties: str) -> Place:
    """The rank bounds of the first of ``standings``, all of one group."""
    return _Field(standings).place(standings[0], ties)


class _Field:
    """A group, sorted once."""

    def __init__(self, members: Sequence[Standing]) -> None:
        self.certain = sorted(m.lo for m in members if not m.perhaps_out)
        self.possible = sorted(m.hi for m in members if not m.out)
        self.by_low, self.by_high = TiesByScore(), TiesByScore()
        self.distinct: list[tuple[int, TieKey]] = []
        self.unclear: list[int] = []
        for m in members:
            if not m.perhaps_out:
                self.by_low.add(m.lo, m.ties)
            if not m.out:
                self.by_high.add(m.hi, m.ties)
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
        surely = low - bisect_right(self.certain, me.hi) + self._surely_before(me, ties)
        perhaps = high - bisect_right(self.possible, me.lo) - (me.hi > me.lo)
        perhaps += self._perhaps_before(me, ties)
        if ties == "dense":
            surely, perhaps = self._dense(me, surely, perhaps)
        return Place(1 + surely, 1 + perhaps, low, high)

    def _surely_before(self, me: Standing, ties: str) -> int:
        """Of those whose lowest score is my highest: who is certainly counted as above me."""
        myself = me.lo == me.hi and not me.perhaps_out
        if self.by_low.count(me.hi) <= myself:
            return 0
        order = self.by_low.at(me.hi)
        level = order.level(me.ties) - (myself and _complete(me)) if ties == "worse" else 0
        return order.ahead(me.ties) + level

    def _perhaps_before(self, me: Standing, ties: str) -> int:
        """Of those whose highest score is my lowest: who is not certainly kept from being above me."""
        myself = me.lo == me.hi
        others = self.by_high.count(me.lo) - myself
        if not others:
            return 0
        order = self.by_high.at(me.lo)
        below = order.behind(me.ties)
        if ties not in {"worse", "undecided"}:  # who is level shares my rank
            below += order.level(me.ties) - (myself and _complete(me))
        return others - below

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


def _complete(me: Standing) -> bool:
    return len(known(me.ties)) == len(me.ties)
