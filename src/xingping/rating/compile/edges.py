"""The first and the last record, and what they say."""

from __future__ import annotations

from collections.abc import Callable

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import FAR, View
from xingping.rating.compile.conditions import NO, Cond
from xingping.rating.compile.expressions import FALSE, TRUE, E
from xingping.rating.compile.gather import _any_open, _maybe, here
from xingping.rating.compile.matching import Reading, Source, Test
from xingping.rating.compile.values import Num, Ratio


def _candidates(source: Source, which: str) -> tuple[E, Cond]:
    """Which real records may be the last (or first) one, and whether there is any record."""
    match, there = source.match(source.real), here(source)
    day = source.day(source.real)
    if day is x.ZERO:
        return match.hi, there
    if which == "last":
        edge = x.up(source.agg("max", match.lo, day))
        return x.both(match.hi, x.ge(day, edge)), there
    edge = x.up(source.agg("min", match.lo, day))
    late = x.eq(day, x.num(FAR))
    return x.both(match.hi, x.either(x.ge(edge, day), late)), there


def edge_number(source: Source, value: Reading, which: str) -> Num:
    """The last (or first) record's number; two of one day that differ are not known."""
    may_be, there = _candidates(source, which)
    own = value(source.real)
    lo = source.agg("min", may_be, own.lo)
    hi = source.agg("max", may_be, own.hi)
    low, high = own.low, own.high
    lo_open, hi_open = _any_open(source, x.both(may_be, own.lo_open)), FALSE
    if own.hi_open is not FALSE:
        hi_open = _any_open(source, x.both(may_be, own.hi_open))
    for spare in source.spares:
        more = value(spare.view).to(own.den)
        may = x.both(spare.may, source.match(spare.view).hi)
        lo = x.when(may, x.least(lo, more.lo), lo)
        hi = x.when(may, x.most(hi, more.hi), hi)
        lo_open = x.either(lo_open, x.both(may, more.lo_open))
        hi_open = x.either(hi_open, x.both(may, more.hi_open))
    none = NO
    if own.none != NO:
        none = edge_test(source, lambda view: value(view).none, which)
    return _maybe(there, Num(lo, hi, own.den, lo_open, hi_open, low, high, none))


def edge_test(source: Source, test: Test, which: str) -> Cond:
    """What the last (or first) record says to a test; no record says nothing."""
    may_be, there = _candidates(source, which)
    said = test(source.real)
    against = source.agg("sum", TRUE, x.as_num(x.both(may_be, x.no(said.lo))))
    agreed = source.agg("sum", TRUE, x.as_num(x.both(may_be, said.hi)))
    lo = x.both(there.lo, x.eq(against, x.ZERO))
    hi = x.either(x.no(there.lo), x.gt(agreed, x.ZERO))
    for spare in source.spares:
        may = x.both(spare.may, source.match(spare.view).hi)
        more = test(spare.view)
        lo = x.both(lo, x.either(x.no(may), more.lo))
        hi = x.either(hi, x.both(may, more.hi))
    return Cond(lo, hi)


def edge_ratio(source: Source, value: Callable[[View | None], Ratio], which: str) -> Ratio:
    """The last (or first) record's ratio; known if every record it may be agrees."""
    may_be, there = _candidates(source, which)
    own = value(source.real)
    ((times, n, d),) = own.parts
    low_n, high_n = source.agg("min", may_be, n.lo), source.agg("max", may_be, n.hi)
    low_d, high_d = source.agg("min", may_be, d.lo), source.agg("max", may_be, d.hi)
    known = x.both(there.lo, x.eq(low_n, high_n), x.eq(low_d, high_d), x.gt(low_d, x.ZERO))
    for spare in source.spares:
        known = x.both(known, x.no(x.both(spare.may, source.match(spare.view).hi)))
    n = Num(low_n, low_n, n.den, low=n.low, high=n.high)
    d = Num(low_d, low_d, d.den, low=d.low, high=d.high)
    return Ratio(((times, n, d),), own.constant, known, own.low, own.high, there)
