"""Selection within a share: who has a place for certain, who may, who is tied on the cut line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from xingping.rating.tie_order import TieKey, TieOrder, TiesByScore, known

Ties = TieKey
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
        self.orders: dict[int, tuple[TieOrder, TieOrder, TieOrder]] = {}
        self.topping = TiesByScore()  # by the highest score
        for c in candidates:
            if c.lo == c.hi and c.could:
                self.known.setdefault(c.lo, []).append(c)
            if c.could and c.ties:
                self.topping.add(c.hi, c.ties)

    def choose(self, me: Candidate, ties: TieRule) -> Chosen:
        equals = self._equals(me)
        # Of those who may stand, the ones not below me; I am one of them if I may stand.
        highs, lows = self.highs, self.lows
        not_behind = len(highs) - bisect_left(highs, me.lo) - me.could - equals.behind
        ahead = len(lows) - bisect_right(lows, me.hi) + equals.ahead
        before_me = self._may_be_ahead(me) if ties == "share" else not_behind
        surely = ahead + self._level_with(me, equals) if ties == "none" else ahead
        keeps = me.clear and me.fit and before_me < self.number
        possible = me.could and surely < self.most
        if ties != "undecided":
            return Chosen(keeps and me.sure, possible, undecided=False, keeps=keeps)
        undecided = (
            me.clear
            and possible
            and not (keeps and me.sure)
            and not_behind - equals.level < self.number
            and ahead + equals.level_clear >= self.most
        )
        return Chosen(keeps and me.sure, possible, undecided, keeps)

    def _equals(self, me: Candidate) -> _Equals:
        """The others whose score is known and equal to mine."""
        if me.lo != me.hi or len(self.known.get(me.lo, ())) <= me.could:
            return _NOBODY
        everyone, clear, sure = self._orders(me.lo)
        mine = me.could and len(known(me.ties)) == len(me.ties)  # then I am level with myself
        return _Equals(
            behind=everyone.behind(me.ties),
            ahead=sure.ahead(me.ties),
            level=everyone.level(me.ties) - mine,
            level_clear=clear.level(me.ties) - (mine and me.clear),
            level_sure=sure.level(me.ties) - (mine and me.clear and me.sure),
        )

    def _orders(self, score: int) -> tuple[TieOrder, TieOrder, TieOrder]:
        """Who may stand with this score; who of them is clear; who of these surely stands."""
        found = self.orders.get(score)
        if found is None:
            them = self.known[score]
            clear = [c for c in them if c.clear]
            sure = [c for c in clear if c.sure]
            found = _order(them), _order(clear), _order(sure)
            self.orders[score] = found
        return found

    def _may_be_ahead(self, me: Candidate) -> int:
        """How many others may be ahead of me in earnest, not only level."""
        above = len(self.highs) - bisect_right(self.highs, me.lo) - (me.could and me.hi > me.lo)
        if not me.ties or not self.topping.count(me.lo):
            return above
        order = self.topping.at(me.lo)
        not_ahead = order.level(me.ties) + order.behind(me.ties)
        myself = me.could and me.hi == me.lo and len(known(me.ties)) < len(me.ties)
        return above + self.topping.count(me.lo) - not_ahead - myself

    def _level_with(self, me: Candidate, equals: _Equals) -> int:
        """How many others are certainly level with me at my best."""
        if me.ties:
            return equals.level_sure
        myself = me.lo == me.hi and me.sure and me.clear
        return bisect_right(self.lows, me.hi) - bisect_left(self.lows, me.hi) - myself


@dataclass(frozen=True, slots=True)
class _Equals:
    """Of others whose score equals mine: how many the tie rule puts behind me, ahead, level."""

    behind: int = 0
    ahead: int = 0
    level: int = 0
    level_clear: int = 0
    level_sure: int = 0


_NOBODY = _Equals()


def _order(them: Sequence[Candidate]) -> TieOrder:
    return TieOrder([c.ties for c in them])
