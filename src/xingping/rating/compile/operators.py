"""The small set of operators a rule compiles to; each has a Python and a Polars meaning.

An expression is exact: whole numbers and truths only. Leaves are columns of a space (a subject, or
a subject and a piece of time) or cells of a record; ``agg`` carries records to their subject, and
``up`` a subject's value to its records. Here they are made, and folded where they are constant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xingping.rating.compile.expressions import (
    BIG,
    FALSE,
    ONE,
    TRUE,
    TRUTHS,
    ZERO,
    E,
    carried_by,
    col,
    filled,
    flag,
    is_num,
    make,
    null,
    num,
    said_yes,
    says,
    truth,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def add(a: E, b: E) -> E:
    """a + b."""
    if is_num(a) and is_num(b):
        return num(a.args[0] + b.args[0])
    if is_num(a) and a.args[0] == 0:
        return b
    if is_num(b) and b.args[0] == 0:
        return a
    return make("add", a, b)


def mul(a: E, b: E) -> E:
    """a * b."""
    if is_num(b):
        a, b = b, a
    if is_num(a):
        if is_num(b):
            return num(a.args[0] * b.args[0])
        if a.args[0] == 0:
            return ZERO
        if a.args[0] == 1:
            return b
        if b.op == "mul" and is_num(b.args[0]):
            return mul(num(a.args[0] * b.args[0].args[0]), b.args[1])
    return make("mul", a, b)


def neg(a: E) -> E:
    """-a."""
    return mul(num(-1), a)


def sub(a: E, b: E) -> E:
    """a - b."""
    return ZERO if a is b else add(a, neg(b))


def div(a: E, b: E) -> E:
    """Floor of a / b; b is over 0 wherever the result is used."""
    if is_num(b) and b.args[0] == 1:
        return a
    if is_num(a) and is_num(b) and b.args[0]:
        return num(a.args[0] // b.args[0])
    return make("div", a, b)


def _order(op: str, a: E, b: E) -> E:
    if a is b:
        return a
    if is_num(a) and is_num(b):
        pick = min if op == "min" else max
        return num(pick(a.args[0], b.args[0]))
    return make(op, a, b)


def least(a: E, b: E) -> E:
    """The smaller of two numbers."""
    return _order("min", a, b)


def most(a: E, b: E) -> E:
    """The larger of two numbers."""
    return _order("max", a, b)


def ge(a: E, b: E) -> E:
    """a >= b."""
    if a is b:
        return TRUE
    if is_num(a) and is_num(b):
        return truth(a.args[0] >= b.args[0])
    return make("ge", a, b)


def gt(a: E, b: E) -> E:
    """a > b."""
    if a is b:
        return FALSE
    if is_num(a) and is_num(b):
        return truth(a.args[0] > b.args[0])
    return make("gt", a, b)


def eq(a: E, b: E) -> E:
    """a = b."""
    if a is b:
        return TRUE
    if is_num(a) and is_num(b):
        return truth(a.args[0] == b.args[0])
    return make("eq", a, b)


def both(*parts: E) -> E:
    """All of these hold."""
    return _join("and", parts, FALSE, TRUE)


def either(*parts: E) -> E:
    """At least one of these holds."""
    return _join("or", parts, TRUE, FALSE)


def _join(op: str, parts: Iterable[E], decides: E, idle: E) -> E:
    kept: dict[E, None] = {}
    for part in parts:
        ones: tuple[E, ...] = part.args if part.op == op else (part,)
        for one in ones:
            if one is decides:
                return decides
            if one is not idle:
                kept[one] = None
    if not kept:
        return idle
    if len(kept) == 1:
        return next(iter(kept))
    return make(op, *kept)


def no(a: E) -> E:
    """a does not hold."""
    if a is TRUE:
        return FALSE
    if a is FALSE:
        return TRUE
    if a.op == "not":
        return _first(a)
    return make("not", a)


def _first(e: E) -> E:
    inner: E = e.args[0]
    return inner


def when(condition: E, then: E, other: E) -> E:
    """``then`` where the condition holds, else ``other``."""
    if condition is TRUE or then is other:
        return then
    if condition is FALSE:
        return other
    if then.truth:
        return _when_truth(condition, then, other)
    if condition.op == "not":
        return make("if", condition.args[0], other, then)
    return make("if", condition, then, other)


def _when_truth(condition: E, then: E, other: E) -> E:
    if then is TRUE:
        return either(condition, other)
    if then is FALSE:
        return both(no(condition), other)
    if other is TRUE:
        return either(no(condition), then)
    if other is FALSE:
        return both(condition, then)
    return make("if", condition, then, other)


def as_num(a: E) -> E:
    """1 where ``a`` holds, else 0."""
    return when(a, ONE, ZERO)


def up(e: E) -> E:
    """A value of the record's (or piece's) subject, read at the record (or piece)."""
    return e if e.op in {"int", "bool"} else make("up", e)


def agg(kind: str, rows: Any, where: E, value: E) -> E:  # noqa: ANN401 -- rows: compile.rows.RowSet
    """``sum``, ``max`` or ``min`` of ``value`` over the records where ``where`` holds.

    The sum of nothing is 0, the max of nothing is -BIG, the min of nothing is BIG.
    """
    empty = {"sum": 0, "run": 0, "max": -BIG, "min": BIG}[kind]
    if where is FALSE or (kind == "sum" and value is ZERO):
        return num(empty)
    return make("agg", kind, rows, where, value)


__all__ = [
    "BIG", "FALSE", "ONE", "TRUE", "TRUTHS", "ZERO", "E", "add", "agg", "as_num", "both",
    "carried_by", "col", "div", "either", "eq", "filled", "flag", "ge", "gt", "is_num", "least",
    "make", "most", "mul", "neg", "no", "null", "num", "said_yes", "says", "sub", "truth", "up",
    "walk", "when",
]  # fmt: skip
