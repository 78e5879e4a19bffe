"""Sums, products, quotients and the named functions, over numbers with bounds and over ratios."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.policy.language.tree import CallName
from xingping.rating.compile import operators as x
from xingping.rating.compile.expressions import E
from xingping.rating.compile.numbers import (
    higher,
    lower,
    negative,
    plus,
    times_constant,
)
from xingping.rating.compile.ratios import (
    as_ratio,
    divide,
    less,
    rounded,
    scaled,
    together,
)
from xingping.rating.compile.values import Num, Ratio, Value, common, constant


def combine(op: str, a: Value, b: Value) -> Num | Ratio:
    """``a op b`` for + - * /."""
    if op in "+-":
        if isinstance(a, Ratio) or isinstance(b, Ratio):
            return together(a, b) if op == "+" else less(a, b)
        return plus(number(a), number(b), 1 if op == "+" else -1)
    return _product(a, b) if op == "*" else _quotient(a, b)


def minus(a: Value) -> Num | Ratio:
    """-a."""
    return scaled(a, Fraction(-1)) if isinstance(a, Ratio) else negative(number(a))


def number(value: Value) -> Num:
    """The value as a number; the types have made sure that it is one."""
    if isinstance(value, Num):
        return value
    msg = f"no number: {value!r}"
    raise TypeError(msg)


def fixed(value: Value) -> Fraction | None:
    """The value if it is a constant."""
    if isinstance(value, Num) and value.linear is not None and not value.linear.terms:
        return value.linear.constant
    return None


def _product(a: Value, b: Value) -> Num | Ratio:
    k = fixed(a)
    if k is None:
        a, b = b, a
        k = fixed(a)
    if k is not None:
        return scaled(b, k) if isinstance(b, Ratio) else times_constant(number(b), k)
    return multiplied(number(a), number(b))


def _quotient(a: Value, b: Value) -> Num | Ratio:
    k = fixed(b)
    if k:
        inverse = 1 / k
        return scaled(a, inverse) if isinstance(a, Ratio) else times_constant(number(a), inverse)
    if isinstance(a, Ratio):
        msg = "a ratio divided by a number that is not constant"
        raise TypeError(msg)
    return divide(number(a), number(b))


def multiplied(a: Num, b: Num) -> Num:
    """a * b, both with bounds."""
    open_ends = x.either(a.lo_open, a.hi_open, b.lo_open, b.hi_open)
    ends = [x.mul(p, q) for p in {a.lo, a.hi} for q in {b.lo, b.hi}]
    lo = hi = ends[0]
    for end in ends[1:]:
        lo, hi = x.least(lo, end), x.most(hi, end)
    low, high = _product_limits(a, b)
    lo_open: E = (
        open_ends if (a.low is None or a.low < 0 or b.low is None or b.low < 0) else x.FALSE
    )
    return Num(lo, hi, a.den * b.den, lo_open, open_ends, low, high)


def _product_limits(a: Num, b: Num) -> tuple[int | None, int | None]:
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None, None
    ends = [p * q for p in (a.low, a.high) for q in (b.low, b.high)]
    return min(ends), max(ends)


def call(function: CallName, args: list[Value]) -> Num:
    """A named function of its arguments."""
    if function in {"lower", "higher"}:
        pick = lower if function == "lower" else higher
        first, *rest = (number(a) for a in args)
        for one in rest:
            first = pick(first, one)
        return first
    if function == "abs":
        a = number(args[0])
        return higher(a, negative(a))
    step = fixed(args[1]) if len(args) > 1 else Fraction(1)
    return _stepped(function, args[0], step or Fraction(1))


def _stepped(function: CallName, value: Value, step: Fraction) -> Num:
    if function == "ceil":
        return minus_number(_stepped("floor", minus(value), step))
    half = function == "round"
    if isinstance(value, Ratio):
        return rounded(value, step, half=half)
    return _rounded_number(number(value), step, half=half)


def minus_number(value: Num) -> Num:
    """-value, as a number."""
    return negative(value)


def _rounded_number(value: Num, step: Fraction, *, half: bool) -> Num:
    """Both ends to a multiple of ``step``: the nearest (half up), or the one below."""
    top, bottom = step.denominator, value.den * step.numerator
    if half:
        top, extra, bottom = 2 * top, bottom, 2 * bottom
    else:
        extra = 0

    def to_step(e: E) -> E:
        units = x.div(x.add(x.mul(x.num(top), e), x.num(extra)), x.num(bottom))
        return x.mul(units, x.num(step.numerator))

    def limit(n: int | None) -> int | None:
        return None if n is None else (top * n + extra) // bottom * step.numerator

    lo = to_step(value.lo)
    hi = lo if value.lo is value.hi else to_step(value.hi)
    return replace(
        value,
        lo=lo,
        hi=hi,
        den=step.denominator,
        low=limit(value.low),
        high=limit(value.high),
        linear=None,
        maybe=None,
        domain=(),
    )


__all__ = ["as_ratio", "call", "combine", "common", "constant", "fixed", "minus", "number"]
