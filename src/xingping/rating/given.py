"""The subjects and records at hand, as columns, and what they leave constant in a program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Known, Space, Span
from xingping.rating.compile.operators import E
from xingping.rating.compile.program import Program, everything_below
from xingping.rating.compile.setting import Pieces
from xingping.rating.compiled import STARS, Compiled
from xingping.rating.spaces import Column, Rows, Spaces


@dataclass(frozen=True, slots=True)
class Given:
    """``count`` subjects, their own cells, their records and the columns that rest on nothing else.

    ``words``: the code that each word asked for has in columns of text.
    """

    count: int
    own: pl.DataFrame
    rows: Mapping[RowSet, Rows]
    columns: Mapping[str, Column]
    words: Mapping[str, int]
    empty: dict[Space, Mapping[str, tuple[bool, bool]]] = field(default_factory=dict)

    def leaf(self, space: Space, e: E) -> E:
        """A column or a cell; a constant where it is the same for all."""
        name = e.args[0]
        if e.op in {"col", "flag"}:
            value = self.columns.get(name)
            if value is None or isinstance(value, pl.Series):
                return e
            return x.truth(value) if isinstance(value, bool) else x.num(value)
        some, every = self._empty(space)[name]
        if e.op == "null":
            return x.TRUE if every else e if some else x.FALSE
        if every:
            return x.ZERO if e.op == "filled" else x.FALSE
        return e

    def _empty(self, space: Space) -> Mapping[str, tuple[bool, bool]]:
        """By field, whether some and whether all cells of a space are empty."""
        if space not in self.empty:
            frame = self.rows[space].frame if isinstance(space, RowSet) else self.own
            counts = {column.name: column.null_count() for column in frame.iter_columns()}
            self.empty[space] = {n: (k > 0, k == frame.height) for n, k in counts.items()}
        return self.empty[space]

    def spaces(self, big: int) -> Spaces:
        """The columns to work with, BIG being ``big``."""
        made = Spaces(self.count, self.own, self.rows, self.words, big)
        for name, column in self.columns.items():
            if isinstance(column, pl.Series):
                made.learn((x.flag if column.dtype == pl.Boolean else x.col)(name), column)
        return made

    def known(self, compiled: Compiled) -> Known:
        """The least and the most of everything here."""
        cells: dict[tuple[Space, str], Span] = {(None, n): s for n, s in _spans(self.own)}
        most: dict[Space, int] = {}
        for row_set, have in self.rows.items():
            cells |= {(row_set, name): span for name, span in _spans(have.frame)}
            most[row_set] = int(np.bincount(have.at).max(initial=0))
            if row_set.pieces is not None:
                most[row_set.pieces] = len(row_set.pieces.spans)
        for pieces in _pieces(compiled.program):
            most[pieces] = len(pieces.spans)
        levels = [level.value for level in compiled.setting.scheme.levels]
        limits: dict[str, Span] = {}
        for name in compiled.program.columns:
            value = self.columns.get(name)
            if isinstance(value, int):
                limits[name] = (int(value), int(value))
            elif isinstance(value, pl.Series) and value.dtype != pl.Boolean and len(value):
                limits[name] = (int(value.min()), int(value.max()))  # type: ignore[arg-type]  # -- whole numbers
            else:
                limits[name] = (
                    (min(levels), max(levels)) if name in STARS else (0, max(self.count, 1))
                )
        return Known(cells, most, limits)


def _spans(frame: pl.DataFrame) -> Iterator[tuple[str, Span]]:
    """The least and the most of each column of numbers, 0 included where a cell is empty."""
    for column in frame.iter_columns():
        if column.dtype == pl.Boolean:
            continue
        low, high = column.min(), column.max()
        if not isinstance(low, int) or not isinstance(high, int):
            yield column.name, (0, 0)
        elif column.null_count():
            yield column.name, (min(low, 0), max(high, 0))
        else:
            yield column.name, (low, high)


def _pieces(program: Program) -> Iterator[Pieces]:
    """Every set of pieces that something is gathered from."""
    for e in everything_below(e for stage in program.stages for e in stage):
        if e.op == "agg" and isinstance(e.args[1], Pieces):
            yield e.args[1]
