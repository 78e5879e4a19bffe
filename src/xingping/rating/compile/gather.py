"""From records to their subject: how many, how much, the highest, the last; exact or as bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from xingping.policy.catalogue import ROWS_LIMIT
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import FAR, RowSet, View
from xingping.rating.compile.operators import FALSE, TRUE, E
from xingping.rating.compile.setting import Pieces
from xingping.rating.compile.values import (
    NO,
    OPEN,
    YES,
    Cond,
    Linear,
    Maybe,
    Num,
    Ratio,
    common,
    every,
    hull,
    inverse,
    sure,
    unknown,
)


@dataclass(frozen=True, slots=True)
class Spare:
    """Records there may be beside those in the files.

    ``view``: what is known of such a record; ``may``: when there may be one; ``many``: any
    number of them, else one at most.
    """

    view: View
    may: E
    many: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What a fold runs over: the records (or pieces) that match, and those there may yet be.

    ``matches``: whether a record counts, read off its view; ``day``: the order for first and last;
    ``kept``: the register was kept in every year looked at; ``real``: the view of a real one.
    """

    rows: RowSet | Pieces | Population
    real: View | None
    matches: Callable[[View | None], Cond]
    day: Callable[[View | None], E]
    spares: tuple[Spare, ...] = ()
    kept: E = TRUE
    quorum: E = TRUE
    most_rows: int = ROWS_LIMIT
    seen: dict[View | None, Cond] = field(default_factory=dict)

    def match(self, view: View | None) -> Cond:
        """Whether this record counts (worked out once)."""
        if view not in self.seen:
            self.seen[view] = self.matches(view)
        return self.seen[view]

    def agg(self, kind: str, where: E, value: E) -> E:
        """The aggregate of real records."""
        return x.agg(kind, self.rows, where, value)


@dataclass(frozen=True, slots=True)
class Population:
    """All subjects, or those that share a field with the group at hand (``within``)."""

    within: str = "all"


Reading = Callable[[View | None], Num]
Test = Callable[[View | None], Cond]


@dataclass(frozen=True, slots=True, eq=False)
class Summed:
    """A sum over records, kept apart so that a comparison may look at it record by record."""

    source: Source
    value: Reading


def one(_: View | None) -> Num:
    """Each record counts once."""
    e = x.ONE
    return Num(e, e, low=1, high=1, linear=Linear({}, Fraction(1)))


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
    narrowed = replace(
        source, matches=lambda view: every(source.match(view), test(view)), seen={}
    )
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
    passing = replace(
        source, matches=lambda view: every(source.match(view), test(view)), seen={}
    )
    n, k = count(source), count(passing)
    known = x.both(n.known, k.known, x.gt(n.lo, x.ZERO), source.quorum)
    part = (Fraction(1), k, n)
    return Ratio((part,), Fraction(0), known, Fraction(0), Fraction(1), here(source))


def extreme(source: Source, value: Reading, kind: str) -> Num:
    """The highest (``max``) or lowest (``min``) value, which may be of no record."""
    if kind == "min":
        from xingping.rating.compile.values import negative

        turned = extreme(source, lambda view: negative(value(view)), "max")
        maybe = turned.maybe
        turned_maybe = Maybe(maybe.here, negative(maybe.value)) if maybe else None
        return replace(negative(turned), maybe=turned_maybe)
    match, own, there = source.match(source.real), value(source.real), here(source)
    certain = source.agg("max", match.lo, own.lo)
    lo = certain if match.lo is match.hi else x.when(
        there.lo, certain, source.agg("min", match.hi, own.lo)
    )
    hi = lo if own.exact and match.lo is match.hi else source.agg("max", match.hi, own.hi)
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


def joint(items: Mapping[Summed, Fraction]) -> Num:
    """A sum of sums over the same records, bounded record by record.

    Fields of one record bound each other (present is at most expected), so this is closer than
    the bounds of the sums; it is what decides a share, or a comparison of two counts.
    """
    first = next(iter(items)).source

    def weigh(view: View | None) -> Num:
        groups: dict[Cond, list[tuple[Num, Fraction]]] = {}
        for item, times in items.items():
            its_view = view if view is not item.source.real else item.source.real
            match = item.source.match(its_view)
            groups.setdefault(match, []).append((item.value(its_view), times))
        total: Num | None = None
        for match, values in groups.items():
            part = _weighed(match, tight(view, values))
            total = part if total is None else _plus(total, part)
        return total if total is not None else one(None)

    return _sum(first, weigh)


def _plus(a: Num, b: Num) -> Num:
    from xingping.rating.compile.values import plus

    return plus(a, b)


def tight(view: View | None, values: list[tuple[Num, Fraction]]) -> Num:
    """The sum of values times constants of one record, as closely bounded as its fields allow."""
    from xingping.rating.compile.values import constant, plus, times_constant

    total: Num = constant(Fraction(0))
    linear: Linear | None = Linear({})
    for value, times in values:
        total = plus(total, times_constant(value, times))
        linear = linear.plus(value.linear, times) if linear and value.linear else None
    if view is None or linear is None or len(linear.terms) < 2:
        return total
    from xingping.rating.compile.linked import bound_by_links

    return bound_by_links(view, linear, total)


OPEN_END = OPEN
