"""Counts and sums of kinds laid out as single records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import z3

from xingping.doctor.world.cell import Cell, Key, Part
from xingping.doctor.world.free import ON
from xingping.doctor.world.gathering import Gathering, Picked, Spot
from xingping.doctor.world.kinds import Kinds
from xingping.doctor.world.plainest import plainest
from xingping.doctor.world.prototype import Row
from xingping.doctor.world.smallest import Smallest
from xingping.doctor.world.terms import Space, of_row
from xingping.doctor.world.writing import Written, cell_of, is_empty, written_row
from xingping.policy.language.tree import Kind
from xingping.rating.compile.cells import year_field

MOST_ROWS = 24


class TooLargeError(Exception):
    """The case has too many records to be laid out one by one, or none that add up."""


@dataclass(slots=True)
class Layout:
    """Lays out the records of one subject; ``case``: the model of its counts and sums."""

    gathering: Gathering
    space: Space
    case: Smallest
    rows: list[tuple[Cell, Row]] = field(default_factory=list)

    def written(self) -> dict[str, list[Written]]:
        """Register -> rows as a worked example writes them. Raises TooLargeError."""
        found: dict[str, list[Written]] = {}
        for spot, kinds in self.gathering.kinds.items():
            made = self._register(spot, kinds)
            if made:
                found.setdefault(spot[0], []).extend(made)
        for one in self.gathering.picked.values():
            if one.asked:
                values = self.case.model
                found.setdefault(one.rows.register, []).append(
                    written_row(one.row, one.row.used, values)
                )
        return found

    def _register(self, spot: Spot, kinds: Kinds) -> list[Written]:
        cells = [(cell, self.case.number(cell.count)) for cell in kinds.leaves]
        if sum(n for _, n in cells) == 0:
            return []
        if spot[1] or sum(n for _, n in cells) > MOST_ROWS:
            raise TooLargeError(spot)
        rows = [
            (cell, Row(kinds.prototype, f"row {place}.{i}"))
            for place, (cell, n) in enumerate(cells)
            for i in range(n)
        ]
        solver = z3.Solver()
        solver.set("rlimit", 2_000_000)
        solver.add(*self._rules(kinds, rows))
        picks = [p for p in self.gathering.picked.values() if self._picks(p, spot)]
        for pick in picks:
            solver.add(self._one_is(pick, kinds, [row for _, row in rows]))
        if solver.check() != z3.sat:
            raise TooLargeError(spot)
        small = Smallest(solver, solver.model(), left=200, go_on=self.case.go_on)
        self._even(small, rows)
        listed = [(row, list(self._fields(kinds, cell, picks))) for cell, row in rows]
        for row, names in listed:
            late(small, row, names)
            plainest(small, row, names)
        small.all_least(
            (row.number(name), kinds.prototype.ends[name][0])
            for row, names in listed
            for name in names
            if name in kinds.prototype.ends and not is_empty(row, name, small.model)
        )
        made = [written_row(row, names, small.model) for row, names in listed]
        return _together(made)

    def _picks(self, pick: Picked, spot: Spot) -> bool:
        here = (pick.rows.register, pick.rows.link) == spot and not pick.asked
        return here and z3.is_true(self.case.value(pick.space.term(pick.where)))

    def _rules(self, kinds: Kinds, rows: list[tuple[Cell, Row]]) -> Iterator[z3.BoolRef]:
        by_cell: dict[int, tuple[Cell, list[Row]]] = {}
        for cell, row in rows:
            yield from row.limits()
            yield from kinds.told(cell, row)
            by_cell.setdefault(id(cell), (cell, []))[1].append(row)
        for cell, mine in by_cell.values():
            for key, total in cell.sums.items():
                if self._counts(cell, key):
                    added = z3.Sum([kinds.number(key, row) for row in mine])
                    yield added == self.case.value(total)
            for atom in cell.atoms:
                for key, _ in atom.form.terms:
                    if not isinstance(key, str | Part):
                        yield kinds.number(key) == self.case.value(kinds.number(key))
        yield from _distinct(kinds, [row for _, row in rows])

    def _counts(self, cell: Cell, key: object) -> bool:
        return not (isinstance(key, str) and cell.empties.get(key))

    def _one_is(self, pick: Picked, kinds: Kinds, rows: list[Row]) -> z3.BoolRef:
        """One of the records is the one picked, and the first or last of those that match."""
        matches = [self._read(pick, row) for row in rows]
        found = []
        for i, row in enumerate(rows):
            same = [matches[i], *self._same(pick, row)]
            for j, other in enumerate(rows):
                if j != i:
                    same.append(z3.Implies(matches[j], _before(kinds, pick, other, row)))
            found.append(z3.And(*same))
        return z3.Or(*found)

    def _read(self, pick: Picked, row: Row) -> z3.BoolRef:
        return Space(of_row(row), self.gathering, self.space).term(pick.where)

    def _same(self, pick: Picked, row: Row) -> Iterator[z3.BoolRef]:
        for name in pick.row.used:
            empty = z3.is_true(self.case.value(pick.row.empty(name)))
            yield row.empty(name) == empty
            if not empty:
                yield cell_of(row, name) == self._value(pick.row, name, row)

    def _value(self, of: Row, name: str, to: Row) -> z3.ExprRef:
        """The picked record's value in the numbers of another record's words."""
        value = self.case.value(cell_of(of, name))
        for (field_, word), code in of.codes.items():
            if field_ == name and z3.is_int_value(value) and value.as_long() == code:
                return z3.IntVal(to.code(name, word))
        return value

    def _even(self, small: Smallest, rows: list[tuple[Cell, Row]]) -> None:
        """Share sums out evenly where that can be."""
        by_cell: dict[int, tuple[Cell, list[Row]]] = {}
        for cell, row in rows:
            by_cell.setdefault(id(cell), (cell, []))[1].append(row)
        for cell, mine in by_cell.values():
            for key, total in cell.sums.items():
                if isinstance(key, str) and len(mine) > 1 and self._counts(cell, key):
                    part = self.case.number(total) // len(mine)
                    even = [
                        z3.And(row.number(key) >= part, row.number(key) <= part + 1) for row in mine
                    ]
                    small.may(z3.And(*even))

    def _fields(self, kinds: Kinds, cell: Cell, picks: list[Picked]) -> Iterator[str]:
        register = kinds.prototype.register
        named: dict[str, None] = dict.fromkeys(register.unique)
        for atom in cell.atoms:
            if atom.field:
                named.setdefault(atom.field)
            named.update(dict.fromkeys(_names(atom.form.terms)))
        named.update(dict.fromkeys(_names([(key, 1) for key in cell.sums])))
        for pick in picks:
            named.update(pick.row.used)
        named.update(dict.fromkeys(filter(None, (register.date, year_field(register)))))
        yield from (name for name in register.fields if name in named)


def _names(terms: Iterable[tuple[Key, int]]) -> Iterator[str]:
    for key, _ in terms:
        if isinstance(key, str):
            yield key
        elif isinstance(key, Part):
            yield from _names(key.form.terms)


def _before(kinds: Kinds, pick: Picked, other: Row, row: Row) -> z3.BoolRef:
    """Another record that matches comes before the last one (or after the first)."""
    register = kinds.prototype.register
    name = register.date or year_field(register)
    if not name:
        return z3.BoolVal(False)  # noqa: FBT003 -- nothing orders them
    if pick.which == "last":
        return other.number(name) < row.number(name)
    return other.number(name) > row.number(name)


def _distinct(kinds: Kinds, rows: list[Row]) -> Iterator[z3.BoolRef]:
    register = kinds.prototype.register
    names = register.unique
    if not names or register.agree:
        return
    for i, one in enumerate(rows):
        for other in rows[:i]:
            same = []
            for name in names:
                both = z3.And(one.empty(name), other.empty(name))
                neither = z3.And(z3.Not(one.empty(name)), z3.Not(other.empty(name)))
                equal = cell_of(one, name) == cell_of(other, name)
                same.append(z3.Or(both, z3.And(neither, equal)))
            yield z3.Not(z3.And(*same))


def late(small: Smallest, row: Row, names: Iterable[str]) -> None:
    """Put every day on the last of the year, as far as that can be."""
    for name in names:
        if row.prototype.register.fields[name].type.kind is Kind.DAY:
            small.may(row.number(name) == ON)


def _together(rows: list[Written]) -> list[Written]:
    """Equal rows as one with ``times``."""
    found: list[tuple[Written, int]] = []
    for row in rows:
        if found and found[-1][0] == row:
            found[-1] = (row, found[-1][1] + 1)
        else:
            found.append((row, 1))
    return [row if n == 1 else {"times": str(n), **row} for row, n in found]
