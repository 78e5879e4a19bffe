"""Levels by position alone: where a forced distribution leaves someone, best and worst case."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Positions:
    """Everyone in order, best first. ``top``, ``bottom``: (level, places) from either end."""

    orders: Sequence[Ends]
    top: Sequence[tuple[int, int]]
    bottom: Sequence[tuple[int, int]]

    def levels(self) -> list[set[int | None]]:
        """The levels that each may come to by its bounds; None stands for no place at all."""
        lows = sorted(low for low, _ in self.orders)
        highs = sorted(high for _, high in self.orders)
        count = len(self.orders)
        found = []
        for low, high in self.orders:
            first = count - bisect_right(lows, high)
            last = count - bisect_left(highs, low) - 1  # not myself
            found.append(self._within(first, last))
        return found

    def _within(self, first: int, last: int) -> set[int | None]:
        count = len(self.orders)
        spans: list[tuple[int | None, int, int]] = []
        start = 0
        for level, places in self.top:
            end = min(start + places, count)
            spans.append((level, start, end))
            start = end
        end = count
        for level, places in self.bottom:
            begin = max(end - places, start)
            spans.append((level, begin, end))
            end = begin
        spans.append((None, start, end))
        return {
            level for level, begin, end in spans if begin <= last and end > first and begin < end
        }
