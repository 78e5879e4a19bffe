"""The records of one register, counted by the kinds that the rules asked about tell apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import z3

from xingping.doctor.world.cell import Atom, Cell, Form, Key, OpaqueError, Part, Undecided
from xingping.doctor.world.prototype import Prototype, Row
from xingping.rating.compile.expressions import E

T = TypeVar("T")
MOST = 400  # kinds of one register; a rule that needs more is opaque


@dataclass(slots=True)
class Kinds:
    """A partition of the records, made finer as rules ask for it.

    Counts and sums of a kind are those of its parts together, so that what was said of it before it
    was parted stays true. ``above``: the variable of an expression of the space above.
    """

    name: str
    prototype: Prototype
    above: Callable[[E], z3.ExprRef]
    cells: list[Cell] = field(default_factory=list)
    leaves: list[Cell] = field(default_factory=list)
    row: Row = field(init=False)
    solver: z3.Solver = field(init=False)
    labels: dict[Key, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.row = Row(self.prototype, f"{self.name} any")
        self.solver = z3.Solver()
        self.solver.add(*self.row.limits())
        self._new(Cell(self._count(), dict(self.prototype.ends)))

    def _count(self) -> z3.ArithRef:
        return z3.Int(f"{self.name} #{len(self.cells)}")

    def _new(self, cell: Cell) -> Cell:
        self.cells.append(cell)
        self.leaves.append(cell)
        return cell

    def over(self, read: Callable[[Cell], T]) -> list[tuple[Cell, T]]:
        """``read`` of every kind, parted until it can be told. Raises OpaqueError."""
        found: list[tuple[Cell, T]] = []
        waiting = list(reversed(self.leaves))
        while waiting:
            cell = waiting.pop()
            try:
                found.append((cell, read(cell)))
            except Undecided as undecided:
                if len(self.leaves) >= MOST:
                    raise OpaqueError(self.name) from undecided
                waiting.extend(reversed(self.part(cell, undecided.atom)))
        return found

    def part(self, cell: Cell, atom: Atom) -> tuple[Cell, Cell]:
        """The two parts of a kind in which an atom holds, and does not."""
        place = self.leaves.index(cell)
        parts = []
        for holds in (True, False):
            one = cell.child(self._count(), atom, holds=holds)
            self.cells.append(one)
            for key in cell.sums:
                self.sum_of(one, key)
            parts.append(one)
        cell.children = (parts[0], parts[1])
        self.leaves[place : place + 1] = parts
        return parts[0], parts[1]

    def sum_of(self, cell: Cell, key: Key) -> z3.ArithRef:
        """The sum of a number over the records of a kind; one asked for of a whole has parts."""
        if key not in cell.sums:
            label = self.labels.setdefault(key, len(self.labels))
            cell.sums[key] = z3.Int(f"{cell.count} of {label}")
            for name in self._beside(key):
                self.sum_of(cell, name)
        return cell.sums[key]

    def _beside(self, key: Key) -> list[Key]:
        """The numbers that bound this one, so that their sums are there to bound its sum."""
        if isinstance(key, Part):
            return [k for k, _ in key.form.terms]
        return [top for name, _, top, _ in self.prototype.pairs() if name == key]

    # ------------------------------------------------ what a kind can be

    def decide(self, cell: Cell, atom: Atom) -> bool | None:
        """Whether an atom holds of all records of a kind (or of none); None for either."""
        if atom in cell.atoms:
            return cell.atoms[atom]
        if atom.what == "empty":
            return cell.empties.get(atom.field)
        if atom.what == "yes":
            return cell.truths.get(atom.field)
        if atom.what == "says":
            return self._says(cell, atom)
        if atom.what == "above":
            return None
        low, high = cell.span(atom.form)
        if low is not None and low >= 0:
            return True
        if high is not None and high < 0:
            return False
        return self._solved(cell, atom)

    def _says(self, cell: Cell, atom: Atom) -> bool | None:
        said = cell.words.get(atom.field)
        if said is not None:
            return said == atom.word
        left = set(self.prototype.words(atom.field)) - cell.others.get(atom.field, frozenset())
        if atom.word in cell.others.get(atom.field, frozenset()):
            return False
        if self.prototype.words(atom.field):
            if atom.word not in left:
                return False
            return True if len(left) == 1 else None
        return None

    def _solved(self, cell: Cell, atom: Atom) -> bool | None:
        keys = [key for key, _ in atom.form.terms]
        if len(keys) == 1 and isinstance(keys[0], str) and keys[0] not in self.prototype.related:
            bound = {key for form in cell.forms for key, _ in form.terms}
            if keys[0] not in bound:
                return None
        given = [*self.told(cell), *self._parts(keys)]
        here = self.truth(atom)
        if self.solver.check(*given, here) == z3.unsat:
            return False
        if self.solver.check(*given, z3.Not(here)) == z3.unsat:
            return True
        return None

    def _parts(self, keys: list[Key]) -> list[z3.BoolRef]:
        found = []
        for key in keys:
            if isinstance(key, Part):
                number, whole = self.number(key), self.value(key.form)
                found += [key.by * number <= whole, whole < key.by * number + key.by]
                found += self._parts([k for k, _ in key.form.terms])
        return found

    def told(self, cell: Cell, row: Row | None = None) -> list[z3.BoolRef]:
        """What is settled of a kind, said of one record."""
        found = []
        for atom, holds in cell.atoms.items():
            here = self.truth(atom, row)
            found.append(here if holds else z3.Not(here))
            found += self._parts([key for key, _ in atom.form.terms]) if row is None else []
        return found

    def truth(self, atom: Atom, row: Row | None = None) -> z3.BoolRef:
        """An atom said of one record."""
        one = row or self.row
        made = (one if atom.above is None else self.row).made
        if atom in made:
            return made[atom]
        if atom.what == "empty":
            found = one.empty(atom.field)
        elif atom.what == "yes":
            found = one.yes(atom.field)
        elif atom.what == "says":
            found = one.says(atom.field, atom.word)
        elif atom.above is not None:
            found = self.above(atom.above)
        else:
            found = self.value(atom.form, one) >= 0
        made[atom] = found
        return found

    def value(self, form: Form, row: Row | None = None) -> z3.ArithRef:
        """A form of one record."""
        total = z3.IntVal(form.constant)
        for key, times in form.terms:
            total = total + times * self.number(key, row)
        return total

    def number(self, key: Key, row: Row | None = None) -> z3.ArithRef:
        """One number of a record."""
        one = row or self.row
        if isinstance(key, str):
            return one.number(key)
        if isinstance(key, Part):
            return self.value(key.form, one) / key.by
        return self.above(key)
