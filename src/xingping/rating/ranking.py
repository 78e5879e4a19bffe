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
    """The rank bounds of each subject; equal scores as ``ties`` says (share: 1, 1, 3)."""
    groups: dict[Hashable, list[int]] = {}
    for index, one in enumerate(standings):
        groups.setdefault(one.group, []).append(index)
    found: list[Place | None] = [None] * len(standings)
    for members in groups.values():
        for index, place in zip(
            members, _in_group([standings[i] for i in members], ties), strict=True
        ):
            found[index] = place
    return [place for place in found if place is not None]


def _in_group(members: Sequence[Standing], ties: str) -> list[Place]:
    certain = sorted(m.lo for m in members if not m.perhaps_out)
    possible = sorted(m.hi for m in members if not m.out)
    tied = _tied(members)
    return [_place(m, certain, possible, tied, ties) for m in members]


def _place(
    me: Standing,
    certain: list[int],
    possible: list[int],
    tied: dict[int, list[Standing]],
    ties: str,
) -> Place:
    low, high = len(certain), len(possible)
    if me.out:
        return Place(None, None, low, high)
    above_surely = low - bisect_right(certain, me.hi)
    above_perhaps = high - bisect_right(possible, me.lo)
    if me.hi > me.lo:
        above_perhaps -= 1  # itself
    best, worst = 1 + above_surely, 1 + above_perhaps
    equals = [m for m in tied.get(me.lo, ()) if m is not me] if me.lo == me.hi else []
    if equals and me.ties:
        best += sum(not m.perhaps_out and _before(m.ties, me.ties) is True for m in equals)
        worst += sum(_before(m.ties, me.ties) is not False for m in equals)
    elif ties == "worse":
        best += sum(not m.perhaps_out for m in equals)
        worst += len(equals)
    elif ties == "dense":
        best = (
            1 + len(set(certain[bisect_right(certain, me.hi) :]))
            if _exact(certain, possible)
            else (1 + min(above_surely, 1))
        )
        worst = 1 + len(set(possible[bisect_right(possible, me.lo) :]))
    return Place(best, worst, low, high)


def _exact(certain: list[int], possible: list[int]) -> bool:
    return certain == possible


def _tied(members: Sequence[Standing]) -> dict[int, list[Standing]]:
    """Those whose score is known, by that score."""
    found: dict[int, list[Standing]] = {}
    for m in members:
        if m.lo == m.hi and not m.out:
            found.setdefault(m.lo, []).append(m)
    return found


def _before(a: TieKey, b: TieKey) -> bool | None:
    """Whether tie-breakers put ``a`` before ``b``; None where they do not say."""
    for one, other in zip(a, b, strict=True):
        if one is None or other is None:
            return None
        if one != other:
            return one > other
    return False


def tied_with(a: TieKey, b: TieKey) -> bool:
    """Whether every tie-breaker is known and equal."""
    return a == b and None not in a


def rank_of(sorted_scores: Sequence[int], score: int) -> int:
    """How many of the scores (rising) are above ``score``."""
    return len(sorted_scores) - bisect_right(sorted_scores, score)


__all__ = ["Place", "Standing", "bisect_left", "places", "rank_of", "tied_with"]
