"""Sums, extremes and longest runs of records, added at the place of what they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from xingping.rating.compile.operators import TRUE, E

Whole = NDArray[np.int64]


def guarded(e: E) -> tuple[E, E]:
    """What has to hold for a record to be added, and what it then adds."""
    kind, _, where, value = e.args
    if kind == "sum" and where is TRUE and value.op == "if":
        test, then, other = value.args
        if other.op == "int" and other.args[0] == 0:
            return test, then
    return where, value


@dataclass(slots=True)
class Scatter:
    """``at``: the place of each record, below ``size``; ``pieces``: how many to a subject."""

    at: NDArray[np.intp]
    size: int
    big: int
    pieces: int
    chosen: dict[E, NDArray[np.intp]] = field(default_factory=dict)

    def add(self, kind: str, guard: tuple[E, Any], value: pl.Series | int) -> Whole:
        """The total of each place; of nothing it is 0, or ``big`` below or above everything."""
        if kind == "run":
            return self._run(guard[1])
        index = self._where(*guard)
        at = self.at if index is None else self.at[index]
        if kind == "sum" and isinstance(value, int):
            counts: Whole = np.bincount(at, minlength=self.size).astype(np.int64, copy=False)
            return counts if value == 1 else counts * value
        start = {"sum": 0, "max": -self.big, "min": self.big}[kind]
        total = np.full(self.size, start, np.int64) if start else np.zeros(self.size, np.int64)
        add = {"sum": np.add, "max": np.maximum, "min": np.minimum}[kind]
        add.at(total, at, self._numbers(value, index))
        return total

    def _where(self, guard: E, said: pl.Series | bool) -> NDArray[np.intp] | None:  # noqa: FBT001 -- a column of truths, or one
        """The records that are added; None: all."""
        if isinstance(said, bool):
            return None if said else np.empty(0, np.intp)
        if guard not in self.chosen:
            self.chosen[guard] = np.flatnonzero(said.to_numpy())
        return self.chosen[guard]

    def _numbers(self, value: pl.Series | int, index: NDArray[np.intp] | None) -> Whole:
        if isinstance(value, int):
            count = len(self.at) if index is None else len(index)
            return np.full(count, value, np.int64)
        numbers: Whole = value.to_numpy()
        return numbers if index is None else numbers[index]

    def _run(self, said: pl.Series | bool) -> Whole:  # noqa: FBT001 -- a column of truths, or one
        if isinstance(said, bool):
            return np.full(self.size, self.pieces if said else 0, np.int64)
        held = said.to_numpy().reshape(self.size, self.pieces)
        now, longest = np.zeros(self.size, np.int64), np.zeros(self.size, np.int64)
        for piece in range(self.pieces):
            now = (now + 1) * held[:, piece]
            np.maximum(longest, now, out=longest)
        return longest
