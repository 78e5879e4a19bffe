"""Places shared out: who keeps a level that few may have, who falls below it, who rises above it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from xingping.policy.scheme.filling import gives, limits, upward
from xingping.policy.scheme.outcome import Quota
from xingping.rating.entrants import certainly_stands, order_of, stands, takes_part, ties_of
from xingping.rating.evened import evened
from xingping.rating.giving import FLIPPED, give
from xingping.rating.held import is_held, places_left
from xingping.rating.run import Run
from xingping.rating.seats import Between, counts_of, may_have, seats
from xingping.rating.selection import Candidate, Chosen, select
from xingping.rating.stars import Stars


def share_places(one: Run, stars: Stars) -> None:
    """Give out the places of every quota that limits a level, one quota after another."""
    for quota in one.scheme.quotas.values():
        if not limits(quota):
            continue
        for group, members in grouped(one.groups(quota.within)).items():
            found = seats(one.compiled, quota, counts_of(one, quota, members))
            for level, (low, high) in found.items():
                if low == high:
                    stars.places[quota.id, group, level] = low
            ties = evened(one, stars, quota, members, found)
            if gives(one.scheme, quota):
                give(one, stars, quota, members, found, split=ties is not None)
            else:
                _Limit(one, stars, quota, members, split=ties is not None).share(found)
            if ties is not None:
                ties.open_up(stars, quota.id)


def grouped(groups: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    """The members of each group, by place."""
    found: dict[Hashable, list[int]] = {}
    for i, group in enumerate(groups):
        found.setdefault(group, []).append(i)
    return found


@dataclass(slots=True)
class _Limit:
    """A ceiling on levels that are earned, in one group; ``split``: no one ties with another."""

    one: Run
    stars: Stars
    quota: Quota
    members: Sequence[int]
    split: bool

    def share(self, places: Mapping[str, Between]) -> None:
        """Level by level: from the best down, or from the worst up where the surplus rises."""
        up = upward(self.one.scheme, self.quota)
        values = self.one.scheme.level_values
        for level in sorted(places, key=values.__getitem__, reverse=not up):
            self._share(level, values[level], places[level], up=up)

    def _share(self, level: str, line: int, number: Between, *, up: bool) -> None:
        standing = [i for i in self.members if stands(self.one, i)]
        if up:
            standing = [i for i in standing if not is_held(self.one, i)]
            number = places_left(self.one, self.members, line, number)
        candidates = [self._candidate(i, line) for i in standing]
        ties = FLIPPED[self.quota.ties] if up else self.quota.ties
        chosen = select(candidates, *number, ties)
        seen = self.stars.chosen_of(self.quota.id, level, self.one.count)
        for i, choice in zip(standing, chosen, strict=True):
            seen[i] = choice
            if self.stars.low[i] <= line <= self.stars.high[i]:
                self._settle(i, choice, line, up=up)

    def _candidate(self, i: int, line: int) -> Candidate:
        low, high = self.stars.low[i], self.stars.high[i]
        may_lo, may_hi = may_have(self.one, self.quota, i)
        return Candidate(
            *order_of(self.one, self.quota, i),
            sure=may_lo and low == line == high,
            could=may_hi and low <= line <= high,
            clear=certainly_stands(self.one, i),
            ties=ties_of(self.one, self.quota, i, split=self.split),
            fit=may_lo,
        )

    def _settle(self, i: int, choice: Chosen, line: int, *, up: bool) -> None:
        """What the selection makes of a subject that may have the level ``line``."""
        stars = self.stars
        if choice.certain:
            return
        stars.undecided[i] |= choice.undecided
        beyond, after = self._beyond(line), _next(self.one, line, 1 if up else -1)
        low, high = stars.low[i], stars.high[i]
        gone = not choice.possible and takes_part(self.one, i)[0]  # who is exempt keeps the level
        if up:
            if not choice.keeps:
                stars.high[i] = max(high, beyond)
            if gone and low == line:
                stars.low[i] = beyond if high == line else min(beyond, after)
            return
        if not choice.keeps:
            stars.low[i] = min(low, beyond)
        if gone and high == line:
            stars.high[i] = beyond if low == line else max(beyond, after)

    def _beyond(self, line: int) -> int:
        if self.quota.beyond == "next":
            return _next(self.one, line, -1)
        return self.one.scheme.level_values[self.quota.beyond]


def _next(one: Run, line: int, way: int) -> int:
    """The level next to ``line``, above (1) or below (-1); itself where there is none."""
    values = sorted(level.value for level in one.scheme.levels)
    place = values.index(line) + way
    return values[place] if 0 <= place < len(values) else line
