"""A compiled scheme made ready for the records at hand: smaller, proven to fit int64, by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl

from xingping.policy.words import Text
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Known, Limits, Span, sentinel
from xingping.rating.compile.operators import BIG, E
from xingping.rating.compile.outputs import Outputs, ends
from xingping.rating.compile.program import everything_below, late
from xingping.rating.compile.setting import Pieces
from xingping.rating.compile.simplify import Simplifier
from xingping.rating.compiled import Compiled
from xingping.rating.given import Given
from xingping.rating.spaces import Column, Spaces


class TooLargeError(Exception):
    """A scheme whose numbers are not proven to fit int64 with these records; names the rule."""

    def __init__(self, rule: str) -> None:
        self.what = Text(
            f"“{rule}”的数在这些记录下可能超出 64 位整数，不能按列计算；"
            '请用 engine="python" 评定，或在登记表中给各字段写明上限',
            f"the numbers of '{rule}' may leave 64-bit whole numbers with these records, so that "
            'they cannot be rated by columns; rate with engine="python", or give the fields '
            "limits in the register",
        )
        super().__init__(self.what.en)


@dataclass(slots=True)
class Prepared:
    """``values``: the column of each expression that a stage ends with."""

    compiled: Compiled
    simplify: Simplifier
    spaces: Spaces
    values: dict[E, Column] = field(default_factory=dict)

    def arrive(self, columns: Mapping[str, pl.Series]) -> None:
        """Columns that become known between stages: ranks, stars."""
        for name, column in columns.items():
            self.spaces.learn(x.col(name), column)

    def stage(self, number: int) -> None:
        """Work out a stage."""
        self.work(self.compiled.program.stages[number])

    def work(self, wanted: Iterable[E]) -> None:
        """Work out expressions, and keep them for what rests on them."""
        wanted = [e for e in wanted if e not in self.values]
        smaller = [self.simplify(e) for e in wanted]
        for e, small, column in zip(wanted, smaller, self.spaces.work(smaller), strict=True):
            self.values[e] = column
            if isinstance(column, pl.Series):
                self.spaces.learn(small, column)

    def column(self, e: E) -> pl.Series:
        """A value of every subject, BIG being BIG again."""
        found = e.args[0] if e.op in {"int", "bool"} else self.values[e]
        if not isinstance(found, pl.Series):
            kind = pl.Boolean if isinstance(found, bool) else pl.Int64
            return pl.repeat(found, self.spaces.count, dtype=kind, eager=True)
        big = self.spaces.big
        if big == BIG or found.dtype == pl.Boolean:
            return found
        numbers = found.to_numpy()
        if not len(numbers) or max(int(numbers.max()), -int(numbers.min())) <= big // 2:
            return found
        numbers = np.where(numbers > big // 2, BIG, np.where(numbers < -(big // 2), -BIG, numbers))
        return pl.Series(numbers)


def prepare(compiled: Compiled, given: Given) -> Prepared:
    """The program for the subjects and records at hand.

    Raises TooLargeError where not even the largest of these records prove that int64 is enough.
    """
    known = given.known(compiled)
    simplify = Simplifier(Limits(known), given.leaf)
    named = dict(_named(compiled, simplify))
    big, too_large = sentinel(named, known)
    if not big:
        early = [e for e in _aggregates(named.values()) if not _rests_on(e, late(compiled.program))]
        big, too_large = sentinel(named, replace(known, measured=_measure(early, known, given)))
    if not big:
        raise TooLargeError(too_large or compiled.setting.scheme.id)
    return Prepared(compiled, simplify, given.spaces(big))


def _measure(aggs: list[E], known: Known, given: Given) -> dict[E, Span]:
    """The least and the most that aggregates come to with these records, BIG left out."""
    big, _ = sentinel({"": aggs}, known)
    found: dict[E, Span] = {}
    for e, column in zip(aggs, given.spaces(big).work(aggs) if big else (), strict=bool(big)):
        numbers = pl.Series([column]) if not isinstance(column, pl.Series) else column
        usual = numbers.filter(numbers.is_between(-(big // 2), big // 2))
        low, high = usual.min(), usual.max()
        if isinstance(low, int) and isinstance(high, int):
            found[e] = (low, high)
    return found


def _aggregates(roots: Iterable[list[E]]) -> list[E]:
    """The aggregates of records to their subject that these rest on."""
    nodes = x.walk([e for several in roots for e in several])
    return [e for e in nodes if e.op == "agg" and isinstance(e.args[1], RowSet | Pieces)]


def _rests_on(e: E, columns: frozenset[str]) -> bool:
    return any(
        below.op in {"col", "flag"} and below.args[0] in columns for below in everything_below([e])
    )


def _named(compiled: Compiled, simplify: Simplifier) -> Iterator[tuple[str, list[E]]]:
    """Everything that is worked out, by the rule it is told by."""
    rest = {e for stage in compiled.program.stages for e in stage}
    for name, several in _rules(compiled.outputs):
        mine = [e for e in several if e in rest]
        rest.difference_update(mine)
        simplify.over(mine)
        yield name, [simplify(e) for e in mine]
    others = [e for stage in compiled.program.stages for e in stage if e in rest]
    simplify.over(others)
    yield "", [simplify(e) for e in others]


def _rules(out: Outputs) -> Iterator[tuple[str, list[E]]]:
    for name, levels in out.criteria.items():
        for level, condition in levels.items():
            yield f"{name} {level}", list(ends(condition))
    for several in (out.items, out.results, out.vetoes, out.pays, out.acts, out.of_quota):
        for name, output in several.items():
            yield name, list(ends(output))
    for keys in (out.ranks, out.quotas):
        for name, its in keys.items():
            yield name, [e for key in its for e in ends(key)]
