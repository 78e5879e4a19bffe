"""The widest bounds of a ratio: what the limits of its fields allow, whatever the records say."""

from __future__ import annotations

from fractions import Fraction

from tests.oracle import evaluate, folds, values
from tests.oracle.values import Num
from xingping.policy.language.tree import RATIO, Arith, Fold, Number, Ref


def limits(node, here):
    """Lowest and highest value of a ratio that is not known; None is open."""
    value = _limits(node, here)
    return value.low, value.high


def _limits(node, here):
    if isinstance(node, Fold):
        if node.fold == "share":
            return Num(Fraction(0), Fraction(1))
        if node.rows.source == "criteria":
            return _of_criteria(node, here)
        if node.of.type == RATIO:
            return _limits(node.of, folds.unseen(node, here))
        value = folds.free(node, here)
        return Num(value.low, value.high)
    if isinstance(node, Ref) and node.what == "result":
        return _limits(here.world.scheme.results[node.name].rule.tree, here)
    if isinstance(node, Ref) and node.what == "own":
        return _limits(here.world.scheme.every.helpers[node.name].rule.tree, here)
    if isinstance(node, Arith):
        return _arith(node, here)
    return Num()


def _of_criteria(node, here):
    total = Num(Fraction(0), Fraction(0))
    for item in folds.gather(node.rows, here)[0]:
        total = values.plus(total, _limits(node.of, item.here))
    return total


def _arith(node, here):
    right = _part(node.right, here)
    if node.left is None:
        return values.negative(right)
    left = _part(node.left, here)
    if node.op == "/":
        return Num(Fraction(0)) if _never_negative(left, right) else Num()
    if node.op == "-":
        return values.plus(left, values.negative(right))
    return (values.plus if node.op == "+" else values.product)(left, right)


def _never_negative(*parts):
    return all(part.low is not None and part.low >= 0 for part in parts)


def _part(node, here):
    """A constant is itself; of any other number only the sign is sure before records are read."""
    if node.type == RATIO:
        return _limits(node, here)
    if is_constant(node):
        return evaluate.evaluate(node, here)
    value = evaluate.evaluate(node, here)
    return Num(Fraction(0) if value.low is not None and value.low >= 0 else None)


def is_constant(node):
    """Whether no record decides the value."""
    if isinstance(node, Arith):
        return (node.left is None or is_constant(node.left)) and is_constant(node.right)
    return isinstance(node, Number) or (isinstance(node, Ref) and node.what == "parameter")
