"""Expressions without what is not known: no cell is empty but where that says *none*."""

from __future__ import annotations

from dataclasses import dataclass, field

from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.expressions import FALSE, TRUE, E, walk
from xingping.rating.compile.simplify import ORDER, REMADE

LEAVES = frozenset({"int", "bool", "col", "filled", "truth", "is"})


@dataclass(slots=True)
class Plain:
    """Rebuilds expressions, so that both bounds of what is known become one expression."""

    scheme: Scheme
    made: dict[str, dict[E, E]] = field(default_factory=dict)

    def __call__(self, e: E, register: str = "") -> E:
        """The same of records in which nothing is unknown; ``register``: whose cells stand in it."""
        made = self.made.setdefault(register, {})
        for one in walk([e], made):
            if one not in made:
                made[one] = self._make(one, register, made)
        return made[e]

    def _make(self, e: E, register: str, made: dict[E, E]) -> E:
        if e.op in LEAVES:
            return e
        if e.op == "flag":
            return TRUE
        if e.op == "null":
            known = self.scheme.catalogue.registers[register or self.scheme.subject]
            return e if known.fields[e.args[0]].none else FALSE
        if e.op == "up":
            return x.up(self.above(e.args[0]))
        if e.op == "agg":
            return self._gathered(e)
        again = ORDER.get(e.op) or REMADE[e.op]
        return again(*(made[a] for a in e.args))

    def above(self, e: E) -> E:
        """What stands above a record, or above a piece of time: the subject, or the piece."""
        return self(e)

    def _gathered(self, e: E) -> E:
        kind, rows, where, value, *rest = e.args
        inner = rows.register if isinstance(rows, RowSet) else ""
        where, value = self(where, inner), self(value, inner)
        if where is FALSE or (kind == "sum" and value is x.ZERO):
            return x.agg("sum" if rest else kind, rows, FALSE, value)
        return x.make("agg", kind, rows, where, value, *rest)
