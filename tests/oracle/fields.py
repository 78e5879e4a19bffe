"""What a cell says: its value, or its limits where it is empty."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from tests.oracle import values
from tests.oracle.values import MAYBE, NO, SURE, Cond, Num, Words
from tests.oracle.world import number
from xingping.policy.language.tree import Kind

NUMERIC = (Kind.NUMBER, Kind.RATIO, Kind.LEVEL, Kind.DAY)


def read(here, name, register):
    """The value of a field of the row at hand, or else of the subject's own row."""
    row = here.rows.get(register) or here.world.own[here.subject]
    spec = row.register.fields[name]
    raw = row.cells.get(name)
    if raw is not None:
        return _given(spec, raw)
    none = emptiness(row, spec)
    if none == SURE:
        return replace(anything(here.world, spec), none=SURE)
    value = anything(here.world, spec)
    if spec.type.kind is Kind.NUMBER:
        value = Num(*limits(row, spec))
    return replace(value, none=none)


def emptiness(row, spec):
    """Whether an empty cell says none (SURE), may yet (MAYBE), or is only unknown (NO)."""
    if row.complete:
        return SURE
    if not spec.none:
        return NO
    open_yet = row.free or (row.ahead and spec.later)
    return MAYBE if open_yet else SURE


def _given(spec, raw):
    kind = spec.type.kind
    if kind is Kind.YES:
        return values.TRUE if raw else values.FALSE
    if kind is Kind.NUMBER:
        return values.exactly(number(spec, raw))
    if kind is Kind.DAY:
        return values.exactly(raw)
    return Words(frozenset([raw]))


def anything(world, spec):
    """A value of the field's type of which nothing more is known."""
    kind = spec.type.kind
    if kind is Kind.YES:
        return Cond(certain=False, possible=True)
    if kind in NUMERIC:
        return Num()
    if kind is Kind.CHOICE:
        return Words(frozenset(world.scheme.catalogue.choices[spec.type.choices]))
    return Words(None)


def limits(row, spec):
    """Lowest and highest value of an empty number: its own limits, and those of the row."""
    low = Fraction(0) if spec.low is None else spec.low
    high = spec.high
    if spec.to and row.cells.get(spec.to) is None:
        high = limits(row, row.register.fields[spec.to])[1]
    for other in row.register.fields.values():
        raw = row.cells.get(other.id)
        if raw is None:
            continue
        if spec.to == other.id:
            high = number(other, raw) if high is None else min(high, number(other, raw))
        if other.to == spec.id:
            low = max(low, number(other, raw))
    return low, high
