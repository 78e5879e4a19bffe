"""Selection within a share: who has a place for certain, who may, who is tied on the cut line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

Ties = tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One standing subject. ``lo``, ``hi``: its score's bounds.

    ``sure``, ``could``: whether its score certainly, or possibly, reaches the line of the level;
    ``clear``: it is certainly not disqualified; ``ties``: the tie-breakers, None where unknown.
    """

    lo: int
    hi: int
    sure: bool
    could: bool
    clear: bool
    ties: Ties = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What selection says of one candidate."""

    certain: bool
    possible: bool
    undecided: bool


def select(candidates: Sequence[Candidate], number: int) -> list[Chosen]:
    """Who is in, for ``number`` places (records.md, 'Selection within a yearly share').

    Another is behind if its highest score is below mine or below the line, or if both scores are
    known and equal and the tie rule puts it behind; it is ahead if it certainly stands, certainly
    reaches the line and is above my highest score, or equal and put ahead.
    """
    highs = sorted(c.hi for c in candidates if c.could)
    lows = sorted(c.lo for c in candidates if c.sure and c.clear)
    known: dict[int, list[Candidate]] = {}
    for c in candidates:
        if c.lo == c.hi and c.could:
            known.setdefault(c.lo, []).append(c)
    return [_choose(me, number, highs, lows, known) for me in candidates]


def _choose(
    me: Candidate,
    number: int,
    highs: list[int],
    lows: list[int],
    known: dict[int, list[Candidate]],
) -> Chosen:
    equals = [c for c in known.get(me.lo, ()) if c is not me] if me.lo == me.hi else []
    behind_by_ties = sum(_ahead(me.ties, c.ties) for c in equals)
    ahead_by_ties = sum(c.clear and c.sure and _ahead(c.ties, me.ties) for c in equals)
    exact = [c for c in equals if _tied(c.ties, me.ties)]
    # Of those who may reach the line, the ones not below me; I am one of them if I may reach it.
    not_behind = len(highs) - bisect_left(highs, me.lo) - me.could - behind_by_ties
    ahead = len(lows) - bisect_right(lows, me.hi) + ahead_by_ties
    certain = me.clear and me.sure and not_behind < number
    possible = me.could and ahead < number
    crowd = ahead + sum(c.clear for c in exact)
    undecided = (
        me.clear
        and possible
        and not certain
        and not_behind - len(exact) < number
        and crowd >= number
    )
    return Chosen(certain, possible, undecided)


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
