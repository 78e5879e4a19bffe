"""Selection within a share: who has a place for certain, who may, who is tied on the cut line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Ties = tuple[Fraction | None, ...]
TieRule = Literal["undecided", "share", "none"]
"""Of those tied on the line: nobody knows who is in, all are in, none is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One standing subject. ``lo``, ``hi``: its score's bounds.

    ``sure``, ``could``: whether it certainly, or possibly, stands for a place at the level;
    ``clear``: it is certainly not disqualified; ``ties``: the tie-breakers, None where unknown;
    ``fit``: nothing but the number of places keeps it from one, if it stands.
    """

    lo: int
    hi: int
    sure: bool
    could: bool
    clear: bool
    ties: Ties = ()
    fit: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """What selection says of one candidate; ``keeps``: it has a place whenever it stands for one."""

    certain: bool
    possible: bool
    undecided: bool
    keeps: bool = False


def select(
    candidates: Sequence[Candidate],
    number: int,
    most: int | None = None,
    ties: TieRule = "undecided",
) -> list[Chosen]:
    """Who is in, for ``number`` places (up to ``most``, where that is not known yet).

    As records.md has it ('Selection within a yearly share'): another is behind if its highest score
    is below mine or it cannot stand, or if both scores are known and equal and the tie rule puts
    it behind; it is ahead if it certainly stands and is above my highest score, or equal and put
    ahead.
    """
    field = _Field(candidates, number, number if most is None else most)
    return [field.choose(me, ties) for me in candidates]


class _Field:
    """Everyone who stands, sorted once."""

    def __init__(self, candidates: Sequence[Candidate], number: int, most: int) -> None:
        self.number, self.most = number, most
        self.highs = sorted(c.hi for c in candidates if c.could)
        self.lows = sorted(c.lo for c in candidates if c.sure and c.clear)
        self.known: dict[int, list[Candidate]] = {}
        self.topping: dict[int, list[Candidate]] = {}
        for c in candidates:
            if c.lo == c.hi and c.could:
                self.known.setdefault(c.lo, []).append(c)
            if c.could and c.ties:
                self.topping.setdefault(c.hi, []).append(c)

    def choose(self, me: Candidate, ties: TieRule) -> Chosen:
        equals = [c for c in self.known.get(me.lo, ()) if c is not me] if me.lo == me.hi else []
        behind_by_ties = sum(_ahead(me.ties, c.ties) for c in equals)
        ahead_by_ties = sum(c.clear and c.sure and _ahead(c.ties, me.ties) for c in equals)
        exact = [c for c in equals if _tied(c.ties, me.ties)]
        # Of those who may stand, the ones not below me; I am one of them if I may stand.
        highs, lows = self.highs, self.lows
        not_behind = len(highs) - bisect_left(highs, me.lo) - me.could - behind_by_ties
        ahead = len(lows) - bisect_right(lows, me.hi) + ahead_by_ties
        before_me = self._may_be_ahead(me) if ties == "share" else not_behind
        surely = ahead + self._level_with(me, exact) if ties == "none" else ahead
        keeps = me.clear and me.fit and before_me < self.number
        possible = me.could and surely < self.most
        if ties != "undecided":
            return Chosen(keeps and me.sure, possible, undecided=False, keeps=keeps)
        crowd = ahead + sum(c.clear for c in exact)
        undecided = (
            me.clear
            and possible
            and not (keeps and me.sure)
            and not_behind - len(exact) < self.number
            and crowd >= self.most
        )
        return Chosen(keeps and me.sure, possible, undecided, keeps)

    def _may_be_ahead(self, me: Candidate) -> int:
        """How many others may be ahead of me in earnest, not only level."""
        above = len(self.highs) - bisect_right(self.highs, me.lo) - (me.could and me.hi > me.lo)
        level = (c for c in self.topping.get(me.lo, ()) if c is not me)
        return above + sum(not (_tied(c.ties, me.ties) or _ahead(me.ties, c.ties)) for c in level)

    def _level_with(self, me: Candidate, exact: Sequence[Candidate]) -> int:
        """How many others are certainly level with me at my best."""
        if me.ties:
            return sum(c.clear and c.sure for c in exact)
        myself = me.lo == me.hi and me.sure and me.clear
        return bisect_right(self.lows, me.hi) - bisect_left(self.lows, me.hi) - myself


def _ahead(a: Ties, b: Ties) -> bool:
    """Whether the tie rule puts ``a`` ahead of ``b``."""
    for one, other in zip(a, b, strict=True):
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def _tied(a: Ties, b: Ties) -> bool:
    return a == b and None not in a
