"""Comparisons: decided where every value decides them, counted row by row where rows are shared."""

from __future__ import annotations

from tests.oracle import evaluate, joint, values
from tests.oracle.values import FALSE, NO, OPEN, SURE, Cond, Num, Words
from xingping.policy.language.tree import RATIO, Kind, Word

LINKS = {
    "<": lambda low, high: (high < 0, low < 0),
    "<=": lambda low, high: (high <= 0, low <= 0),
    ">": lambda low, high: (low > 0, high > 0),
    ">=": lambda low, high: (low >= 0, high >= 0),
    "=": lambda low, high: (low == high == 0, low <= 0 <= high),
    "!=": lambda low, high: (low > 0 or high < 0, not low == high == 0),
}
"""(certain, possible) of `difference op 0` for the bounds of the difference."""


def compare(left, op, right, here):
    """``left op right``, both nodes."""
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Word) and other.type.kind is Kind.ANY and other.value == "none":
            return is_none(evaluate.evaluate(one, here), op)
    shared = joint.difference(left, right, here)
    if shared is not None:
        return shared if isinstance(shared, Cond) else _by_difference(shared, op)
    sides = [evaluate.evaluate(side, here) for side in (left, right)]
    for node, value in zip((left, right), sides, strict=True):
        if value.absent and node.type == RATIO:
            return OPEN  # a share of nothing
    return values_compare(sides[0], op, sides[1])


def is_none(value, op):
    if value.absent:
        return OPEN
    met = Cond(value.none == SURE, value.none != NO)
    return met if op == "=" else Cond(not met.possible, not met.certain)


def _by_difference(value, op):
    return Cond(*LINKS[op](*values.ends(value)))


def values_compare(a, op, b):
    """``a op b``, both values: nothing meets no comparison; without a record, no word decides
    one, and a number only within its limits."""
    if SURE in (a.none, b.none):
        return FALSE
    if any(value.absent and not isinstance(value, Num) for value in (a, b)):
        return OPEN
    met = _known_compare(a, op, b)
    return Cond(met.certain and not (a.none or b.none), met.possible)


def _known_compare(a, op, b):
    a, b = _as_word(a, b), _as_word(b, a)
    if isinstance(a, Cond) and isinstance(b, Cond):
        same = Cond(
            (a.certain and b.certain) or not (a.possible or b.possible),
            (a.possible and b.possible) or not (a.certain or b.certain),
        )
        return same if op == "=" else Cond(not same.possible, not same.certain)
    if isinstance(a, Words) and isinstance(b, Words):
        same = _same_word(a, b)
        return same if op == "=" else Cond(not same.possible, not same.certain)
    if isinstance(a, Num) and isinstance(b, Num):
        (al, ah), (bl, bh) = values.ends(a), values.ends(b)
        return Cond(*LINKS[op](_minus(al, bh), _minus(ah, bl)))
    return OPEN  # one of them is the word `unknown`


def _as_word(value, other):
    """A known number as its digits, where it is compared with a text."""
    if isinstance(value, Num) and isinstance(other, Words) and value.low == value.high is not None:
        return Words(frozenset([str(value.low)]))
    return value


def _minus(a, b):
    return a - b


def _same_word(a, b):
    if a.may is None or b.may is None:
        return OPEN
    return Cond(a.may == b.may and len(a.may) == 1, bool(a.may & b.may))
