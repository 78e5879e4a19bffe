"""Ratios: divisions that are not rounded yet. Known whole or not at all; exact by cross-multiplying."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import lcm

from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import Cond, sure
from xingping.rating.compile.expressions import TRUE, E
from xingping.rating.compile.numbers import hull
from xingping.rating.compile.values import Num, Ratio, Value, constant, unknown

UNIT = constant(Fraction(1))


def as_ratio(value: Value) -> Ratio:
    """A number as a ratio over 1."""
    if isinstance(value, Ratio):
        return value
    if not isinstance(value, Num):
        msg = f"no number: {value!r}"
        raise TypeError(msg)
    low = None if value.low is None else Fraction(value.low, value.den)
    high = None if value.high is None else Fraction(value.high, value.den)
    if value.linear is not None and not value.linear.terms:
        return Ratio((), value.linear.constant, TRUE, low, high)
    return Ratio(((Fraction(1), value, UNIT),), Fraction(0), value.known, low, high)


def scaled(ratio: Ratio, times: Fraction) -> Ratio:
    """times * ratio."""
    low = None if ratio.low is None else ratio.low * times
    high = None if ratio.high is None else ratio.high * times
    if times < 0:
        low, high = high, low
    parts = tuple((times * k, n, d) for k, n, d in ratio.parts)
    return replace(ratio, parts=parts, constant=ratio.constant * times, low=low, high=high)


def together(a: Value, b: Value) -> Ratio:
    """a + b."""
    a, b = as_ratio(a), as_ratio(b)
    maybe = (
        a.maybe
        if not b.parts
        else b.maybe
        if not a.parts
        else Cond(x.both(a.maybe.lo, b.maybe.lo), x.both(a.maybe.hi, b.maybe.hi))
    )
    return Ratio(
        a.parts + b.parts,
        a.constant + b.constant,
        x.both(a.known, b.known),
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
        maybe,
        x.both(a.quorum, b.quorum),
    )


def less(a: Value, b: Value) -> Ratio:
    """a - b."""
    return together(a, scaled(as_ratio(b), Fraction(-1)))


def divide(a: Num, b: Num) -> Ratio:
    """a / b."""
    known = x.both(a.known, b.known, x.gt(b.lo, x.ZERO))
    low, high = (Fraction(0), None) if (a.low or 0) >= 0 and (b.low or 0) >= 0 else (None, None)
    return Ratio(((Fraction(1), a, b),), Fraction(0), known, low, high)


def cross(ratio: Ratio) -> tuple[E, E]:
    """Numerator and (positive) denominator, whole numbers, wherever the ratio is known."""
    den = lcm(ratio.constant.denominator, *(k.denominator for k, _, _ in ratio.parts), 1)
    bottom: E = x.ONE
    top: E = x.num(int(ratio.constant * den))
    for times, n, d in ratio.parts:
        # times * (n / n.den) / (d / d.den), over den: k * n.lo * d.den / (n.den * d.lo)
        up = x.mul(x.num(int(times * den) * d.den), n.lo)
        down = x.mul(x.num(n.den), d.lo)
        top = x.add(x.mul(top, down), x.mul(up, bottom))
        bottom = x.mul(bottom, down)
    return top, x.mul(bottom, x.num(den))


def rounded(ratio: Ratio, step: Fraction, *, half: bool) -> Num:
    """The multiple of ``step`` nearest to the ratio (half up), or the one below it."""
    top, bottom = cross(ratio)
    top = x.mul(top, x.num(step.denominator))
    bottom = x.mul(bottom, x.num(step.numerator))
    if half:
        top, bottom = x.add(x.mul(x.num(2), top), bottom), x.mul(x.num(2), bottom)
    safe = x.when(ratio.known, bottom, x.ONE)
    units = x.div(top, safe)
    whole = x.mul(units, x.num(step.numerator))
    low = None if ratio.low is None else _steps(ratio.low, step, half=half)
    high = None if ratio.high is None else _steps(ratio.high, step, half=half)
    den = step.denominator
    low = None if low is None else low * step.numerator
    high = None if high is None else high * step.numerator
    value = Num(whole, whole, den, low=low, high=high)
    return hull(sure(ratio.known), value, unknown(low, high, den))


def _steps(value: Fraction, step: Fraction, *, half: bool) -> int:
    scaled_value = value / step + (Fraction(1, 2) if half else 0)
    return scaled_value.numerator // scaled_value.denominator
