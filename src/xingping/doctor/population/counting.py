"""Rules over all subjects as constraints on how many there are of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import z3

from xingping.doctor.population.kinds import KindOf, Kinds, conditions_on_subjects
from xingping.doctor.population.terms import Expr, Share, order, rational
from xingping.policy.language.tree import (
    Arith,
    By,
    Call,
    Compare,
    Fold,
    If,
    Kind,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Ref,
)
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.walk import kind_of


@dataclass
class Counting:
    """How many subjects there are of each kind, as whole numbers of the solver.

    ``fixed``: values of system names and parameters (``campaign_year`` 2). What cannot be read is
    a free value, the same wherever it is written: no rule becomes stricter than it is.
    ``everyone``: all take part and may have a place.
    """

    scheme: Scheme
    trees: Iterable[Node]
    fixed: Mapping[str, Fraction] = field(default_factory=dict)
    everyone: bool = False
    rules: list[Expr] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Make a number for each kind. Raises TooManyPartsError."""
        self.kinds = Kinds(self.scheme, conditions_on_subjects(self.trees))
        self._free: dict[object, Expr] = {}
        self.number_of: dict[KindOf, Expr] = {
            kind: z3.Int(f"kind {i}") for i, kind in enumerate(self.kinds.all)
        }
        self.total = z3.Int("all")
        self.rules += [number >= 0 for number in self.number_of.values()]
        self.rules += [self.total == z3.Sum(*self.number_of.values()), self.total >= 1]

    def rules_for(self, units: int | None) -> list[Expr]:
        """The rules so far, for so many subjects; None: for every number of them."""
        return [*self.rules, *([] if units is None else [self.total == units])]

    def count(self, kinds: Iterable[KindOf]) -> Expr:
        """How many subjects are of one of these kinds."""
        return z3.Sum(z3.IntVal(0), *(self.number_of[kind] for kind in kinds))

    def of_value(self, value: int) -> Expr:
        """How many subjects have this level."""
        return self.count(kind for kind in self.kinds.all if kind[0] == value)

    def condition(self, node: Node) -> Expr:
        """A rule as a condition of the solver."""
        match node:
            case Logic():
                parts = [self.condition(part) for part in node.parts]
                return z3.And(*parts) if node.op == "and" else z3.Or(*parts)
            case Not():
                return z3.Not(self.condition(node.of))
            case Compare():
                return self._compare(node)
            case OneOf():
                equal = [self._pair("=", node.of, one) for one in node.among]
                return z3.Or(*equal) if None not in equal else self._unread(node)
            case Fold(fold="every" | "any") if node.rows.source == "subjects":
                return self._all_or_some(node)
            case _:
                return self._unread(node)

    def number(self, node: Node) -> Expr | Share:
        """A rule as a number of the solver, or a share."""
        match node:
            case Number():
                return rational(node.value)
            case Ref():
                return self._named(node)
            case Fold(fold="count") if node.rows.source == "subjects":
                return z3.ToReal(self.count(self.kinds.of(node.rows.where)))
            case Fold(fold="share") if node.rows.source == "subjects" and node.of is not None:
                whole = self.kinds.of(node.rows.where)
                part = set(self.kinds.of(node.of))
                return Share(
                    z3.ToReal(self.count(k for k in whole if k in part)),
                    z3.ToReal(self.count(whole)),
                )
            case Arith():
                return self._arith(node)
            case Call():
                return self._call(node)
            case If() | By():
                return self._chosen(node)
            case _:
                return self._unread(node)

    def _all_or_some(self, node: Fold) -> Expr:
        whole = self.kinds.of(node.rows.where)
        part = set(self.kinds.of(node.of))
        if node.fold == "any":
            return self.count(k for k in whole if k in part) >= 1
        return self.count(k for k in whole if k not in part) == 0

    def _named(self, node: Ref) -> Expr:
        known = self.fixed.get(node.name)
        if known is not None and node.what in {"parameter", "system"}:
            return rational(known)
        counted = {"all", "rated", "eligible"} if self.everyone else {"all"}
        if node.what == "system" and node.name in counted:
            return z3.ToReal(self.total)
        if node.what == "system" and node.name in {"rated", "eligible"}:
            new = node not in self._free
            value = self._free.setdefault(node, z3.Int(f"how many {node.name}"))
            if new:
                self.rules += [value >= 0, value <= self.total]
            return z3.ToReal(value)
        return self._unread(node)

    def _unread(self, node: Node) -> Expr:
        parameter_itself = isinstance(node, Ref) and node.what == "parameter"
        key = node if parameter_itself else (node, *sorted(self.fixed.items()))
        new = key not in self._free
        make = z3.Bool if kind_of(node) is Kind.YES else z3.Real
        value = self._free.setdefault(key, make(f"free {len(self._free)}"))
        if new and isinstance(node, Ref) and node.what == "parameter":
            parameter = self.scheme.parameters[node.name]
            self.rules += [value >= rational(parameter.low)] if parameter.low is not None else []
            self.rules += [value <= rational(parameter.high)] if parameter.high is not None else []
        return value

    def _compare(self, node: Compare) -> Expr:
        ends = (node.first, *(other for _, other in node.rest))
        ops = (op for op, _ in node.rest)
        links = [
            self._pair(op, one, other) for op, one, other in zip(ops, ends, ends[1:], strict=False)
        ]
        return z3.And(*links) if None not in links else self._unread(node)

    def _pair(self, op: str, one: Node, other: Node) -> Expr | None:
        """One comparison; None where it cannot be read."""
        if kind_of(one) not in _NUMBERS or kind_of(other) not in _NUMBERS:
            return None
        a, b = self.number(one), self.number(other)
        if isinstance(a, Share) and isinstance(b, Share):
            return None
        if isinstance(a, Share):
            return z3.And(a.whole > 0, order(op, a.part, b * a.whole))
        if isinstance(b, Share):
            return z3.And(b.whole > 0, order(op, a * b.whole, b.part))
        return order(op, a, b)

    def _arith(self, node: Arith) -> Expr | Share:
        right = self.number(node.right)
        left = rational(0) if node.left is None else self.number(node.left)
        if isinstance(left, Share) or isinstance(right, Share):
            return self._with_share(node, left, right)
        match node.op:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                return left / right if isinstance(node.right, Number) else self._unread(node)

    def _with_share(self, node: Arith, left: Expr | Share, right: Expr | Share) -> Expr | Share:
        if isinstance(left, Share) and isinstance(right, Share):
            same = left.whole.eq(right.whole) and node.op in {"+", "-"}
            if not same:
                return self._unread(node)
            part = left.part + right.part if node.op == "+" else left.part - right.part
            return Share(part, left.whole)
        share, other = (left, right) if isinstance(left, Share) else (right, left)
        if node.op == "*" and isinstance(share, Share):
            return Share(share.part * other, share.whole)
        return self._unread(node)

    def _call(self, node: Call) -> Expr:
        args: list[Expr] = [self.number(arg) for arg in node.args]
        if any(isinstance(arg, Share) for arg in args):
            return self._unread(node)
        match node.function:
            case "floor":
                return z3.ToReal(z3.ToInt(args[0]))
            case "ceil":
                return -z3.ToReal(z3.ToInt(-args[0]))
            case "lower" | "higher":
                found = args[0]
                for arg in args[1:]:
                    first = found <= arg if node.function == "lower" else found >= arg
                    found = z3.If(first, found, arg)
                return found
            case "round" if isinstance(node.args[1], Number):
                step = args[1]
                return z3.ToReal(z3.ToInt(args[0] / step + rational(Fraction(1, 2)))) * step
            case _:
                return self._unread(node)

    def _chosen(self, node: If | By) -> Expr:
        arms: list[tuple[Expr | None, Node]] = []
        if isinstance(node, If):
            arms, rest = [(self.condition(node.when), node.then)], node.other
        else:
            arms = [(self._pair(a.op or "=", node.of, a.bound), a.value) for a in node.arms]
            rest = node.rest if node.rest is not None else node.arms[-1].value
        found = self.number(rest)
        for when, value in reversed(arms):
            worth = self.number(value)
            if when is None or isinstance(worth, Share) or isinstance(found, Share):
                return self._unread(node)
            found = z3.If(when, worth, found)
        return found


_NUMBERS = {Kind.NUMBER, Kind.RATIO, Kind.LEVEL}
