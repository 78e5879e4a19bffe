"""Cells that a case leaves open, said in the plainest way: nothing, no, the first of the choices."""

from __future__ import annotations

from collections.abc import Iterable

import z3

from xingping.doctor.world.prototype import Row
from xingping.doctor.world.smallest import Smallest
from xingping.doctor.world.writing import cell_of, is_empty
from xingping.policy.language.tree import Kind


def plainest(small: Smallest, row: Row, names: Iterable[str]) -> None:
    """Settle the empty cells, truths and choices among ``names``, in the order of the register.

    Without it a solver would say what it likes, another thing each time it is asked.
    """
    named = set(names)
    for name, spec in row.prototype.register.fields.items():
        if name not in named or spec.is_id or spec.refers:
            continue
        if row.prototype.may_be_empty(name) and _settle(small, row.empty(name)):
            continue
        if spec.type.kind is Kind.YES:
            _settle(small, z3.Not(cell_of(row, name)))
        elif name not in row.prototype.ends and not is_empty(row, name, small.model):
            small.all_least([(row.number(name), 0)])


def _settle(small: Smallest, condition: z3.BoolRef) -> bool:
    """Take a condition if it can hold; without a question where it does hold."""
    if z3.is_true(small.value(condition)):
        small.solver.add(condition)
        return True
    return small.may(condition)
