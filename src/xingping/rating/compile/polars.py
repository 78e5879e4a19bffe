"""The operators in Polars: expressions of one space, worked out column by column, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

import polars as pl

from xingping.rating.compile.operators import BIG, E, walk

DEEPEST = 16  # nesting of one expression, before it becomes a column of its own
CELLS = frozenset({"int", "bool", "null", "filled", "truth", "is"})


@dataclass(slots=True)
class Columns:
    """Expressions of one space as Polars expressions.

    ``known``: names of the columns that already hold an expression; ``words``: the code of each
    word that text is compared with; ``big``: what stands for BIG; ``holes``: the fields that
    have an empty cell somewhere.
    """

    known: Mapping[E, str]
    words: Mapping[str, int]
    big: int = BIG
    holes: frozenset[str] | None = None
    texts: dict[E, pl.Expr] = field(default_factory=dict)
    names: dict[E, str] = field(default_factory=dict)
    level: dict[E, int] = field(default_factory=dict)
    deep: dict[E, int] = field(default_factory=dict)

    def work(self, frame: pl.DataFrame, wanted: Sequence[E]) -> list[pl.Series]:
        """The columns of ``wanted`` (no constants among them), in order; whole numbers are Int64."""
        layers = self._layers(wanted)
        lazy = frame.lazy()
        for layer in layers:
            lazy = lazy.with_columns(layer)
        names = [self.names.get(e) or self.known[e] for e in wanted]
        distinct = list(dict.fromkeys(names))
        got = lazy.select(distinct).collect(optimizations=PLAIN)
        return [got[name] for name in names]

    def _layers(self, wanted: Sequence[E]) -> list[list[pl.Expr]]:
        nodes = walk(wanted, self.known)
        uses: dict[E, int] = {}
        for e in nodes:
            for a in e.args:
                if isinstance(a, E):  # a divisor is written twice
                    uses[a] = uses.get(a, 0) + 1 + (e.op == "div")
        layers: list[list[pl.Expr]] = []
        tops = set(wanted)
        for e in nodes:
            written = self._write(e)
            below = [a for a in e.args if isinstance(a, E)]
            self.level[e] = max((self.level.get(a, 0) for a in below), default=0)
            self.deep[e] = 1 + max((self.deep.get(a, 0) for a in below), default=0)
            many = uses.get(e, 0) > 1 and e.op not in CELLS
            if e in tops or many or self.deep[e] > DEEPEST:
                self._name(e, written, layers)
            else:
                self.texts[e] = written
        return layers

    def _name(self, e: E, written: pl.Expr, layers: list[list[pl.Expr]]) -> None:
        """Give an expression a column of its own, in the first layer that can work it out."""
        name = self.names[e] = f"x{len(self.names)}"
        place = self.level[e]
        while len(layers) <= place:
            layers.append([])
        layers[place].append(written.alias(name))
        self.level[e] = place + 1
        self.deep[e] = 0

    def _of(self, e: E) -> pl.Expr:
        if e in self.texts:
            return self.texts[e]
        return pl.col(self.names[e] if e in self.names else self.known[e])

    def _write(self, e: E) -> pl.Expr:
        args = e.args
        match e.op:
            case "int":
                return whole(self._number(args[0]))
            case "null" | "filled" | "truth" | "is":
                return self._cell(e)
            case "ge" | "gt" | "eq":
                return self._compared(e)
            case "and" | "or":
                return reduce(and_ if e.op == "and" else or_, map(self._of, args))
            case "not":
                return ~self._of(args[0])
            case "if":
                return self._chosen(*args)
            case "add" | "mul" | "div" | "min" | "max":
                return self._computed(e)
            case _:
                msg = f"no Polars meaning: {e!r}"
                raise TypeError(msg)

    def _number(self, value: int) -> int:
        return value if abs(value) != BIG else self.big if value > 0 else -self.big

    def _computed(self, e: E) -> pl.Expr:
        a, b = map(self._of, e.args)
        match e.op:
            case "add":
                return a + b
            case "mul":
                return a * b
            case "div":  # a divisor that is not over 0 is never looked at
                return a // (b if e.args[1].op == "int" else pl.when(b > 0).then(b).otherwise(ONE))
            case "min":
                return pl.min_horizontal(a, b)
            case _:
                return pl.max_horizontal(a, b)

    def _compared(self, e: E) -> pl.Expr:
        a, b = map(self._of, e.args)
        return a >= b if e.op == "ge" else a > b if e.op == "gt" else a == b

    def _chosen(self, condition: E, then: E, other: E) -> pl.Expr:
        if then.op == other.op == "int" and (then.args[0], other.args[0]) == (1, 0):
            return self._of(condition).cast(pl.Int64)
        return pl.when(self._of(condition)).then(self._of(then)).otherwise(self._of(other))

    def _cell(self, e: E) -> pl.Expr:
        name = e.args[0]
        cell = pl.col(name)
        full = self.holes is not None and name not in self.holes
        match e.op:
            case "null":
                return cell.is_null()
            case "filled":
                number = cell.cast(pl.Int64)
                return number if full else number.fill_null(0)
            case "truth":
                return cell if full else cell.fill_null(value=False)
            case _:
                same = cell == pl.lit(self.words[e.args[1]], dtype=CODE)
                return same if full else same.fill_null(value=False)


def whole(value: int) -> pl.Expr:
    """A constant of the one type that whole numbers are computed in."""
    return pl.lit(value, dtype=pl.Int64)


CODE = pl.Int16
OTHER = -1
"""The code of a word that nothing asks for."""
ONE = whole(1)
PLAIN = pl.QueryOptFlags.none()
