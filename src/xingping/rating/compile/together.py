"""Sums over the same records, bounded record by record."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from xingping.rating.compile.cells import View
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.gather import _sum, _weighed
from xingping.rating.compile.linked import bound_by_links
from xingping.rating.compile.matching import Summed, one
from xingping.rating.compile.numbers import plus, times_constant
from xingping.rating.compile.values import Linear, Num, constant


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
    return plus(a, b)


def tight(view: View | None, values: list[tuple[Num, Fraction]]) -> Num:
    """The sum of values times constants of one record, as closely bounded as its fields allow."""
    total: Num = constant(Fraction(0))
    linear: Linear | None = Linear({})
    for value, times in values:
        total = plus(total, times_constant(value, times))
        linear = linear.plus(value.linear, times) if linear and value.linear else None
    if view is None or linear is None or len(linear.terms) < 2:  # noqa: PLR2004 -- one field bounds nothing
        return total
    return bound_by_links(view, linear, total)
