"""Ties on a cut line where all else is known: placed in some order, then open for all who tie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xingping.policy.scheme.outcome import Quota
from xingping.rating.entrants import certainly_stands, order_of, stands, ties_of
from xingping.rating.held import left_to
from xingping.rating.run import Run
from xingping.rating.seats import Between, may_have
from xingping.rating.selection import Chosen
from xingping.rating.stars import Stars


@dataclass(frozen=True, slots=True)
class Evened:
    """Groups of people whom nothing tells apart, each by place; everyone else stands alone."""

    ties: Sequence[Sequence[int]]

    def open_up(self, stars: Stars, quota: str) -> None:
        """Who ties may have whatever one of them came to, until it is decided among them."""
        for tie in self.ties:
            low, high = min(stars.low[i] for i in tie), max(stars.high[i] for i in tie)
            for i in tie:
                stars.low[i], stars.high[i] = low, high
                stars.undecided[i] |= low != high
            for name, chosen in stars.chosen.items():
                if name.startswith(f"{quota} "):
                    _open(chosen, tie)


def _open(chosen: list[Chosen | None], tie: Sequence[int]) -> None:
    said = [choice for choice in (chosen[i] for i in tie) if choice is not None]
    if len({choice.certain for choice in said}) > 1:
        for i in tie:
            chosen[i] = Chosen(certain=False, possible=True, undecided=True)


def evened(
    one: Run,
    stars: Stars,
    quota: Quota,
    members: Sequence[int],
    places: Mapping[str, Between],
) -> Evened | None:
    """The ties of a group in which nothing else is open.

    None where something is, where the scheme says itself what a tie does, or where people who tie
    differ in what they may have: then it matters who is placed first.
    """
    if quota.ties != "undecided" or any(low != high for low, high in places.values()):
        return None
    alike: dict[object, list[int]] = {}
    seen: dict[object, object] = {}
    for i in members:
        if not stands(one, i):
            continue
        low, high = order_of(one, quota, i)
        ties, may = ties_of(one, quota, i), may_have(one, quota, i)
        left = left_to(one, i)
        known = low == high and None not in ties and stars.low[i] == stars.high[i]
        if not known or not certainly_stands(one, i) or may[0] != may[1]:
            return None
        if any(end[0] != end[1] for end in left):
            return None
        if seen.setdefault((low, ties), (stars.low[i], may, left)) != (stars.low[i], may, left):
            return None
        alike.setdefault((low, ties), []).append(i)
    return Evened([tie for tie in alike.values() if len(tie) > 1])
