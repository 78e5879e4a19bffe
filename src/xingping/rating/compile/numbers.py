"""Numbers with bounds: sums, the smaller and the larger, what lies between, comparisons."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.rating.compile.conditions import NO, Cond, choose, every, inverse, sure
from xingping.rating.compile.expressions import num
from xingping.rating.compile.operators import (
    add,
    both,
    either,
    ge,
    gt,
    least,
    most,
    mul,
    no,
    when,
)
from xingping.rating.compile.values import Num, common, constant


def hull(c: Cond, a: Num, b: Num) -> Num:
    """``a`` where ``c`` holds, ``b`` where it does not, and all between where it is open."""
    a, b = common(a, b)
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    if c.lo is c.hi and a.exact and b.exact:
        e = when(c.lo, a.lo, b.lo)
        return Num(e, e, a.den, low=low, high=high, none=choose_none(c, a, b))
    lo = when(c.lo, a.lo, when(no(c.hi), b.lo, least(a.lo, b.lo)))
    hi = when(c.lo, a.hi, when(no(c.hi), b.hi, most(a.hi, b.hi)))
    return Num(
        lo,
        hi,
        a.den,
        either(both(c.hi, a.lo_open), both(no(c.lo), b.lo_open)),
        either(both(c.hi, a.hi_open), both(no(c.lo), b.hi_open)),
        low,
        high,
        choose_none(c, a, b),
    )


def choose_none(c: Cond, a: Num, b: Num) -> Cond:
    """Whether the chosen one is *none*."""
    return NO if a.none == NO and b.none == NO else choose(c, a.none, b.none)


def plus(a: Num, b: Num, times: int = 1) -> Num:
    """a + times * b, ``times`` being 1 or -1."""
    a, b = common(a, b)
    if times < 0:
        b = negative(b)

    lo = add(a.lo, b.lo)
    hi = lo if a.lo is a.hi and b.lo is b.hi else add(a.hi, b.hi)
    linear = a.linear.plus(b.linear) if a.linear and b.linear else None
    return Num(
        lo,
        hi,
        a.den,
        either(a.lo_open, b.lo_open),
        either(a.hi_open, b.hi_open),
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
        linear=linear,
    )


def negative(a: Num) -> Num:
    """-a."""
    return Num(
        mul(num(-1), a.hi),
        mul(num(-1), a.lo),
        a.den,
        a.hi_open,
        a.lo_open,
        None if a.high is None else -a.high,
        None if a.low is None else -a.low,
        linear=a.linear.scaled(Fraction(-1)) if a.linear else None,
    )


def times_constant(a: Num, k: Fraction) -> Num:
    """k * a."""
    if k == 0:
        return constant(k)
    if k < 0:
        return times_constant(negative(a), -k)
    n, d = k.numerator, k.denominator * a.den
    lo = mul(num(n), a.lo)
    return Num(
        lo,
        lo if a.lo is a.hi else mul(num(n), a.hi),
        d,
        a.lo_open,
        a.hi_open,
        None if a.low is None else a.low * n,
        None if a.high is None else a.high * n,
        linear=a.linear.scaled(k) if a.linear else None,
    )


def lower(a: Num, b: Num) -> Num:
    """The smaller; `lower(10, ?)` is at most 10."""
    a, b = common(a, b)
    lo = least(a.lo, b.lo)
    hi = when(a.hi_open, b.hi, when(b.hi_open, a.hi, least(a.hi, b.hi)))
    if a.exact and b.exact:
        hi = lo
    highs = [x for x in (a.high, b.high) if x is not None]
    return Num(
        lo,
        hi,
        a.den,
        either(a.lo_open, b.lo_open),
        both(a.hi_open, b.hi_open),
        None if a.low is None or b.low is None else min(a.low, b.low),
        min(highs) if highs else None,
    )


def higher(a: Num, b: Num) -> Num:
    """The larger."""
    return negative(lower(negative(a), negative(b)))


def clamp(a: Num, low: Fraction | None, high: Fraction | None) -> Num:
    """``a`` within [low, high]."""
    if high is not None and not _within(a, None, high):
        a = lower(a, constant(high))
    if low is not None and not _within(a, low, None):
        a = higher(a, constant(low))
    return a


def _within(a: Num, low: Fraction | None, high: Fraction | None) -> bool:
    over = high is not None and (a.high is None or Fraction(a.high, a.den) > high)
    under = low is not None and (a.low is None or Fraction(a.low, a.den) < low)
    return not over and not under


def at_least(a: Num, b: Num, *, strict: bool = False) -> Cond:
    """a >= b, or a > b; *none* meets no comparison."""
    a, b = common(a, b)
    test = gt if strict else ge
    if a.exact and b.exact:
        found = sure(test(a.lo, b.lo))
    else:
        lo = both(test(a.lo, b.hi), no(a.lo_open), no(b.hi_open))
        hi = either(test(a.hi, b.lo), a.hi_open, b.lo_open)
        found = Cond(lo, hi)
    return _not_none(found, a, b)


def equal(a: Num, b: Num) -> Cond:
    """a = b."""
    both_ways = every(
        at_least(replace(a, none=NO), replace(b, none=NO)),
        at_least(replace(b, none=NO), replace(a, none=NO)),
    )
    return _not_none(both_ways, a, b)


def _not_none(c: Cond, a: Num, b: Num) -> Cond:
    if a.none == NO and b.none == NO:
        return c
    return every(c, inverse(a.none), inverse(b.none))
