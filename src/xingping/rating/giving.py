"""Levels given by places alone: a forced distribution, or fixed numbers of places with a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xingping.policy.scheme.filling import blocks
from xingping.policy.scheme.outcome import Level, Quota
from xingping.rating.entrants import certainly_stands, order_of, stands, ties_of
from xingping.rating.held import left_to, places_left
from xingping.rating.positions import Positions
from xingping.rating.run import Run
from xingping.rating.seats import Between, may_have
from xingping.rating.selection import Candidate, Chosen, TieRule, select
from xingping.rating.stars import Stars

FLIPPED: Mapping[TieRule, TieRule] = {"share": "none", "none": "share", "undecided": "undecided"}
"""Who ties shares the better level, or has the worse one: a place at the worst level is the worse."""


def give(
    one: Run,
    stars: Stars,
    quota: Quota,
    members: Sequence[int],
    places: Mapping[str, Between],
    *,
    split: bool,
) -> None:
    """Give the places of a group to the best, level by level; the lowest ones to the last.

    A level that vetoes and gates do not leave to a subject is not given to it. Who gets no place
    keeps what was earned, or goes to ``beyond`` where that was one of the levels shared out. ``split``:
    no one ties with another.
    """
    top, bottom = blocks(one.scheme.levels, tuple(places)) or ([], [])
    giver = _Giver(one, stars, quota, [i for i in members if stands(one, i)], split)
    left = {level.id: places_left(one, members, level.value, places[level.id]) for level in bottom}
    giver.fill(top, places, down=True)
    giver.fill(bottom, left, down=False)
    giver.settle(tuple(places), giver.by_position(top, bottom, {**places, **left}))


@dataclass(slots=True)
class _Giver:
    """``open``: who certainly, and possibly, has no place yet; ``got``: the levels one may get."""

    one: Run
    stars: Stars
    quota: Quota
    standing: Sequence[int]
    split: bool
    open: dict[int, tuple[bool, bool]] = field(default_factory=dict)
    got: dict[int, set[int]] = field(default_factory=dict)

    def fill(self, levels: Iterable[Level], places: Mapping[str, Between], *, down: bool) -> None:
        """Give the places of these levels, one level after another."""
        ties = self.quota.ties if down else FLIPPED[self.quota.ties]
        for level in levels:
            candidates = [self._candidate(i, level.value, down=down) for i in self.standing]
            chosen = select(candidates, *places[level.id], ties)
            seen = self.stars.chosen_of(self.quota.id, level.id, self.one.count)
            for i, choice in zip(self.standing, chosen, strict=True):
                seen[i] = choice
                self._take(i, choice, level.value)

    def _candidate(self, i: int, line: int, *, down: bool) -> Candidate:
        surely, perhaps = self.open.get(i, (True, True))
        may_lo, may_hi = may_have(self.one, self.quota, i)
        left_lo, left_hi = self._left_to(i, line)
        low, high = order_of(self.one, self.quota, i)
        ties = ties_of(self.one, self.quota, i, split=self.split)
        fit = may_lo and left_lo
        return Candidate(
            *((low, high) if down else (-high, -low)),
            sure=surely and fit,
            could=perhaps and may_hi and left_hi,
            clear=certainly_stands(self.one, i),
            ties=ties if down else tuple(None if t is None else -t for t in ties),
            fit=fit,
        )

    def _left_to(self, i: int, line: int) -> tuple[bool, bool]:
        """Whether vetoes and gates certainly, and possibly, leave the level to the subject."""
        worst, best = left_to(self.one, i)
        return worst[1] <= line <= best[0], worst[0] <= line <= best[1]

    def _take(self, i: int, choice: Chosen, line: int) -> None:
        _, perhaps = self.open.get(i, (True, True))
        self.stars.undecided[i] |= choice.undecided
        if choice.possible:
            self.got.setdefault(i, set()).add(line)
            self.open[i] = (False, perhaps and not choice.keeps)

    def by_position(
        self, top: Sequence[Level], bottom: Sequence[Level], places: Mapping[str, Between]
    ) -> list[set[int | None]]:
        """The levels that positions allow, where nothing but a position decides; else none said."""
        levels = [level.value for level in self.one.scheme.levels]
        free = all(
            certainly_stands(self.one, i)
            and may_have(self.one, self.quota, i)[0]
            and all(self._left_to(i, level)[0] for level in levels)
            for i in self.standing
        )
        known = all(low == high for low, high in places.values())
        if not free or not known or self.quota.ties != "undecided":
            return []
        ends = [[(level.value, places[level.id][0]) for level in block] for block in (top, bottom)]
        orders = [order_of(self.one, self.quota, i) for i in self.standing]
        return Positions(orders, *ends).levels()

    def settle(self, listed: Sequence[str], allowed: Sequence[set[int | None]]) -> None:
        """The levels of all who stand, once every place is given."""
        for n, i in enumerate(self.standing):
            levels = set(self.got.get(i, ()))
            without = self.open.get(i, (True, True))[1]
            if allowed:
                levels = {level for level in levels if level in allowed[n]}
                without = without and None in allowed[n]
            if without:
                levels |= self._without(i, listed)
            if not certainly_stands(self.one, i):
                levels |= {self.stars.low[i], self.stars.high[i]}
            self.stars.low[i], self.stars.high[i] = min(levels), max(levels)

    def _without(self, i: int, listed: Sequence[str]) -> set[int]:
        """What a subject may have that gets no place."""
        low, high = self.stars.low[i], self.stars.high[i]
        earned = [level for level in self.one.scheme.levels if low <= level.value <= high]
        return {self._beyond(listed) if e.id in listed else e.value for e in earned}

    def _beyond(self, listed: Sequence[str]) -> int:
        levels = self.one.scheme.levels
        if self.quota.beyond != "next":
            return self.one.scheme.level_values[self.quota.beyond]
        lowest = min(i for i, level in enumerate(levels) if level.id in listed)
        return levels[max(lowest - 1, 0)].value
