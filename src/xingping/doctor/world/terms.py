"""Compiled expressions as terms of a solver: of a subject, of a piece of time, of one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce

import z3

from xingping.doctor.deadline import keep_time
from xingping.doctor.world.prototype import Row
from xingping.rating.compile.expressions import BIG, E, walk

Leaf = Callable[[E], z3.ExprRef]
Gathered = Callable[[E, "Space"], z3.ExprRef]


@dataclass(slots=True, eq=False)
class Space:
    """Where expressions are read: ``leaf`` gives columns and cells, ``gathered`` aggregates.

    ``outer``: the space above; ``piece``: the first and last day of the piece of time at hand.
    """

    leaf: Leaf
    gathered: Gathered
    outer: Space | None = None
    piece: tuple[int, int] | None = None
    made: dict[E, z3.ExprRef] = field(default_factory=dict)

    def term(self, e: E) -> z3.ExprRef:
        """The expression as a term; made once. Raises OutOfTimeError."""
        if e not in self.made:
            for one in walk([e], self.made):
                keep_time()
                if one not in self.made:
                    self.made[one] = self._make(one)
        return self.made[e]

    def _make(self, e: E) -> z3.ExprRef:
        match e.op:
            case "int":
                return z3.IntVal(e.args[0])
            case "bool":
                return z3.BoolVal(e.args[0])
            case "col" | "flag" | "null" | "filled" | "truth" | "is":
                return self.leaf(e)
            case "agg":
                return self.gathered(e, self)
            case "up":
                return (self.outer or self).term(e.args[0])
            case _:
                return operated(e.op, [self.made[a] for a in e.args])


def operated(op: str, args: list[z3.ExprRef]) -> z3.ExprRef:
    """One operator of its arguments, constants worked out."""
    made = _OPERATORS[op](args)
    return z3.simplify(made) if all(map(constant, args)) else made


def constant(term: z3.ExprRef) -> bool:
    """Whether a term is a number or truth itself."""
    return bool(z3.is_int_value(term) or z3.is_true(term) or z3.is_false(term))


def _joined(args: list[z3.ExprRef], *, every: bool) -> z3.ExprRef:
    decides = z3.is_false if every else z3.is_true
    idle = z3.is_true if every else z3.is_false
    kept = [a for a in args if not idle(a)]
    if any(map(decides, kept)):
        return z3.BoolVal(not every)
    if len(kept) == 1:
        return kept[0]
    return z3.And(*kept) if every else z3.Or(*kept)


def _chosen(args: list[z3.ExprRef]) -> z3.ExprRef:
    when, then, other = args
    if z3.is_true(when) or z3.eq(then, other):
        return then
    return other if z3.is_false(when) else z3.If(when, then, other)


def _inverse(args: list[z3.ExprRef]) -> z3.ExprRef:
    of = args[0]
    return of.arg(0) if z3.is_not(of) else z3.Not(of)


_OPERATORS: dict[str, Callable[[list[z3.ExprRef]], z3.ExprRef]] = {
    "and": lambda a: _joined(a, every=True),
    "or": lambda a: _joined(a, every=False),
    "not": _inverse,
    "if": _chosen,
    "add": lambda a: a[0] + a[1],
    "mul": lambda a: a[0] * a[1],
    "div": lambda a: a[0] / a[1],
    "min": lambda a: _chosen([a[0] <= a[1], a[0], a[1]]),
    "max": lambda a: _chosen([a[0] >= a[1], a[0], a[1]]),
    "ge": lambda a: a[0] >= a[1],
    "gt": lambda a: a[0] > a[1],
    "eq": lambda a: a[0] == a[1],
}


def over_pieces(kind: str, parts: list[tuple[z3.ExprRef, z3.ExprRef]]) -> z3.ExprRef:
    """An aggregate over pieces of time: (whether the piece counts, its value), in their order."""
    if kind == "sum":
        return total([operated("if", [when, value, z3.IntVal(0)]) for when, value in parts])
    if kind == "run":
        now = best = z3.IntVal(0)
        for when, _ in parts:
            now = operated("if", [when, now + 1, z3.IntVal(0)])
            best = operated("max", [best, now])
        return best
    start = z3.IntVal(-BIG if kind == "max" else BIG)
    return reduce(
        lambda so_far, part: operated("if", [part[0], operated(kind, [so_far, part[1]]), so_far]),
        parts,
        start,
    )


def total(terms: list[z3.ExprRef]) -> z3.ExprRef:
    """The sum of numbers."""
    kept = [t for t in terms if not (z3.is_int_value(t) and t.as_long() == 0)]
    return z3.Sum(kept) if len(kept) > 1 else kept[0] if kept else z3.IntVal(0)


def of_row(row: Row) -> Leaf:
    """The cells of one record as leaves."""

    def leaf(e: E) -> z3.ExprRef:
        name = e.args[0]
        row.used.setdefault(name)
        match e.op:
            case "null":
                return row.empty(name)
            case "filled":
                empty = row.empty(name)
                return operated("if", [empty, z3.IntVal(0), row.number(name)])
            case "truth":
                return row.yes(name)
            case _:
                return row.says(name, str(e.args[1]))

    return leaf
