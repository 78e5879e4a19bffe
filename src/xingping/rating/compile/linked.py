"""Fields of one record that bound each other: the closest bounds of a sum of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import View, limits
from xingping.rating.compile.expressions import E
from xingping.rating.compile.values import Linear, Num


@dataclass(frozen=True, slots=True)
class _Term:
    """A field with its whole-number weight per step, and what may be said of its cell."""

    field: str
    weight: int
    lo: E
    unknown: E
    low: int
    high: int


def bound_by_links(view: View, linear: Linear, loose: Num) -> Num:
    """``linear`` over the fields of a record, bounded knowing which may not exceed which.

    Returns ``loose`` where no field of it bounds another.
    """
    fields = view.register.fields
    names = [name for name in linear.terms if isinstance(name, str)]
    parents = {name: fields[name].to for name in names if fields[name].to in names}
    same_step = all(fields[a].step == fields[b].step for a, b in parents.items())
    if not parents or len(names) != len(linear.terms) or not same_step:
        return loose
    weights = {name: linear.terms[name] * fields[name].step for name in names}
    den = lcm(linear.constant.denominator, *(w.denominator for w in weights.values()))
    base = int(linear.constant * den)
    hi = x.add(_highest(view, names, parents, weights, den), x.num(base))
    turned = {name: -weight for name, weight in weights.items()}
    lo = x.sub(x.num(base), _highest(view, names, parents, turned, den))
    scale = Fraction(den, loose.den)
    low = None if loose.low is None else int(loose.low * scale) - 1
    high = None if loose.high is None else int(loose.high * scale) + 1
    return Num(lo, hi, den, low=low, high=high)


def _highest(
    view: View,
    names: list[str],
    parents: dict[str, str],
    weights: dict[str, Fraction],
    den: int,
) -> E:
    terms = {name: _term(view, name, int(weights[name] * den)) for name in names}
    total = x.ZERO
    for name in names:
        if name in parents:
            continue
        children = [terms[child] for child, parent in parents.items() if parent == name]
        total = x.add(total, _family(view, terms[name], children))
    return total


def _term(view: View, name: str, weight: int) -> _Term:
    spec = view.register.fields[name]
    low, high = limits(spec, spec.step)
    empty = view.null(name)
    lo = x.when(empty, x.num(low), view.filled(name))
    return _Term(name, weight, lo, x.either(empty, view.rises(spec)), low, high)


def _family(view: View, top: _Term, children: list[_Term]) -> E:
    """The most that a field and those it bounds can add: unknown ones go to the better end."""
    total, weight, floor = x.ZERO, x.num(top.weight), x.num(top.low)
    for child in children:
        fixed = x.mul(x.num(child.weight), child.lo)
        if child.weight > 0:
            total = x.add(total, x.when(child.unknown, x.ZERO, fixed))
            weight = x.add(weight, x.when(child.unknown, x.num(child.weight), x.ZERO))
        else:
            total = x.add(total, fixed)
        floor = x.most(floor, child.lo)
    best = x.when(x.gt(weight, x.ZERO), x.num(top.high), floor)
    return x.add(total, x.mul(weight, x.when(top.unknown, best, view.filled(top.field))))
