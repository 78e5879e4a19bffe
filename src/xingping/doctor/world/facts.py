"""What holds of the counts and sums of kinds, whatever the records are."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.world.cell import Cell, Form, Key, Part
from xingping.doctor.world.kinds import Kinds

Box = tuple[tuple[int, int] | str | None, ...]


def facts(kinds: Kinds) -> Iterator[z3.BoolRef]:
    """The counts are not negative, a kind's are those of its parts, sums lie within limits."""
    for cell in kinds.cells:
        yield cell.count >= 0
        if cell.children:
            one, other = cell.children
            yield cell.count == one.count + other.count
            for key, total in cell.sums.items():
                parts = (kinds.sum_of(one, key), kinds.sum_of(other, key))
                yield total == parts[0] + parts[1]
    for cell in kinds.leaves:
        yield from _sums(kinds, cell)
        yield from _above(kinds, cell)
    yield from _unique(kinds)


def _sums(kinds: Kinds, cell: Cell) -> Iterator[z3.BoolRef]:
    """Every bound of one record's numbers, added up over the records of the kind."""
    for key, total in cell.sums.items():
        ends = cell.of(key)
        if ends is not None:
            yield total >= ends[0] * cell.count
            yield total <= ends[1] * cell.count
        yield from _divided(cell, key, total)
    for name, k, top, m in kinds.prototype.pairs():
        if name in cell.sums and top in cell.sums and not _empty(cell, name, top):
            yield k * cell.sums[name] <= m * cell.sums[top]
    for form in cell.forms:
        whole = _added(cell, form)
        if whole is not None:
            yield whole >= 0


def _divided(cell: Cell, key: Key, total: z3.ArithRef) -> Iterator[z3.BoolRef]:
    whole = _added(cell, key.form) if isinstance(key, Part) else None
    if isinstance(key, Part) and whole is not None:
        yield key.by * total <= whole
        yield whole <= key.by * total + (key.by - 1) * cell.count


def _empty(cell: Cell, *names: str) -> bool:
    return any(cell.empties.get(name) for name in names)


def _added(cell: Cell, form: Form) -> z3.ArithRef | None:
    """A form added up over the records of a kind, where all its sums are there."""
    total = form.constant * cell.count
    for key, times in form.terms:
        if key in cell.sums:
            total = total + times * cell.sums[key]
        elif cell.of(key) is None:
            return None
        else:
            low, high = cell.of(key) or (0, 0)
            if low != high:
                return None
            total = total + times * low * cell.count
    return total


def _above(kinds: Kinds, cell: Cell) -> Iterator[z3.BoolRef]:
    """What a kind says of the space above holds where there is a record of it."""
    for atom, holds in cell.atoms.items():
        if atom.what == "above":
            here = kinds.truth(atom)
            yield z3.Implies(cell.count > 0, here if holds else z3.Not(here))
    for form in cell.forms:
        if any(not isinstance(key, str | Part) for key, _ in form.terms):
            total = z3.IntVal(form.constant)
            for key, times in form.terms:
                ends = cell.of(key)
                if ends is None:
                    total = total + times * kinds.number(key)
                else:
                    total = total + max(times * ends[0], times * ends[1])
            yield z3.Implies(cell.count > 0, total >= 0)


def _unique(kinds: Kinds) -> Iterator[z3.BoolRef]:
    """No two records agree in the fields that tell them apart."""
    register = kinds.prototype.register
    names = register.unique
    if not names or register.agree:  # a second one is let pass if it says the same
        return
    boxes = {id(cell): _box(kinds, cell, names) for cell in kinds.leaves}
    for box in dict.fromkeys(boxes.values()):
        size = _size(box)
        if size is not None:
            inside = [c.count for c in kinds.leaves if _within(boxes[id(c)], box)]
            yield z3.Sum(inside) <= size


def _box(kinds: Kinds, cell: Cell, names: tuple[str, ...]) -> Box:
    """For each field, its limits, its word, "" where it is empty, None where it is not settled."""
    found: list[tuple[int, int] | str | None] = []
    for name in names:
        if kinds.prototype.may_be_empty(name) and cell.empties.get(name) is not False:
            found.append("" if cell.empties.get(name) else None)
        elif name in cell.ends:
            found.append(cell.ends[name])
        else:
            found.append(cell.words.get(name))
    return tuple(found)


def _size(box: Box) -> int | None:
    size = 1
    for part in box:
        if part is None:
            return None
        size *= 1 if isinstance(part, str) else part[1] - part[0] + 1
    return size


def _within(inner: Box, outer: Box) -> bool:
    for one, other in zip(inner, outer, strict=True):
        if isinstance(one, tuple) and isinstance(other, tuple):
            if one[0] < other[0] or one[1] > other[1]:
                return False
        elif one != other:
            return False
    return True
