"""Comparisons of a share with a number over 1, and of points or counts with a percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from xingping.policy.language import tree
from xingping.policy.language.typing import constant
from xingping.policy.language.writing import decimal
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_WHOLE = 100  # the most that a percentage of a whole comes to
_MUCH = 10  # a number that may be as much is no share
_FOLDED = {"sum", "highest", "lowest", "first", "last", "mean"}


def tell_proportions(desk: Desk, scheme: Scheme) -> None:
    """Tell each comparison that the two sides cannot be meant for.

    A share of rows is never above 1 and points are no percentage; a ratio of two sums may be above
    1, and a parameter may be set in percent, so those are let pass.
    """
    sizes = _Sizes(scheme)
    for said, rules in list(desk.spelled.rules.values()):
        for rule in rules.values():
            for value, bound in _pairs(rule.tree):
                wrong = _wrong(sizes, value, bound)
                if wrong is not None:
                    what, hint = wrong
                    desk.tell(said.place(rule.offset + bound.at.start), what.zh, what.en, hint)


def _pairs(root: tree.Node) -> Iterator[tuple[tree.Node, tree.Node]]:
    """Values and the constants that they are compared with."""
    for node in walk(root):
        if isinstance(node, tree.Compare):
            sides = [node.first, *(side for _, side in node.rest)]
            for one, other in pairwise(sides):
                yield one, other
                yield other, one
        elif isinstance(node, tree.By):
            for arm in node.arms:
                yield node.of, arm.bound


def _wrong(sizes: _Sizes, value: tree.Node, bound: tree.Node) -> tuple[Text, Text] | None:
    limit = constant(bound)
    if limit is None or constant(value) is not None:
        return None
    if limit > 1 and sizes.is_share(value):
        what = Text(
            f"占比最多是 100%，不能与 {decimal(limit)} 相比",
            f"a share is at most 100 % and cannot be compared with {decimal(limit)}",
        )
        better = f"{decimal(limit)}%" if limit <= _WHOLE else ""
        hint = Text(f"写成：{better}", f"write: {better}") if better else None
        return what, hint or Text("写成百分数，如 80%", "write a percentage, such as 80%")
    if isinstance(bound, tree.Number) and bound.percent and sizes.is_amount(value):
        shown = decimal(limit * 100)
        return (
            Text(
                f"分数、次数不是比例，不能与 {shown}% 相比",
                f"points and counts are no share and cannot be compared with {shown}%",
            ),
            Text(
                f"写成：{shown}；要比占多少的，左边先除以总数",
                f"write: {shown}; for a part of a whole divide the left side by the whole",
            ),
        )
    return None


@dataclass(slots=True)
class _Sizes:
    """How large values may be, followed through what they name."""

    scheme: Scheme
    _asking: set[str] = field(default_factory=set)

    def is_share(self, node: tree.Node) -> bool:
        """Whether the value is certainly never above 1."""
        if isinstance(node, tree.Number):
            return node.value <= 1
        if isinstance(node, tree.Fold):
            return node.fold == "share"
        if isinstance(node, tree.Call):
            return self._called(node)
        if isinstance(node, tree.Arith):
            return node.op == "/" and self._is_part(node.left, node.right)
        if isinstance(node, tree.Ref) and (behind := self._behind(node)) is not None:
            return self._follow(node, behind, amount=False)
        return False

    def _called(self, node: tree.Call) -> bool:
        if node.function == "round":
            step = constant(node.args[1])
            fits = bool(step) and (1 / (step or Fraction(1))).denominator == 1
            return fits and self.is_share(node.args[0])
        some = any if node.function == "lower" else all
        return node.function != "abs" and some(self.is_share(arg) for arg in node.args)

    def _is_part(self, part: tree.Node | None, whole: tree.Node) -> bool:
        """A sum over a sum that each of its rows stays within; or some of the rows over all."""
        if not isinstance(part, tree.Fold) or not isinstance(whole, tree.Fold):
            return False
        if part.fold != whole.fold or part.rows.source != "register":
            return False
        if part.fold == "sum" and part.rows == whole.rows:
            within = self._limit_of(part.of)
            return isinstance(whole.of, tree.Field) and within == whole.of.name
        every = tree.Rows("register", part.rows.name, part.rows.link, window=part.rows.window)
        return part.fold == "count" and part.of is whole.of is None and whole.rows == every

    def _limit_of(self, node: tree.Node | None) -> str | None:
        """The field that a field may not be above in its row."""
        if not isinstance(node, tree.Field):
            return None
        spec = self.scheme.catalogue.registers[node.register].fields.get(node.name)
        return spec.to if spec is not None else None

    def is_amount(self, node: tree.Node) -> bool:
        """Whether the value is certainly points, a count, a level: nothing that 80% could be."""
        if isinstance(node, tree.Number):
            return not node.percent and node.value > 1
        if isinstance(node, tree.Asked):
            return node.what != "judged" and node.high > 1
        if isinstance(node, tree.Arith | tree.Call | tree.Otherwise):
            return self._computed(node)
        if isinstance(node, tree.Field):
            return self._field(node)
        if isinstance(node, tree.Fold):
            return self._folded(node)
        return isinstance(node, tree.Ref) and self._named(node)

    def _computed(self, node: tree.Arith | tree.Call | tree.Otherwise) -> bool:
        if isinstance(node, tree.Otherwise):
            return self.is_amount(node.of)
        if isinstance(node, tree.Call):
            args = node.args[:1] if node.function == "round" else node.args
            return all(self.is_amount(arg) for arg in args)
        if node.op == "*":
            return self._scaled(node)
        sides = [side for side in (node.left, node.right) if side is not None]
        sides = [side for side in sides if constant(side) is None]
        return node.op != "/" and all(self.is_amount(side) for side in sides)

    def _field(self, node: tree.Field) -> bool:
        spec = self.scheme.catalogue.registers[node.register].fields.get(node.name)
        if spec is None or spec.type != tree.NUMBER:
            return False
        stated = spec.high is not None and _MUCH <= spec.high < 10**6
        return spec.step == 1 or stated

    def _folded(self, node: tree.Fold) -> bool:
        if node.fold in {"count", "longest"}:
            return True
        return node.fold in _FOLDED and node.of is not None and self.is_amount(node.of)

    def _scaled(self, node: tree.Arith) -> bool:
        """A weight of so many percent leaves points what they are; a tiny factor may not."""
        sides = [side for side in (node.left, node.right) if side is not None]
        factors = [constant(side) for side in sides]
        if any(factor is not None and abs(factor) < Fraction(1, 20) for factor in factors):
            return False
        rest = [side for side, factor in zip(sides, factors, strict=True) if factor is None]
        return bool(rest) and all(self.is_amount(side) for side in rest)

    def _named(self, node: tree.Ref) -> bool:
        if node.type.kind not in {tree.Kind.NUMBER, tree.Kind.RATIO, tree.Kind.LEVEL}:
            return False
        if node.what == "parameter":
            set_ = self.scheme.parameters[node.name]
            return set_.step == 1 or (set_.high is not None and set_.high >= _MUCH)
        behind = self._behind(node)
        return behind is None or self._follow(node, behind, amount=True)

    def _behind(self, node: tree.Ref) -> tree.Node | None:
        """The rule of the value named; None where it has none."""
        scheme, every = self.scheme, self.scheme.every
        if node.what == "result" and node.name in scheme.results:
            return scheme.results[node.name].rule.tree
        helper = node.part if node.what == "criterion" else node.name
        if node.what in {"criterion", "own"} and helper in every.helpers:
            return every.helpers[helper].rule.tree
        if node.what == "criterion" and node.part == "points" and node.name in scheme.criteria:
            points = scheme.criteria[node.name].points
            return None if points is None else points.tree
        return None

    def _follow(self, node: tree.Ref, behind: tree.Node, *, amount: bool) -> bool:
        key = f"{node.what} {node.name}.{node.part} {amount}"
        if key in self._asking:
            return False
        self._asking.add(key)
        try:
            return self.is_amount(behind) if amount else self.is_share(behind)
        finally:
            self._asking.discard(key)
