"""The least and the most that a line of points can give, as far as its rule alone shows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from xingping.policy.catalogue import Catalogue
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.policy.scheme.scheme import Scheme

Bounds = tuple[Fraction | None, Fraction | None]
_OPEN: Bounds = (None, None)


def line_bounds(line: Line, catalogue: Catalogue) -> Bounds:
    """Least and most of a line, its own min and max first; None: no bound can be seen."""
    if line.assessed is not None:
        return line.assessed
    low, high = bounds(line.rule.tree, catalogue)
    least = line.low if line.low is not None else low
    most = line.high if line.high is not None else high
    if line.low is not None and high is not None:
        most = most if most is None else max(most, line.low)
    return least, most


def criterion_bounds(criterion: Criterion, scheme: Scheme) -> Bounds:
    """Least and most of a criterion: what its lines come to, within its own min and max."""
    low, high = _add(_earned(criterion, scheme), (criterion.base, criterion.base))
    least, most = criterion.low, criterion.high
    if least is not None:
        low = least if low is None else max(least, low)
        high = None if high is None else max(least, high)
    if most is not None:
        low = None if low is None else min(most, low)
        high = most if high is None else min(most, high)
    return low, high


def _earned(criterion: Criterion, scheme: Scheme) -> Bounds:
    """Before the criterion's own base, min and max."""
    if criterion.points is not None:
        return bounds(criterion.points.tree, scheme.catalogue)
    if criterion.lines:
        total: Bounds = (Fraction(0), Fraction(0))
        for line in criterion.lines.values():
            total = _add(total, line_bounds(line, scheme.catalogue))
        return total if criterion.rescale is None else (Fraction(0), total[1])
    shared = scheme.every.points
    if shared is None:
        return Fraction(0), Fraction(0)
    low, high = bounds(shared.tree, scheme.catalogue)
    return (low, high) if criterion.worth is None else (Fraction(0), criterion.worth)


def bounds(node: tree.Node, catalogue: Catalogue) -> Bounds:
    """Least and most of a value; what this does not see through is open."""
    if isinstance(node, tree.Number):
        return node.value, node.value
    if isinstance(node, tree.Asked):
        return node.low, node.high
    if isinstance(node, tree.Fold):
        return _fold(node, catalogue)
    if isinstance(node, tree.Arith):
        return _arith(node, catalogue)
    if isinstance(node, tree.Call):
        return _call(node, catalogue)
    if isinstance(node, tree.Field):
        return _field(node, catalogue)
    ends = _ends(node)
    return _any_of(bounds(one, catalogue) for one in ends) if ends else _OPEN


def _ends(node: tree.Node) -> list[tree.Node]:
    """The values of which one is taken, where a node takes one of several."""
    if isinstance(node, tree.If):
        return [node.then, node.other]
    if isinstance(node, tree.By):
        return [*(arm.value for arm in node.arms), *([node.rest] if node.rest else [])]
    return [node.of, node.default] if isinstance(node, tree.Otherwise) else []


def _field(node: tree.Field, catalogue: Catalogue) -> Bounds:
    register = catalogue.registers.get(node.register)
    spec = register.fields.get(node.name) if register is not None else None
    return _OPEN if spec is None else (spec.low, spec.high)


def _fold(node: tree.Fold, catalogue: Catalogue) -> Bounds:
    if node.fold in {"count", "longest"}:
        return Fraction(0), None
    if node.of is None:
        return _OPEN
    low, high = bounds(node.of, catalogue)
    if node.fold == "sum":  # of no row it is 0
        least = Fraction(0) if low is not None and low >= 0 else None
        most = Fraction(0) if high is not None and high <= 0 else None
        return least, most
    if node.fold == "share":
        return Fraction(0), Fraction(1)
    return low, high


def _arith(node: tree.Arith, catalogue: Catalogue) -> Bounds:
    right = bounds(node.right, catalogue)
    if node.left is None:
        return _negative(right)
    left = bounds(node.left, catalogue)
    if node.op == "+":
        return _add(left, right)
    if node.op == "-":
        return _add(left, _negative(right))
    if node.op == "*":
        return _times(left, right)
    return _OPEN


def _negative(one: Bounds) -> Bounds:
    low, high = one
    return (None if high is None else -high), (None if low is None else -low)


def _add(one: Bounds, other: Bounds) -> Bounds:
    low = None if one[0] is None or other[0] is None else one[0] + other[0]
    high = None if one[1] is None or other[1] is None else one[1] + other[1]
    return low, high


def _times(one: Bounds, other: Bounds) -> Bounds:
    """Exact where one side is a constant, or all ends are known."""
    if other[0] is not None and other[0] == other[1]:
        one, other = other, one
    factor = one[0]
    if factor is not None and factor == one[1]:
        if factor == 0:
            return Fraction(0), Fraction(0)
        low, high = other if factor > 0 else (other[1], other[0])
        return (None if low is None else factor * low), (None if high is None else factor * high)
    ends = [a * b for a in one for b in other if a is not None and b is not None]
    if len(ends) == 4:  # noqa: PLR2004 -- two ends with two ends
        return min(ends), max(ends)
    if one[0] is not None and other[0] is not None and min(one[0], other[0]) >= 0:
        return one[0] * other[0], None
    return _OPEN


def _any_of(several: Iterable[Bounds]) -> Bounds:
    lows, highs = zip(*several, strict=True)
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    return low, high


def _call(node: tree.Call, catalogue: Catalogue) -> Bounds:
    found = [bounds(one, catalogue) for one in node.args]
    lows = [low for low, _ in found if low is not None]
    highs = [high for _, high in found if high is not None]
    if node.function == "lower":
        return (min(lows) if len(lows) == len(found) else None), min(highs, default=None)
    if node.function == "higher":
        return max(lows, default=None), (max(highs) if len(highs) == len(found) else None)
    low, high = found[0]
    if node.function == "abs":
        both = low is not None and high is not None
        return Fraction(0), (max(abs(lows[0]), abs(highs[0])) if both else None)
    if node.function == "floor":
        return _stepped(low, Fraction(1), up=False), _stepped(high, Fraction(1), up=False)
    if node.function == "ceil":
        return _stepped(low, Fraction(1), up=True), _stepped(high, Fraction(1), up=True)
    step = node.args[1]  # of round
    if not isinstance(step, tree.Number) or step.value <= 0:
        return _OPEN
    return _stepped(low, step.value, up=False), _stepped(high, step.value, up=True)


def _stepped(end: Fraction | None, step: Fraction, *, up: bool) -> Fraction | None:
    if end is None:
        return None
    steps = end / step
    return step * (steps.__ceil__() if up else steps.__floor__())
