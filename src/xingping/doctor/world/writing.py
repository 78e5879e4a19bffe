"""Records of a case as a worked example writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import z3

from xingping.doctor.world.free import ON, YEAR
from xingping.doctor.world.prototype import Row
from xingping.policy.catalogue import FieldSpec
from xingping.policy.language.tree import Kind

Written = dict[str, str]


def cell_of(row: Row, name: str) -> z3.ExprRef:
    """The variable of a cell: a truth, a number, a day, or the number of a word."""
    kind = row.prototype.register.fields[name].type.kind
    return z3.Bool(f"{row.name}.{name}!") if kind is Kind.YES else row.number(name)


def is_empty(row: Row, name: str, model: z3.ModelRef) -> bool:
    """Whether the cell says *none* in a model."""
    return bool(z3.is_true(model.eval(row.empty(name), model_completion=True)))


def written_row(row: Row, names: Iterable[str], model: z3.ModelRef) -> Written:
    """A record as a worked example writes it; what every example takes for granted is left out."""
    register = row.prototype.register
    found: Written = {}
    for name in names:
        spec = register.fields[name]
        if spec.is_id or spec.refers or is_empty(row, name, model):
            continue
        value = model.eval(cell_of(row, name), model_completion=True)
        text = _text(row, spec, value)
        granted = (spec.year and text == str(YEAR)) or (
            name == register.date and text == date.fromordinal(ON).isoformat()
        )
        if text and not granted:
            found[name] = text
    return found


def _text(row: Row, spec: FieldSpec, value: z3.ExprRef) -> str:
    if spec.type.kind is Kind.YES:
        return "yes" if z3.is_true(value) else "no"
    number = int(value.as_long())
    if spec.type.kind is Kind.DAY:
        return date.fromordinal(number).isoformat()
    if spec.type.kind is Kind.NUMBER:
        return decimal(number * spec.step)
    words = row.prototype.words(spec.id)
    if words:
        return words[number]
    return next(
        (w for (name, w), code in row.codes.items() if (name, code) == (spec.id, number)), ""
    )


def decimal(value: Fraction) -> str:
    """An exact decimal as text."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = 0
    while (value * 10**digits).denominator != 1 and digits < 9:  # noqa: PLR2004 -- as fine as an example may be
        digits += 1
    whole = int(value * 10**digits)
    sign = "-" if whole < 0 else ""
    return f"{sign}{abs(whole) // 10**digits}.{abs(whole) % 10**digits:0{digits}d}"
