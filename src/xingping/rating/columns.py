"""Running a compiled scheme by columns: the same run as in plain Python, for many subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from xingping.rating.compile.expressions import E
from xingping.rating.compile.outputs import Quotient
from xingping.rating.compile.program import late
from xingping.rating.compiled import Compiled, rank_columns
from xingping.rating.facts import Facts
from xingping.rating.given import Given
from xingping.rating.prepared import Prepared, TooLargeError, prepare
from xingping.rating.ranking import Place
from xingping.rating.run import Run, base_column, run
from xingping.rating.spaces import Column
from xingping.rating.standing import Breakers, Places, Standings, Whole, place_all
from xingping.rating.tables import own_frame, rows_frame, word_codes


@dataclass(slots=True)
class ColumnRun(Run):
    """A run whose values stand in columns; read as lists once a single subject is asked for."""

    prepared: Prepared | None = None
    lists: dict[E, list[Any]] = field(default_factory=dict)

    @property
    def ready(self) -> Prepared:
        """The program by columns."""
        if self.prepared is None:
            raise TypeError(self)
        return self.prepared

    @property
    def count(self) -> int:
        """How many subjects there are."""
        return self.ready.spaces.count

    def get(self, subject: int, e: E) -> Any:  # noqa: ANN401 -- a number or a truth
        """The value of one expression for one subject."""
        if e.op in {"int", "bool"}:
            return e.args[0]
        if e not in self.lists:
            self.lists[e] = self.ready.column(e).to_list()
        return self.lists[e][subject]

    def stage(self, number: int) -> None:
        """Work out a stage for all subjects."""
        new = self.compiled.program.arrive[number]
        self.ready.arrive({name: pl.Series(self.columns[name], dtype=pl.Int64) for name in new})
        self.ready.stage(number)

    def rank(self, name: str) -> None:
        """Work out a rank of all subjects."""
        codes: dict[Any, int] = {}
        groups = self.groups(self.scheme.ranks[name].within)
        numbers = np.array([codes.setdefault(g, len(codes)) for g in groups], np.int64)
        found = rank_of_all(self.ready, name, numbers, self.breakers(name))
        parts = [part.tolist() for part in found.parts()]
        self.columns.update(zip(rank_columns(name), parts, strict=True))
        self.ranks[name] = [
            Place(best or None, worst or None, low, high)
            for best, worst, low, high in zip(*parts, strict=True)
        ]

    def breakers(self, name: str) -> Breakers | None:
        """The tie-breakers of a rank, if it has any."""
        _, *keys = self.compiled.outputs.ranks[name]
        if not keys:
            return None
        return lambda some: [tuple(self.tie(i, key) for key in keys) for i in some]


def rank_of_all(ready: Prepared, name: str, groups: Whole, breakers: Breakers | None) -> Places:
    """The places of a rank; ``groups``: the number of each subject's group."""
    outputs, rank = ready.compiled.outputs, ready.compiled.setting.scheme.ranks[name]
    first = outputs.ranks[name][0]
    if isinstance(first, Quotient):
        msg = "a rank is by a rounded number"
        raise TypeError(msg)
    wanted = (first.lo, first.hi, outputs.unranked.lo, outputs.unranked.hi)
    lo, hi, out, perhaps = (ready.column(e).to_numpy() for e in wanted)
    return place_all(Standings(lo, hi, out, perhaps, groups), rank.ties, breakers)


def run_columns(compiled: Compiled, facts: Facts) -> Run:
    """Work out the stages by columns, with the ranks between them.

    Where there is nobody, or the numbers of these records are not proven to fit int64, plain
    Python does it.
    """
    if not facts.subjects:
        return run(compiled, facts)
    try:
        ready = prepare(compiled, given(compiled, facts))
    except TooLargeError:
        return run(compiled, facts)
    one = ColumnRun(compiled, facts, prepared=ready)
    one.work()
    return one


def given(compiled: Compiled, facts: Facts) -> Given:
    """The subjects and records as columns."""
    program = compiled.program
    words = word_codes(program)
    columns = {
        name: one_or_all(base_column(name, compiled, facts))
        for name in program.columns
        if name not in late(program)
    }
    rows = {r: rows_frame(facts, r, names, words) for r, names in program.fields.items()}
    own = own_frame(facts, program.own, words)
    return Given(len(facts.subjects), own, rows, columns, words)


def one_or_all(values: Sequence[Any]) -> Column:
    """A column, or its value where all are the same."""
    if values and all(value == values[0] for value in values):
        first: int | bool = values[0]
        return first
    kind = pl.Boolean if values and isinstance(values[0], bool) else pl.Int64
    return pl.Series(values, dtype=kind)
