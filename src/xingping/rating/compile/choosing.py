"""If and by: the first arm that holds; where it is open, everything between the arms that may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from xingping.policy.language.tree import CompareOp
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, YES, Cond
from xingping.rating.compile.expressions import FALSE, E
from xingping.rating.compile.ratios import as_ratio, cross
from xingping.rating.compile.values import Num, Ratio, Sym, Value, common

Arms = Sequence[tuple[Cond, Value]]


def first_that_holds(arms: Arms) -> Value:
    """The value of the first arm whose condition holds; the last arm's must always hold."""
    arms = _possible(arms)
    values = [value for _, value in arms]
    if len(values) == 1:
        return values[0]
    if all(isinstance(value, Cond) for value in values):
        return _conditions([(c, v) for c, v in arms if isinstance(v, Cond)])
    if any(isinstance(value, Sym) for value in values):
        return _words([(c, v) for c, v in arms if isinstance(v, Sym)])
    if any(isinstance(value, Ratio) for value in values):
        return _ratios([(c, as_ratio(v)) for c, v in arms])
    return numbers([(c, v) for c, v in arms if isinstance(v, Num)])


def _possible(arms: Arms) -> Arms:
    """The arms up to the first that certainly holds, without those that cannot."""
    kept: list[tuple[Cond, Value]] = []
    for condition, value in arms:
        if condition.hi is FALSE:
            continue
        kept.append((condition, value))
        if condition.lo is x.TRUE:
            break
    return kept


def may_be(conditions: Sequence[Cond]) -> list[E]:
    """For each condition, whether it may be the first that holds."""
    before: list[E] = []
    found = []
    for condition in conditions:
        found.append(x.both(condition.hi, x.no(x.either(*before))))
        before.append(condition.lo)
    return found


def numbers(arms: Sequence[tuple[Cond, Num]]) -> Num:
    """The first number whose condition holds, as bounds over every arm that may be it."""
    values = common(*(value for _, value in arms))
    conditions = [condition for condition, _ in arms]
    low = None if any(v.low is None for v in values) else min(v.low or 0 for v in values)
    high = None if any(v.high is None for v in values) else max(v.high or 0 for v in values)
    den = values[0].den
    if all(c.lo is c.hi for c in conditions):
        return _chain(conditions, values, low, high)
    may = may_be(conditions)
    lo, hi = x.num(x.BIG), x.num(-x.BIG)
    lo_open: E = FALSE
    hi_open: E = FALSE
    for possible, value in zip(may, values, strict=True):
        lo = x.least(lo, x.when(possible, value.lo, x.num(x.BIG)))
        hi = x.most(hi, x.when(possible, value.hi, x.num(-x.BIG)))
        lo_open = x.either(lo_open, x.both(possible, value.lo_open))
        hi_open = x.either(hi_open, x.both(possible, value.hi_open))
    none = NO
    if any(v.none != NO for v in values):
        none = _conditions([(c, v.none) for c, v in zip(conditions, values, strict=True)])
    return Num(lo, hi, den, lo_open, hi_open, low, high, none)


def _chain(
    conditions: Sequence[Cond], values: Sequence[Num], low: int | None, high: int | None
) -> Num:
    result = values[-1]
    for condition, value in reversed(list(zip(conditions, values, strict=True))[:-1]):
        lo = x.when(condition.lo, value.lo, result.lo)
        same = value.lo is value.hi and result.lo is result.hi
        result = Num(
            lo,
            lo if same else x.when(condition.lo, value.hi, result.hi),
            value.den,
            x.when(condition.lo, value.lo_open, result.lo_open),
            x.when(condition.lo, value.hi_open, result.hi_open),
            none=NO
            if value.none == NO and result.none == NO
            else Cond(
                x.when(condition.lo, value.none.lo, result.none.lo),
                x.when(condition.lo, value.none.hi, result.none.hi),
            ),
        )
    return replace(result, low=low, high=high, linear=None, maybe=None, domain=())


def _conditions(arms: Sequence[tuple[Cond, Cond]]) -> Cond:
    may = may_be([condition for condition, _ in arms])
    lo = x.both(*(x.either(x.no(p), v.lo) for p, (_, v) in zip(may, arms, strict=True)))
    hi = x.either(*(x.both(p, v.hi) for p, (_, v) in zip(may, arms, strict=True)))
    return Cond(lo, hi)


def _words(arms: Sequence[tuple[Cond, Sym]]) -> Sym:
    def equals(word: str) -> Cond:
        return _conditions([(c, v.equals(word)) for c, v in arms])

    domain = tuple(dict.fromkeys(w for _, v in arms for w in (v.domain or (v.word,)) if w))
    none = _conditions([(c, v.none) for c, v in arms])
    return Sym(equals, domain, none)


def _ratios(arms: Sequence[tuple[Cond, Ratio]]) -> Ratio:
    """A ratio chosen by a condition that has to be known for it to be known."""
    known = x.both(*(x.either(c.lo, x.no(c.hi)) for c, _ in arms))
    top, bottom = cross(arms[-1][1])
    known_value = arms[-1][1].known
    for condition, ratio in reversed(arms[:-1]):
        up, down = cross(ratio)
        top, bottom = x.when(condition.lo, up, top), x.when(condition.lo, down, bottom)
        known_value = x.when(condition.lo, ratio.known, known_value)
    lows, highs = [r.low for _, r in arms], [r.high for _, r in arms]
    low = None if None in lows else min(v for v in lows if v is not None)
    high = None if None in highs else max(v for v in highs if v is not None)
    part = (Fraction(1), Num(top, top), Num(bottom, bottom))
    return Ratio((part,), Fraction(0), x.both(known, known_value), low, high, YES)


def within(of: Num, op: CompareOp, bound: int) -> Cond | None:
    """For a number of few values: which of them pass ``op bound``, as a condition on its bounds."""
    if not of.domain:
        return None
    tests = {
        "<": lambda v: v < bound,
        "<=": lambda v: v <= bound,
        ">": lambda v: v > bound,
        ">=": lambda v: v >= bound,
        "=": lambda v: v == bound,
        "!=": lambda v: v != bound,
    }
    return reached(of, [v for v in of.domain if tests[op](v)])


def reached(of: Num, values: list[int]) -> Cond:
    """Whether a number of few values is certainly, or possibly, among ``values``."""
    others = [v for v in of.domain if v not in values]
    return Cond(x.no(_reaches(of, others)), _reaches(of, values))


def _reaches(of: Num, wanted: list[int]) -> E:
    """Whether any of the wanted values lies between the bounds."""
    return x.either(*(x.both(x.ge(of.hi, x.num(v)), x.ge(x.num(v), of.lo)) for v in wanted))
