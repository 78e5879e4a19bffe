"""What a rating is about: scheme, records and season, and the place where a rule is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tests.oracle import days
from xingping.policy.catalogue import Register
from xingping.policy.language.tree import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """One record as the day of the rating sees it.

    ``sure``: it has certainly happened. ``ahead``: planned for a day still to come. ``complete``:
    nothing about it is unknown (made by completing it); an empty cell then says *none*.
    """

    register: Register
    key: tuple[object, ...]
    cells: Mapping[str, object]
    day: int | None = None
    years: tuple[int, int] | None = None
    sure: bool = True
    ahead: bool = False
    complete: bool = False
    free: bool = False


@dataclass
class World:
    """``parameters``: id -> text or number. ``count``: what `all` is, if not all subjects.
    ``complete``: the records leave nothing unknown; an empty cell says none."""

    scheme: object
    records: object
    year: int
    on: int
    parameters: Mapping[str, object] = field(default_factory=dict)
    count: int | None = None
    complete: bool = False
    tables: dict[str, list[Row]] = field(default_factory=dict)
    memo: dict[object, object] = field(default_factory=dict)

    def __post_init__(self):
        self.period = days.period(self.scheme.cycle, self.year, self.on)
        for name, table in self.records.tables.items():
            register = self.scheme.catalogue.registers[name]
            rows = [
                {column: values[i] for column, values in table.columns.items()}
                for i in range(len(table))
            ]
            seen = (as_seen(register, i, cells, self.on) for i, cells in enumerate(rows))
            self.tables[name] = [row for row in seen if row is not None]
            if self.complete:
                raw = [rows[row.key[1]] for row in self.tables[name]]
                self.tables[name] = [
                    replace(row, complete=True, cells=cells if row.ahead else row.cells)
                    for row, cells in zip(self.tables[name], raw, strict=True)
                ]
        self.kept = {
            (row.cells["register"], row.cells["year"], row.cells["unit"])
            for row in self.tables.get("kept", [])
        }
        who = self.scheme.catalogue.registers[self.scheme.subject]
        self.id_field = next(f.id for f in who.fields.values() if f.is_id)
        listed = self.tables.get(self.scheme.subject, [])
        self.own = {row.cells[self.id_field]: row for row in listed}
        self.subjects = list(self.own)

    def is_kept(self, register, unit, first, last):
        """Whether every year between two days was declared as kept for that unit, or for all."""
        if not register.kept_yearly:
            return True
        if first is None:
            return False
        years = range(days.year_of(first), days.year_of(last) + 1)
        return all(
            (register.id, year, unit) in self.kept or (register.id, year, "*") in self.kept
            for year in years
        )

    def at(self, subject):
        return Here(self, subject, self.period)


@dataclass(frozen=True, slots=True)
class Here:
    """Where a rule is read: the subject, the period at hand, the rows and criterion at hand."""

    world: World
    subject: str
    period: tuple[int, int]
    rows: Mapping[str, Row] = field(default_factory=dict)
    criterion: object = None

    def within(self, row):
        return replace(self, rows={**self.rows, row.register.id: row})

    def during(self, period):
        return replace(self, period=period)

    def of(self, criterion):
        return replace(self, criterion=criterion)


def as_seen(register, number, cells, on):
    """The record on the day of the rating, or nothing if it has not happened."""
    placed = cells.get(register.date) if register.date else None
    ahead = placed is not None and placed > on
    if ahead and not (register.planned and not register.placed_by_year):
        return None
    kept = {
        name: None if _to_come(register, name, value, on) else value
        for name, value in cells.items()
    }
    row = Row(register, (register.id, number), kept, ahead=ahead)
    if register.date and not register.placed_by_year:
        return replace(row, day=placed)
    year = next((cells.get(f.id) for f in register.fields.values() if f.year), None)
    years = None if year is None else (year, year)
    unsure = bool(register.date) and placed is None
    return replace(row, day=placed, years=years, sure=not unsure)


def _to_come(register, name, value, on):
    spec = register.fields.get(name)
    is_day = spec is not None and spec.type.kind is Kind.DAY
    return is_day and value is not None and value > on and name != register.date


def in_span(row, first, last):
    """Whether the row lies between two days; a year lies in every window that touches it."""
    if row.years is not None:
        low, high = days.year_span(*row.years)
        return (first is None or high >= first) and low <= last
    if row.day is None:
        return True
    return (first is None or row.day >= first) and row.day <= last


def number(spec, raw):
    return Fraction(raw) * spec.step
