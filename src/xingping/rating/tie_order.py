"""Tie-breakers of many whose scores are equal: how many are ahead, level, behind, by binary search."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from fractions import Fraction

TieKey = tuple[Fraction | None, ...]
"""The tie-breakers of one, first the one that counts first; None where not known."""


def known(key: TieKey) -> TieKey:
    """The tie-breakers before the first that is not known: no later one can decide."""
    for place, one in enumerate(key):
        if one is None:
            return key[:place]
    return key


class TieOrder:
    """The tie-breakers of some, sorted once; those with equally many known ones together."""

    __slots__ = ("_sorted", "_width")

    def __init__(self, keys: Iterable[TieKey]) -> None:
        self._sorted: dict[int, list[TieKey]] = {}
        self._width = 0
        for key in keys:
            told, self._width = known(key), len(key)
            self._sorted.setdefault(len(told), []).append(told)
        for told_alike in self._sorted.values():
            told_alike.sort()

    def behind(self, key: TieKey) -> int:
        """How many ``key`` is certainly put ahead of."""
        mine = known(key)
        # Where a shorter key is the beginning of a longer one, it sorts before it.
        return sum(bisect_left(keys, mine[:length]) for length, keys in self._sorted.items())

    def ahead(self, key: TieKey) -> int:
        """How many are certainly put ahead of ``key``."""
        mine = known(key)
        found = 0
        for length, keys in self._sorted.items():
            shared = min(length, len(mine))
            cut = (lambda one, shared=shared: one[:shared]) if shared < length else None
            found += len(keys) - bisect_right(keys, mine[:shared], key=cut)
        return found

    def level(self, key: TieKey) -> int:
        """How many are certainly level with ``key``: all known, all equal; itself if among them."""
        keys = self._sorted.get(self._width, [])
        if len(known(key)) < self._width:
            return 0
        return bisect_right(keys, key) - bisect_left(keys, key)


class TiesByScore:
    """Tie-breakers by score, sorted when a score is first asked for."""

    __slots__ = ("_keys", "_orders")

    def __init__(self) -> None:
        self._keys: dict[int, list[TieKey]] = {}
        self._orders: dict[int, TieOrder] = {}

    def add(self, score: int, key: TieKey) -> None:
        """One more with this score."""
        self._keys.setdefault(score, []).append(key)

    def count(self, score: int) -> int:
        """How many have this score."""
        return len(self._keys.get(score, ()))

    def at(self, score: int) -> TieOrder:
        """Those with this score, in order."""
        found = self._orders.get(score)
        if found is None:
            found = self._orders[score] = TieOrder(self._keys.get(score, ()))
        return found
