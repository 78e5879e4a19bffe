"""Comparisons: decided as soon as every value that the bounds allow decides them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from xingping.policy.language.tree import CompareOp
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, OPEN, Cond, every, inverse, some
from xingping.rating.compile.expressions import TRUE, E
from xingping.rating.compile.matching import Source, Summed
from xingping.rating.compile.numbers import at_least, equal, plus, times_constant
from xingping.rating.compile.ratios import cross, less
from xingping.rating.compile.together import joint
from xingping.rating.compile.values import Linear, Num, Ratio, Sym, Value, constant


def compare(op: CompareOp, a: Value, b: Value) -> Cond:
    """``a op b``; *none* meets no comparison, not even `!=`."""
    if isinstance(a, Cond) and isinstance(b, Cond):
        same = some(every(a, b), every(inverse(a), inverse(b)))
        return same if op == "=" else inverse(same)
    if isinstance(a, Sym) and isinstance(b, Num):
        a = as_number(a)
    if isinstance(b, Sym) and isinstance(a, Num):
        b = as_number(b)
    if isinstance(a, Sym) and isinstance(b, Sym):
        return _words(op, a, b)
    if isinstance(a, Ratio) or isinstance(b, Ratio):
        return _ratio(op, less(a, b))
    if isinstance(a, Num) and isinstance(b, Num):
        return _numbers(op, a, b)
    return OPEN


def as_number(word: Sym) -> Num:
    """A constant word of digits as the number it spells."""
    return constant(Fraction(word.word))


def is_none(value: Value) -> Cond:
    """Whether the value is *none*."""
    return value.none if isinstance(value, Num | Sym) else NO


def _words(op: CompareOp, a: Sym, b: Sym) -> Cond:
    if b.word:
        same = a.equals(b.word)
    elif a.word:
        same = b.equals(a.word)
    else:
        same = some(*(every(a.equals(word), b.equals(word)) for word in a.domain))
    if op == "=":
        return same
    return every(inverse(same), inverse(a.none), inverse(b.none))


def _numbers(op: CompareOp, a: Num, b: Num) -> Cond:
    if a.linear and b.linear:
        together = a.linear.plus(b.linear, Fraction(-1))
        if _shared(together):
            found = jointly(op, together)
            if a.none == NO and b.none == NO:
                return found
    return order(op, a, b)


def order(op: CompareOp, a: Num, b: Num) -> Cond:
    """``a op b`` by their bounds."""
    match op:
        case ">=":
            return at_least(a, b)
        case ">":
            return at_least(a, b, strict=True)
        case "<=":
            return at_least(b, a)
        case "<":
            return at_least(b, a, strict=True)
        case "=":
            return equal(a, b)
        case "!=":
            different = inverse(equal(a, b))
            if a.none == NO and b.none == NO:
                return different
            return every(different, inverse(a.none), inverse(b.none))


def _groups(linear: Linear) -> dict[object, dict[Summed, Fraction]]:
    groups: dict[object, dict[Summed, Fraction]] = {}
    for key, times in linear.terms.items():
        if isinstance(key, Summed):
            groups.setdefault(key.source.rows, {})[key] = times
    return groups


def _shared(linear: Linear) -> bool:
    """Whether two sums over the same records meet in one comparison of nothing but such sums."""
    if not all(isinstance(key, Summed) for key in linear.terms):
        return False
    return any(len(group) > 1 for group in _groups(linear).values())


def jointly(op: CompareOp, linear: Linear) -> Cond:
    """``linear op 0``, record by record; not known in a year not kept."""
    total = constant(linear.constant)
    kept: list[E] = []
    for group in _groups(linear).values():
        total = plus(total, joint(group))
        kept += [item.source.kept for item in group]
    found = order(op, total, constant(Fraction(0)))
    all_kept = x.both(*kept)
    return Cond(x.both(found.lo, all_kept), x.either(found.hi, x.no(all_kept)))


def _ratio(op: CompareOp, difference: Ratio) -> Cond:
    """``difference op 0``."""
    if len(difference.parts) == 1:
        return _one_part(op, difference)
    top, _ = cross(difference)
    zero = constant(Fraction(0))
    said = order(op, Num(top, top), zero)
    return Cond(x.both(difference.known, said.lo), x.either(x.no(difference.known), said.hi))


def _one_part(op: CompareOp, difference: Ratio) -> Cond:
    """times * n / d + constant op 0, that is times * n + constant * d op 0 where d is over 0."""
    ((times, n, d),) = difference.parts
    k = difference.constant
    if n.linear and d.linear and _joinable(n.linear, d.linear):
        said = jointly(op, n.linear.scaled(times).plus(d.linear, k))
    else:
        both = plus(times_constant(n, times), times_constant(d, k))
        said = order(op, both, constant(Fraction(0)))
    some_thing = x.both(x.gt(d.lo, x.ZERO), x.no(d.lo_open), difference.quorum)
    if some_thing is TRUE:
        return said
    return Cond(x.both(said.lo, some_thing), x.either(said.hi, x.no(some_thing)))


def _joinable(a: Linear, b: Linear) -> bool:
    """Whether both are sums of sums, some of them over the same records."""
    keys = (*a.terms, *b.terms)
    return all(isinstance(key, Summed) for key in keys) and bool(_sources(a) & _sources(b))


def _sources(linear: Linear) -> set[object]:
    return {key.source.rows for key in _summed(linear)}


def _summed(linear: Linear) -> Iterable[Summed]:
    return (key for key in linear.terms if isinstance(key, Summed))


__all__ = ["Source", "compare", "is_none", "jointly", "order"]
