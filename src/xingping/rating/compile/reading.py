"""The reading of a tree that rates: one match over the node types, from nodes to bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import assert_never

from xingping.policy.language import tree
from xingping.policy.language.tree import Kind, Node
from xingping.rating.compile import choosing
from xingping.rating.compile.arithmetic import call, combine, minus, number
from xingping.rating.compile.asking import asked
from xingping.rating.compile.cells import View
from xingping.rating.compile.comparing import compare, is_none
from xingping.rating.compile.conditions import (
    NO,
    OPEN,
    YES,
    Cond,
    every,
    inverse,
    some,
    sure,
)
from xingping.rating.compile.folding import fold, present
from xingping.rating.compile.numbers import hull
from xingping.rating.compile.place import At, carried, lifted
from xingping.rating.compile.setting import Setting, Span
from xingping.rating.compile.values import Num, Ratio, Sym, Value, constant, unknown

Names = Callable[[tree.Ref, At], Value]
Has = Callable[[tree.Ref, At], bool]
Reading = Callable[[Setting], "Reader"]


class Reader:
    """Compiles the nodes of one scheme in one setting.

    ``names`` says what a Ref stands for, ``has`` whether a criterion has such a value, ``read``
    reads the whole scheme in another setting.
    """

    def __init__(self, setting: Setting, names: Names, has: Has, read: Reading) -> None:
        self.setting = setting
        self.names = names
        self.has = has
        self.read = read
        self.parts: dict[Span, Reader] = {}
        self.owner = View(setting.scheme.catalogue.registers[setting.scheme.subject], setting)
        self.folds: dict[tuple[tree.Fold, At], tuple[Value, Cond]] = {}

    def value(self, node: Node, at: At) -> Value:  # noqa: C901, PLR0911, PLR0912 -- one case per node type
        """What ``node`` is worth at ``at``."""
        match node:
            case tree.Number():
                return constant(node.value)
            case tree.Word():
                return self._word(node)
            case tree.Field():
                return self._field(node, at)
            case tree.Ref():
                return lifted(self.names(node, at.subject), at)
            case tree.Fold():
                return lifted(self.folded(node, at.subject)[0], at)
            case tree.Arith():
                return self._arith(node, at)
            case tree.Compare() | tree.OneOf() | tree.Logic() | tree.Not():
                return self._truth(node, at)
            case tree.If() | tree.By():
                return self._choice(node, at)
            case tree.Otherwise():
                return self._otherwise(node, at)
            case tree.Call():
                return call(node.function, [self.value(arg, at) for arg in node.args])
            case tree.Asked():
                return lifted(asked(self, node, at.subject), at)
            case tree.Rows():
                msg = "records stand only inside a fold"
                raise TypeError(msg)
            case _:
                assert_never(node)

    def condition(self, node: Node, at: At) -> Cond:
        """A node that is a yes or a no."""
        value = self.value(node, at)
        if isinstance(value, Cond):
            return value
        if isinstance(node, tree.Word) and node.type.kind is Kind.ANY:
            return OPEN
        msg = f"no condition: {node!r}"
        raise TypeError(msg)

    def number(self, node: Node, at: At) -> Num:
        """A node that is a number."""
        return number(self.value(node, at))

    def part(self, span: Span) -> Reader:
        """The scheme read with a part of the period as the period at hand."""
        if span not in self.parts:
            self.parts[span] = self.read(replace(self.setting, period=span))
        return self.parts[span]

    def folded(self, node: tree.Fold, at: At) -> tuple[Value, Cond]:
        """A fold's value, and whether there is any record (worked out once for each place)."""
        key = (node, at)
        if key not in self.folds:
            self.folds[key] = fold(self, node, at)
        return self.folds[key]

    def _word(self, node: tree.Word) -> Value:
        kind = node.type.kind
        if kind is Kind.YES:
            return YES if node.value == "yes" else NO
        if kind is Kind.LEVEL:
            level = next(v for v in self.setting.scheme.levels if v.id == node.value)
            return constant(Fraction(level.value))
        if kind is Kind.ANY:
            return unknown(None, None)
        word = node.value
        return Sym(lambda other: sure_equal(word, other), (word,), word=word)

    def _field(self, node: tree.Field, at: At) -> Value:
        if at.view is not None and at.view.register.id == node.register:
            return at.view.cell(node.name)
        value = self.owner.cell(node.name)
        if isinstance(value, Num):
            value = replace(value, linear=None)  # no cell of the record at hand
        if at.pieces is not None:
            value = carried(value)
        return lifted(value, at)

    def _arith(self, node: tree.Arith, at: At) -> Value:
        right = self.value(node.right, at)
        if node.left is None:
            return minus(right)
        return combine(node.op, self.value(node.left, at), right)

    def _truth(self, node: tree.Compare | tree.OneOf | tree.Logic | tree.Not, at: At) -> Cond:
        match node:
            case tree.Compare():
                return self._compare(node, at)
            case tree.OneOf():
                of = self.value(node.of, at)
                return some(*(compare("=", of, self.value(a, at)) for a in node.among))
            case tree.Logic():
                parts = [self.condition(part, at) for part in node.parts]
                return every(*parts) if node.op == "and" else some(*parts)
            case tree.Not():
                return inverse(self.condition(node.of, at))

    def _compare(self, node: tree.Compare, at: At) -> Cond:
        links = []
        left = node.first
        for op, right in node.rest:
            links.append(self._link(left, op, right, at))
            left = right
        return every(*links)

    def _link(self, left: Node, op: tree.CompareOp, right: Node, at: At) -> Cond:
        for one, other in ((left, right), (right, left)):
            if isinstance(other, tree.Word) and other.value in {"none", "unknown"}:
                if other.type.kind is not Kind.ANY:
                    continue
                if other.value == "unknown":
                    return OPEN
                empty = is_none(self.value(one, at))
                return empty if op == "=" else inverse(empty)
        a, b = self.value(left, at), self.value(right, at)
        if isinstance(a, Num) and isinstance(b, Num) and b.linear and not b.linear.terms:
            whole = b.linear.constant
            few = choosing.within(a, op, int(whole)) if whole.denominator == 1 else None
            if few is not None and a.none == NO:
                return few if not a.exact else compare(op, a, b)
        return compare(op, a, b)

    def _choice(self, node: tree.If | tree.By, at: At) -> Value:
        if isinstance(node, tree.If):
            when = self.condition(node.when, at)
            arms = [(when, self.value(node.then, at)), (YES, self.value(node.other, at))]
            return choosing.first_that_holds(arms)
        of = self.value(node.of, at)
        if isinstance(of, Num) and of.domain and not of.exact:
            few = self._by_few(node, of, at)
            if few is not None:
                return few
        arms = [(self._arm(of, arm, at), self.value(arm.value, at)) for arm in node.arms]
        if node.rest is not None:
            arms.append((YES, self.value(node.rest, at)))
        elif isinstance(of, Sym):
            arms[-1] = (replace_last(arms[-1][0]), arms[-1][1])
        return choosing.first_that_holds(arms)

    def _arm(self, of: Value, arm: tree.Arm, at: At) -> Cond:
        return compare(arm.op or "=", of, self.value(arm.bound, at))

    def _by_few(self, node: tree.By, of: Num, at: At) -> Value | None:
        """`by` over a number of few values: which arm each value takes is settled here."""
        taken: dict[int, list[int]] = {}
        for value in of.domain:
            exact = constant(Fraction(value))
            tests = [self._arm(exact, arm, at) for arm in node.arms]
            if any(t.lo is not t.hi or t.lo.op != "bool" for t in tests):
                return None
            index = next((i for i, t in enumerate(tests) if t.lo.args[0]), len(tests))
            taken.setdefault(index, []).append(value)
        values = [arm.value for arm in node.arms] + [node.rest]
        arms = []
        for index in sorted(taken):
            branch = values[index]
            if branch is None:
                return None
            reached = choosing.reached(of, taken[index])
            arms.append((reached, self.value(branch, at)))
        return choosing.first_that_holds(arms)

    def _otherwise(self, node: tree.Otherwise, at: At) -> Value:
        value, default = self.value(node.of, at), self.value(node.default, at)
        if isinstance(value, Num) and value.maybe is not None and isinstance(default, Num):
            there = value.maybe
            chosen = hull(there.here, there.value, default)
            return replace(chosen, domain=())
        if isinstance(value, Ratio):
            open_or_here = Cond(value.maybe.lo, value.maybe.hi)
            return choosing.first_that_holds([(open_or_here, value), (YES, default)])
        if isinstance(node.of, tree.Fold):
            found = lifted(present(self, node.of, at.subject), at)
            if isinstance(found, Cond):
                return choosing.first_that_holds([(found, value), (YES, default)])
        return value


def sure_equal(word: str, other: str) -> Cond:
    """Whether two constant words are one."""
    return YES if word == other else NO


def replace_last(condition: Cond) -> Cond:
    """The last arm of a covered choice: it holds wherever no other does."""
    return sure(condition.lo) if condition.lo is condition.hi else YES
