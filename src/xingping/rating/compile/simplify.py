"""A program made smaller for the records at hand: what they leave constant is folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Limits, Space, parent
from xingping.rating.compile.operators import FALSE, TRUE, E
from xingping.rating.compile.setting import Pieces

Leaf = Callable[[Space, E], E]
"""What stands for a leaf of a space: itself, or a constant."""


@dataclass(slots=True)
class Simplifier:
    """Rebuilds expressions with other leaves; comparisons that limits decide become constants.

    ``limits`` are those of plain Python (BIG is BIG), so that what is folded here would also have
    come out there.
    """

    limits: Limits
    leaf: Leaf
    made: dict[Space, dict[E, E]] = field(default_factory=dict)

    def __call__(self, e: E, space: Space = None) -> E:
        """The simplified expression."""
        made = self.made.setdefault(space, {})
        if e not in made:
            self.over([e], space)
        return made[e]

    def over(self, roots: Iterable[E], space: Space = None) -> None:
        """Simplify these and all that they rest on."""
        made = self.made.setdefault(space, {})
        for e in x.walk(roots, made):
            if e not in made:
                made[e] = self._constant(self._make(e, space, made), space)

    def _make(self, e: E, space: Space, made: dict[E, E]) -> E:
        match e.op:
            case "int" | "bool":
                return e
            case "col" | "flag" | "null" | "filled" | "truth" | "is":
                return self.leaf(space, e)
            case "up":
                return x.up(self(e.args[0], parent(space)))
            case "agg":
                return self._gathered(e)
            case "ge" | "gt" | "eq":
                return self._compared(e.op, made[e.args[0]], made[e.args[1]], space)
            case "min" | "max":
                return self._picked(e.op, made[e.args[0]], made[e.args[1]], space)
            case _:
                return REMADE[e.op](*(made[a] for a in e.args))

    def _constant(self, e: E, space: Space) -> E:
        """The number itself, where limits leave no other."""
        if e.truth or e.op in {"int", "agg"}:
            return e
        span = self.limits.of(e, space)
        return x.num(span[0]) if span is not None and span[0] == span[1] else e

    def _compared(self, op: str, a: E, b: E, space: Space) -> E:
        one, other = self.limits.of(a, space), self.limits.of(b, space)
        if one is None or other is None:
            return ORDER[op](a, b)
        always, never = {
            "eq": (False, one[0] > other[1] or other[0] > one[1]),
            "ge": (one[0] >= other[1], one[1] < other[0]),
            "gt": (one[0] > other[1], one[1] <= other[0]),
        }[op]
        return TRUE if always else FALSE if never else ORDER[op](a, b)

    def _picked(self, op: str, a: E, b: E, space: Space) -> E:
        low, high = (a, b) if op == "min" else (b, a)  # the first is taken where it is never above
        one, other = self.limits.of(low, space), self.limits.of(high, space)
        if one is not None and other is not None:
            if one[1] <= other[0]:
                return a
            if other[1] <= one[0]:
                return b
        return REMADE[op](a, b)

    def _gathered(self, e: E) -> E:
        kind, rows, where, value = e.args
        if not isinstance(rows, RowSet | Pieces):
            return e
        where, value = self(where, rows), self(value, rows)
        nothing = not self.limits.known.rows[rows]
        if kind == "run":
            return x.ZERO if nothing or where is FALSE else x.make("agg", kind, rows, where, value)
        return x.agg(kind, rows, FALSE if nothing else where, value)


def _when(condition: E, then: E, other: E) -> E:
    """``when`` that looks one step further: the same condition asked again is decided."""
    if then.op == "if" and then.args[0] is condition:
        then = then.args[1]
    if other.op == "if" and other.args[0] is condition:
        other = other.args[2]
    return x.when(condition, then, other)


ORDER = {"ge": x.ge, "gt": x.gt, "eq": x.eq}
REMADE: dict[str, Callable[..., E]] = {
    "and": x.both,
    "or": x.either,
    "not": x.no,
    "if": _when,
    "add": x.add,
    "mul": x.mul,
    "div": x.div,
    "min": x.least,
    "max": x.most,
}
