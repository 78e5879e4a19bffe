"""The plain reading of a rule's tree: one function a node type, nothing shared with the engine."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction

from tests.oracle import compare, fields, folds, ratios, references, values
from tests.oracle.values import MAYBE, NO, OPEN, SURE, Cond, Num, Words
from xingping.policy.language import tree
from xingping.policy.language.tree import Kind


def evaluate(node, here):
    """The value of ``node`` read at ``here``: a Num, a Cond or Words.

    A ratio is known, or else anything within the limits of its fields.
    """
    value = READINGS[type(node)](node, here)
    if isinstance(value, Num) and not value.exact and getattr(node, "type", None) == tree.RATIO:
        low, high = ratios.limits(node, here)
        return Num(low, high, value.absent, value.none)
    return value


def _number(node, _here):
    return values.exactly(node.value)


def _word(node, here):
    kind, word = node.type.kind, node.value
    if kind is Kind.YES:
        return values.TRUE if word == "yes" else values.FALSE
    if kind is Kind.LEVEL:
        return values.exactly(references.level_value(here.world.scheme, word))
    if kind is Kind.ANY:
        return Num(none=SURE) if word == "none" else Num()
    return Words(frozenset([word]))


def _field(node, here):
    return fields.read(here, node.name, node.register)


def _ref(node, here):
    return references.look_up(node, here)


def _fold(node, here):
    return folds.fold(node, here)


def _arith(node, here):
    right = evaluate(node.right, here)
    if node.left is None:
        return values.negative(right)
    left = evaluate(node.left, here)
    if node.op == "-":
        return values.plus(left, values.negative(right))
    if node.op == "/" and node.type.kind is not Kind.RATIO and right.exact:
        return values.divided(left, right.low)
    return {"+": values.plus, "*": values.product, "/": values.ratio}[node.op](left, right)


def _compare(node, here):
    met, left = values.TRUE, node.first
    for op, right in node.rest:
        met = both(met, compare.compare(left, op, right, here))
        left = right
    return met


def both(a, b):
    return Cond(a.certain and b.certain, a.possible and b.possible)


def whichever(a, b):
    return Cond(a.certain or b.certain, a.possible or b.possible)


def condition(node, here):
    """``node`` as a yes or no: nothing satisfies nothing, and no record says nothing."""
    return settled(evaluate(node, here))


def settled(value):
    if value.none == SURE:
        return values.FALSE
    if value.absent or not isinstance(value, Cond):
        return OPEN
    return Cond(value.certain and value.none == NO, value.possible)


def _logic(node, here):
    join = both if node.op == "and" else whichever
    met = condition(node.parts[0], here)
    for part in node.parts[1:]:
        met = join(met, condition(part, here))
    return met


def _not(node, here):
    inner = condition(node.of, here)
    return Cond(not inner.possible, not inner.certain)


def _one_of(node, here):
    met = values.FALSE
    for each in node.among:
        met = whichever(met, compare.compare(node.of, "=", each, here))
    return met


def _if(node, here):
    when = condition(node.when, here)
    if when.certain:
        return evaluate(node.then, here)
    if not when.possible:
        return evaluate(node.other, here)
    return values.either(evaluate(node.then, here), evaluate(node.other, here))


def _by(node, here):
    of = evaluate(node.of, here)
    found = [_first_arm(node, each, here) for each in _few_values(of, node.of.type, here)]
    result = found[0]
    for other in found[1:]:
        result = values.either(result, other)
    return result


def _few_values(of, kind, here):
    """A level or a word goes through its few values one by one; a number keeps its bounds."""
    if of.none == MAYBE:
        return [*_few_values(replace(of, none=NO), kind, here), replace(of, none=SURE)]
    if isinstance(of, Words) and of.may is not None and not of.none:
        return [replace(of, may=frozenset([word])) for word in sorted(of.may)]
    if kind.kind is Kind.LEVEL and isinstance(of, Num) and not of.none:
        low, high = values.ends(of)
        levels = [level.value for level in here.world.scheme.levels]
        return [replace(of, low=Fraction(v), high=Fraction(v)) for v in levels if low <= v <= high]
    return [of]


def _first_arm(node, of, here):
    """Every arm that may be the first to fit, together."""
    found = []
    for arm in node.arms:
        bound = evaluate(arm.bound, here)
        fits = compare.values_compare(of, arm.op or "=", bound)
        if fits.possible:
            found.append(evaluate(arm.value, here))
        if fits.certain:
            break
    else:
        if node.rest is not None:
            found.append(evaluate(node.rest, here))
    if not found:
        return replace(evaluate(node.arms[0].value, here), none=SURE)
    result = found[0]
    for other in found[1:]:
        result = values.either(result, other)
    return result


def _otherwise(node, here):
    of = evaluate(node.of, here)
    missing = max(of.absent, of.none)
    if missing == NO:
        return of
    default = evaluate(node.default, here)
    if missing == SURE:
        return default
    there = (of.given if isinstance(of, Num) else None) or of
    return values.either(replace(there, absent=NO, none=NO), default)


def _call(node, here):
    given = [evaluate(each, here) for each in node.args]
    if node.function in ("lower", "higher"):
        return _outermost(min if node.function == "lower" else max, given)
    value = given[0]
    if node.function == "abs":
        return values.marked(_outermost(max, [value, values.negative(value)]), value)
    if node.function == "round":
        step = given[1].low
        return values.monotone(lambda x: values.half_up(x, step), value)
    step = math.floor if node.function == "floor" else math.ceil
    return values.monotone(lambda x: Fraction(step(x)), value)


def _outermost(choose, given):
    lows, highs = zip(*(values.ends(each) for each in given), strict=True)
    return values.marked(values.bounded(choose(lows), choose(highs)), *given)


def _asked(node, here):
    return references.asked(node, here)


READINGS = {
    tree.Number: _number,
    tree.Word: _word,
    tree.Field: _field,
    tree.Ref: _ref,
    tree.Fold: _fold,
    tree.Arith: _arith,
    tree.Compare: _compare,
    tree.Logic: _logic,
    tree.Not: _not,
    tree.OneOf: _one_of,
    tree.If: _if,
    tree.By: _by,
    tree.Otherwise: _otherwise,
    tree.Call: _call,
    tree.Asked: _asked,
}
"""How each node is read; Rows are read by the folds that run over them."""
