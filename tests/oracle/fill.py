"""Completing a record: every value an empty cell may stand for, as far as rules can tell."""

from __future__ import annotations

from dataclasses import fields as parts_of
from dataclasses import is_dataclass, replace
from fractions import Fraction
from itertools import product

from tests.oracle.fields import emptiness, limits
from tests.oracle.values import NO, SURE
from xingping.policy.language.tree import Field, Kind, Number, Word

MOST = 20_000


def nodes_in(thing):
    """Every node of a tree, itself first."""
    if isinstance(thing, tuple | list):
        for each in thing:
            yield from nodes_in(each)
    elif is_dataclass(thing):
        yield thing
        for part in parts_of(thing):
            yield from nodes_in(getattr(thing, part.name))


def completions(row, rules, world):
    """The row with its unknown cells filled in, in every way that these rules can tell apart."""
    inside = [node for rule in rules for node in nodes_in(rule)]
    read = {n.name for n in inside if isinstance(n, Field) and n.register == row.register.id}
    read |= {spec.to for spec in row.register.fields.values() if spec.id in read and spec.to}
    constants = {n.value for n in inside if isinstance(n, Number)}
    words = {n.value for n in inside if isinstance(n, Word)}
    open_fields = [
        spec
        for spec in row.register.fields.values()
        if spec.id in read and row.cells.get(spec.id) is None and emptiness(row, spec) != SURE
    ]
    choices = [candidates(spec, row, constants, words, world) for spec in open_fields]
    names = [spec.id for spec in open_fields]
    filled = [
        replace(row, cells={**row.cells, **dict(zip(names, combo, strict=True))}, complete=True)
        for combo in product(*choices)
    ]
    assert len(filled) <= MOST, "too many ways to complete one record"
    return [full for full in filled if fits(full)]


def fits(row):
    """Whether no field exceeds the one it is limited to."""
    cells = row.cells
    return all(
        cells.get(spec.id) is None
        or cells.get(spec.to) is None
        or cells[spec.id] * spec.step <= cells[spec.to] * row.register.fields[spec.to].step
        for spec in row.register.fields.values()
        if spec.to
    )


def candidates(spec, row, constants, words, world):
    """Raw cell values worth trying for an empty cell; None says none."""
    maybe_none = [None] if emptiness(row, spec) != NO else []
    kind = spec.type.kind
    if kind is Kind.YES:
        return [True, False, *maybe_none]
    if kind is Kind.CHOICE:
        return [*world.scheme.catalogue.choices[spec.type.choices], *maybe_none]
    if kind is Kind.TEXT:
        return [*sorted(words), "another text", *maybe_none]
    others = [
        row.cells[other.id] * other.step
        for other in row.register.fields.values()
        if other.type.kind is kind and isinstance(row.cells.get(other.id), int)
    ]
    if kind is Kind.DAY:
        near = {int(other) + shift for other in others for shift in (-1, 0, 1)}
        return [*sorted(near or {world.on}), *maybe_none]
    low, high = limits(row, spec)
    high = Fraction(10**8) if high is None else high
    near = {low, high}
    partners = [other for other in row.register.fields.values() if spec.id == other.to]
    for middle in [*others, *constants, *(limits(row, other)[1] for other in partners)]:
        near |= {middle - spec.step, middle, middle + spec.step}
    near |= {constant * 100 for constant in constants}
    return [
        int(v / spec.step) for v in sorted(near) if low <= v <= high and v % spec.step == 0
    ] + maybe_none
