"""A program worked out for many subjects at once: records are added at the place of their subject."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl
from numpy.typing import NDArray

from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Space, parent
from xingping.rating.compile.operators import BIG, E, walk
from xingping.rating.compile.polars import Columns
from xingping.rating.compile.setting import Pieces
from xingping.rating.scatter import Scatter, guarded

Column = pl.Series | int | bool
"""A value of each, or one value of all."""


@dataclass(slots=True)
class Rows:
    """Records: their cells as columns, and ``at``, the subject (or piece) each belongs to.

    A piece's place is subject * pieces + piece.
    """

    frame: pl.DataFrame
    at: NDArray[np.intp]
    most: int = 0

    def holes(self) -> frozenset[str]:
        """The fields with an empty cell somewhere."""
        return frozenset(c.name for c in self.frame.iter_columns() if c.null_count())


@dataclass(slots=True)
class Spaces:
    """``count`` subjects, their own cells and their records; what is known of each space so far.

    ``words``: the codes of words; ``big``: what stands for BIG in these columns.
    """

    count: int
    own: pl.DataFrame
    rows: Mapping[RowSet, Rows]
    words: Mapping[str, int]
    big: int = BIG
    known: dict[Space, dict[E, pl.Series]] = field(default_factory=dict)
    names: dict[E, str] = field(default_factory=dict)
    levels: dict[E, int] = field(default_factory=dict)

    def learn(self, e: E, column: pl.Series, space: Space = None) -> None:
        """Keep a column for what rests on it."""
        self.known.setdefault(space, {})[e] = column
        self.names.setdefault(e, f"k{len(self.names)}")

    def work(self, wanted: Sequence[E], space: Space = None) -> list[Column]:
        """The values of expressions of a space; whole numbers are Int64, BIG is ``big``."""
        known = self.known.setdefault(space, {})
        open_ones = [e for e in dict.fromkeys(wanted) if e.op not in {"int", "bool"}]
        missing = [e for e in open_ones if e not in known]
        self._gather(missing, space)
        self._carry(missing, space)
        fresh = [e for e in missing if e not in known]
        got = dict(zip(fresh, self._columns(fresh, space), strict=True))
        return [
            e.args[0] if e.op in {"int", "bool"} else known[e] if e in known else got[e]
            for e in wanted
        ]

    def _columns(self, wanted: Sequence[E], space: Space) -> list[pl.Series]:
        if not wanted:
            return []
        known = self.known[space]
        nodes = walk(wanted, known)
        below = {a for e in nodes for a in e.args if isinstance(a, E) and a in known}
        frame, holes = self._frame(space)
        columns = Columns({e: self.names[e] for e in below}, self.words, self.big, holes)
        series = [known[e].alias(self.names[e]) for e in below]
        cells = {e.args[0] for e in nodes if e.op in {"null", "filled", "truth", "is"}}
        chosen = [frame[name] for name in sorted(cells)] + series
        return columns.work(pl.DataFrame(chosen), wanted)

    def _frame(self, space: Space) -> tuple[pl.DataFrame, frozenset[str]]:
        if space is None:
            return self.own, frozenset(self.own.columns)
        if isinstance(space, RowSet):
            rows = self.rows[space]
            return rows.frame, rows.holes()
        return pl.DataFrame(), frozenset()

    def _gather(self, wanted: Iterable[E], space: Space) -> None:
        """Work out every aggregate that is needed, those first that others rest on."""
        known = self.known[space]
        pending: dict[E, None] = {}
        stack = list(wanted)
        while stack:
            fresh = [e for e in walk(stack, known) if e.op == "agg" and e not in pending]
            pending.update(dict.fromkeys(e for e in fresh if e not in known))
            stack = [need for e in fresh for need in _needs(e)]
        groups: dict[tuple[int, Space], list[E]] = {}
        for e in pending:
            groups.setdefault((self._level(e), e.args[1]), []).append(e)
        for (_, rows), group in sorted(groups.items(), key=lambda item: item[0][0]):
            self._accumulate(rows, group, space)

    def _level(self, agg: E) -> int:
        if agg not in self.levels:
            inner = [e for e in walk(_needs(agg)) if e.op == "agg"]
            self.levels[agg] = 1 + max(map(self._level, inner), default=0)
        return self.levels[agg]

    def _carry(self, wanted: Iterable[E], space: Space) -> None:
        """Bring values of the subjects (or pieces) to their records (or pieces)."""
        known = self.known[space]
        above = [e for e in walk(wanted, known) if e.op == "up" and e not in known]
        if not above:
            return
        index = pl.Series(self._index(space), dtype=pl.UInt32)
        for e, column in zip(
            above, self.work([e.args[0] for e in above], parent(space)), strict=True
        ):
            if isinstance(column, pl.Series):
                self.learn(e, column.gather(index), space)
            else:
                self.learn(e, pl.repeat(column, len(index), eager=True), space)

    def _index(self, space: Space) -> NDArray[np.intp]:
        if isinstance(space, Pieces):
            return np.repeat(np.arange(self.count, dtype=np.intp), len(space.spans))
        return self.rows[space].at  # type: ignore[index]  # -- subjects have nothing above them

    def _size(self, space: Space) -> int:
        return self.count * (len(space.spans) if isinstance(space, Pieces) else 1)

    def _accumulate(self, rows: Space, group: list[E], space: Space) -> None:
        needs = list(dict.fromkeys(need for e in group for need in _needs(e)))
        for need, column in zip(needs, self.work(needs, space), strict=True):
            if isinstance(column, pl.Series):
                self.learn(need, column, space)
        pairs = [guarded(e) for e in group]
        distinct = list(dict.fromkeys(e for pair in pairs for e in pair))
        got = dict(zip(distinct, self.work(distinct, rows), strict=True))
        pieces = len(rows.spans) if isinstance(rows, Pieces) else 1
        scatter = Scatter(self._index(rows), self._size(space), self.big, pieces)
        for e, (guard, value) in zip(group, pairs, strict=True):
            total = scatter.add(e.args[0], (guard, got[guard]), got[value])
            self.learn(e, pl.Series(total), space)


def _needs(agg: E) -> list[E]:
    """What an aggregate reads of the space that it belongs to."""
    found: dict[E, None] = {}
    stack = list(agg.args[2:])
    while stack:
        nodes = walk(stack)
        found.update((e.args[0], None) for e in nodes if e.op == "up")
        stack = [need for e in nodes if e.op == "agg" for need in _needs(e)]
    return [e for e in found if e.op not in {"int", "bool"}]
