"""Looking at one subject: any expression of a compiled scheme, worked out for it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.outputs import Bound
from xingping.rating.compile.program import Program, plan
from xingping.rating.compile.python import StageFunction, Writer
from xingping.rating.compiled import Compiled, execute
from xingping.rating.facts import Facts
from xingping.rating.outcome import Range
from xingping.rating.run import OPEN, base_column


@dataclass(slots=True)
class Lens:
    """``columns``: what stands for ranks, stars and the day where a value rests on them."""

    compiled: Compiled
    facts: Facts
    subject: int
    columns: Mapping[str, Any] = field(default_factory=dict)
    values: dict[E, Any] = field(default_factory=dict)

    def look(self, wanted: Sequence[E]) -> None:
        """Work out expressions together, so that `get` has them."""
        fresh = tuple(e for e in dict.fromkeys(wanted) if e not in self.values)
        if not fresh:
            return
        program, work = _function(self.compiled, fresh)
        columns = [self.column(name) for name in program.columns]
        own = [self.facts.own(name)[self.subject] for name in program.own]
        rows = [self.facts.rows_of(r, f, self.subject) for r, f in program.fields.items()]
        found = work(columns, own, rows, [])
        self.values.update({e: found[program.slots[e]] for e in fresh if e in program.slots})

    def column(self, name: str) -> Any:  # noqa: ANN401 -- a number or a truth
        """A column of the subject: as set, or from the records."""
        if name in self.columns:
            return self.columns[name]
        return base_column(name, self.compiled, self.facts)[self.subject]

    def get(self, e: E) -> Any:  # noqa: ANN401 -- a number or a truth
        """One expression's value."""
        if e.op in {"int", "bool"}:
            return e.args[0]
        self.look([e])
        return self.values[e]

    def cond(self, condition: Cond) -> tuple[bool, bool]:
        """Whether a condition certainly, and possibly, holds."""
        self.look([condition.lo, condition.hi])
        return bool(self.get(condition.lo)), bool(self.get(condition.hi))

    def range(self, bound: Bound) -> Range:
        """A number's bounds."""
        self.look([bound.lo, bound.hi])
        lo, hi = self.get(bound.lo), self.get(bound.hi)
        return Range(
            None if lo < -OPEN else Fraction(lo, bound.den),
            None if hi > OPEN else Fraction(hi, bound.den),
        )


def _function(compiled: Compiled, wanted: tuple[E, ...]) -> tuple[Program, StageFunction]:
    """The function of these expressions, kept with the compiled scheme."""
    if wanted not in compiled.lenses:
        program = plan(wanted, [frozenset()])
        source, names = Writer(program, 0).function()
        compiled.lenses[wanted] = (program, execute(source, names))
    return compiled.lenses[wanted]
