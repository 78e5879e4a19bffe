"""From records to their subject: how many, how much, the highest, the last; exact or as bounds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, OPEN, YES, Cond, every, inverse, sure
from xingping.rating.compile.expressions import FALSE, TRUE, E
from xingping.rating.compile.matching import Reading, Source, Summed, Test, one
from xingping.rating.compile.numbers import hull, negative
from xingping.rating.compile.values import Linear, Maybe, Num, Ratio, common, unknown


def add_up(source: Source, value: Reading) -> Num:
    """The sum of ``value`` over the records that count."""
    total = _sum(source, lambda view: _weighed(source.match(view), value(view)))
    key = Summed(source, value)
    return replace(total, linear=Linear({key: Fraction(1)}))


def _weighed(match: Cond, value: Num) -> Num:
    """What one record adds: its value if it counts, nothing if not."""
    zero = Num(x.ZERO, x.ZERO, value.den, low=0, high=0)
    return hull(match, replace(value, none=NO), zero)


def _sum(source: Source, share: Reading) -> Num:
    own = share(source.real)
    lo = source.agg("sum", TRUE, own.lo)
    hi = lo if own.lo is own.hi else source.agg("sum", TRUE, own.hi)
    lo_open, hi_open = _any_open(source, own.lo_open), _any_open(source, own.hi_open)
    n = source.most_rows
    low = None if own.low is None else min(own.low, 0) * n
    high = None if own.high is None else max(own.high, 0) * n
    for spare in source.spares:
        more = share(spare.view).to(own.den) if own.den else share(spare.view)
        above, below = x.gt(more.hi, x.ZERO), x.gt(x.ZERO, more.lo)
        if spare.many:
            hi_open = x.either(hi_open, x.both(spare.may, x.either(above, more.hi_open)))
            lo_open = x.either(lo_open, x.both(spare.may, x.either(below, more.lo_open)))
        else:
            hi = x.add(hi, x.when(spare.may, x.most(more.hi, x.ZERO), x.ZERO))
            lo = x.add(lo, x.when(spare.may, x.least(more.lo, x.ZERO), x.ZERO))
    return Num(lo, hi, own.den, lo_open, hi_open, low, high)


def _any_open(source: Source, e: E) -> E:
    if e is FALSE:
        return FALSE
    return x.gt(source.agg("sum", TRUE, x.as_num(e)), x.ZERO)


def count(source: Source) -> Num:
    """How many records count."""
    return add_up(source, one)


def some_row(source: Source, test: Test) -> Cond:
    """At least one record that counts passes the test."""
    narrowed = replace(source, matches=lambda view: every(source.match(view), test(view)), seen={})
    n = count(narrowed)
    lo = x.gt(n.lo, x.ZERO)
    hi = lo if n.exact else x.either(x.gt(n.hi, x.ZERO), n.hi_open)
    return Cond(lo, x.either(hi, x.no(source.quorum)))


def every_row(source: Source, test: Test) -> Cond:
    """Every record that counts passes the test."""
    return inverse(some_row(source, lambda view: inverse(test(view))))


def here(source: Source) -> Cond:
    """Whether there is a record that counts."""
    return some_row(replace(source, quorum=TRUE), lambda _: YES)


def mean(source: Source, value: Reading) -> Ratio:
    """The mean of ``value``; not known unless every record and value is."""
    n, total = count(source), add_up(source, value)
    own = value(source.real)
    known = x.both(n.known, total.known, x.gt(n.lo, x.ZERO), source.quorum)
    low = None if own.low is None else Fraction(own.low, own.den)
    high = None if own.high is None else Fraction(own.high, own.den)
    return Ratio(((Fraction(1), total, n),), Fraction(0), known, low, high, here(source))


def share(source: Source, test: Test) -> Ratio:
    """The share of records that pass the test."""
    passing = replace(source, matches=lambda view: every(source.match(view), test(view)), seen={})
    n, k = count(source), count(passing)
    known = x.both(n.known, k.known, x.gt(n.lo, x.ZERO), source.quorum)
    part = (Fraction(1), k, n)
    return Ratio((part,), Fraction(0), known, Fraction(0), Fraction(1), here(source))


def extreme(source: Source, value: Reading, kind: str) -> Num:
    """The highest (``max``) or lowest (``min``) value, which may be of no record."""
    if kind == "min":
        turned = extreme(source, lambda view: negative(value(view)), "max")
        maybe = turned.maybe
        turned_maybe = Maybe(maybe.here, negative(maybe.value)) if maybe else None
        return replace(negative(turned), maybe=turned_maybe)
    match, own, there = source.match(source.real), value(source.real), here(source)
    certain = source.agg("max", match.lo, own.lo)
    exact = match.lo is match.hi and not source.spares
    lo = certain if exact else x.when(there.lo, certain, source.agg("min", match.hi, own.lo))
    hi = lo if own.exact and exact else source.agg("max", match.hi, own.hi)
    low, high = own.low, own.high
    for spare in source.spares:
        more, counts = value(spare.view).to(own.den), source.match(spare.view)
        may = x.both(spare.may, counts.hi)
        hi = x.when(may, x.most(hi, more.hi), hi)
        lo = x.when(x.both(may, x.no(there.lo)), x.least(lo, more.lo), lo)
    return _maybe(there, Num(lo, hi, own.den, low=low, high=high))


def _maybe(there: Cond, value: Num) -> Num:
    """A fold's value: within its limits where there may be no record."""
    limits = unknown(value.low, value.high, value.den)
    shown = hull(sure(there.lo), value, limits)
    return replace(shown, maybe=Maybe(there, value), none=value.none)


def run(source: Source, test: Test) -> Num:
    """The longest run of pieces one after another that pass the test."""
    said = test(source.real)
    lo = source.agg("run", said.lo, x.ONE)
    hi = lo if said.lo is said.hi else source.agg("run", said.hi, x.ONE)
    return Num(lo, hi, low=0, high=source.most_rows)


def quorum(source: Source, needed: Num) -> E:
    """Whether at least as many records as are needed certainly count."""
    n, needed = common(count(source), needed)
    return x.both(x.ge(n.lo, needed.hi), x.no(n.lo_open), x.no(needed.hi_open))


OPEN_END = OPEN
