"""Random records for any scheme: mostly good, with holes, boundaries and days around the edges."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import strategies as st

from tests.oracle.reads import reads
from xingping.policy.language.tree import Kind
from xingping.records.table import Records, Table

BOUNDARIES = (0, 60, 70, 75, 79.99, 80, 84.99, 85, 89.99, 90, 94.99, 95, 96, 100)
ONCE = ("declarations", "titles", "assessments", "surveys")
"""Registers with at most one record of a subject and year."""


class Maker:
    """Draws the records of one season of ``scheme``; all chance comes from ``rng``."""

    def __init__(self, scheme, rng, year, on):
        self.scheme, self.rng, self.year, self.on = scheme, rng, year, on
        self.reads = reads(scheme)
        self.moods = {}
        self.good, self.hole = self._mood()
        self.rows = {name: [] for name in scheme.catalogue.registers}

    def _mood(self):
        """How good a subject's records are, and how often one of its cells is empty."""
        good = self.rng.choice((0.5, 0.9, 0.98, 1, 1))
        return good, self.rng.choice((0, 0, 0.05, 0.3))

    def records(self, subjects, *, groups=2):
        """Records of ``subjects`` units, or of members in two units."""
        units = self._units(subjects, groups)
        rated = units if self.scheme.subject == "units" else self._members(subjects, units)
        for name in sorted(self.reads.registers - {"units", "members", "kept"}):
            self._register(self.scheme.catalogue.registers[name], units, rated)
        self._keep(units)
        return as_records(self.rows, self.rng)

    def _units(self, subjects, groups):
        count = subjects if self.scheme.subject == "units" else 2
        units = [f"u{number:02d}" for number in range(count)]
        for unit in units:
            self.good, self.hole = self._mood()
            group = f"g{self.rng.randrange(groups)}"
            row = {"unit": unit, "name": unit, "group": group, "since": None}
            self.rows["units"].append({**row, **self._own_fields(row, units)})
        return units

    def _own_fields(self, row, units):
        """What a scheme adds to the register of units; a text there names another unit."""
        spare = [
            spec
            for spec in self.scheme.catalogue.registers["units"].fields.values()
            if spec.id not in row
        ]
        found = {}
        for spec in spare:
            texts = [None, *units] if spec.type.kind is Kind.TEXT else None
            register = self.scheme.catalogue.registers["units"]
            found[spec.id] = self.rng.choice(texts) if texts else self._cell(register, spec, row)
        return found

    def _members(self, subjects, units):
        members = [f"m{number:02d}" for number in range(subjects)]
        for member in members:
            row = {"member": member, "name": member, "unit": self.rng.choice(units)}
            self.rows["members"].append({**row, "joined_on": None, "status": "formal"})
        return members

    def _keep(self, units):
        known = self.scheme.catalogue.registers
        sloppy = self.rng.choice((0, 0, 0.05, 0.3))
        for name in sorted(self.reads.registers):
            for year in range(self.year - 3, self.year + 1) if known[name].kept_yearly else ():
                if self.rng.random() >= sloppy:
                    self.rows["kept"].append({"register": name, "year": year, "unit": "*"})
                    continue
                self.rows["kept"] += [
                    {"register": name, "year": year, "unit": unit}
                    for unit in units
                    if self.rng.random() < 0.5
                ]

    def _register(self, register, units, rated):
        by_unit = register.subject == "unit" or (
            register.subject == "rated" and self.scheme.subject == "units"
        )
        harms = register.made_by in ("department", "superior") and register.date
        for owner in units if by_unit else rated:
            self.good, self.hole = self.moods.setdefault(owner, self._mood())
            seen = set()
            for made in self._of_owner(register):
                if harms and self.rng.random() < self.good - 0.1 * (register.made_by == "superior"):
                    continue
                row = self.row(register, owner, made, rated)
                key = tuple(row.get(field) for field in unique_fields(register))
                if key not in seen or not unique_fields(register):
                    seen.add(key)
                    self.rows[register.id].append(row)

    def _of_owner(self, register):
        """What each row of one owner starts from: one for each item, or a few at random."""
        item = next((f for f in ("criterion", "item", "clause") if f in register.fields), None)
        if item is not None:
            words = sorted(self.reads.words.get((register.id, item), ()))
            skip = self.rng.choice((0, 0, 0.2))
            return [{item: word} for word in words if self.rng.random() >= skip]
        if register.id == "ballots":
            ways = ("self", "fellow", "fellow", "fellow", "committee", "committee")
            listed = self.scheme.catalogue.choices[register.fields["by"].type.choices]
            if "fellow" not in listed:
                ways = [by for by in listed for _ in range(1 if by == "self" else 3)]
            return [
                {"by": by, "dimension": d}
                for d in range(1, 6)
                for by in ways
                if self.rng.random() < 0.98
            ]
        if "quarter" in register.fields:
            return [{"quarter": q} for q in (None, 1, 2, 3, 4) if self.rng.random() < self.good]
        if register.id in ONCE:
            kept = 0.1 if register.id == "titles" else 0.95
            return [{"year": self.year} for _ in range(1) if self.rng.random() < kept]
        return [{} for _ in range(self.rng.choice((0, 1, 2, 3) if self.good < 0.9 else (2, 3, 4)))]

    def row(self, register, owner, made, rated):
        """One record; ``made`` are cells already chosen."""
        row = dict.fromkeys(register.fields)
        row.update(made)
        for column in ("unit", "member", register.subject):
            if column in register.fields:
                row[column] = self._owner(register, column, owner, rated)
        older = [] if self.good == 1 else [self.year - 1, self.year - 2]
        years = [*[self.year] * 8, *older]
        for spec in register.fields.values():
            if spec.id in row and row[spec.id] is not None:
                continue
            if spec.year:
                row[spec.id] = self.rng.choice(years)
            elif spec.id == register.date:
                row[spec.id] = self._day(register)
            elif spec.id not in ("unit", "member", register.subject, *made):
                row[spec.id] = self._cell(register, spec, row)
        return row

    def _owner(self, register, column, owner, rated):
        if column == "unit" and owner in rated and self.scheme.subject == "members":
            return next(r["unit"] for r in self.rows["members"] if r["member"] == owner)
        if column == "member" and register.subject in ("unit", "rated"):
            if self.scheme.subject == "members" and register.subject == "rated":
                return owner
            return self.rng.choice([None, *rated]) if self.scheme.subject == "members" else None
        return owner

    def _day(self, register):
        if register.placed_by_year and self.rng.random() < self.hole:
            return None
        first, last = date(self.year, 1, 1).toordinal(), date(self.year, 12, 31).toordinal()
        edges = [first - 1, first, last, last + 1, self.on - 1, self.on, self.on + 1]
        if self.rng.random() < 0.3 * (self.good < 1):
            return self.rng.choice(edges)
        return self.rng.randrange(first - (400 if self.rng.random() < 0.2 else 0), last + 1)

    def _cell(self, register, spec, row):
        if spec.id == "choice":
            return self.rng.choice(self.reads.options.get(row["item"], [None]))
        never = register.id in ONCE or spec.id == "level"
        if not never and self.rng.random() < (max(self.hole, 0.15) if spec.none else self.hole):
            return None
        kind = spec.type.kind
        if kind is Kind.YES:
            return (self.rng.random() < self.good) != (spec.id in ("holds", "serious"))
        if kind is Kind.CHOICE:
            words = sorted(self.reads.words.get((register.id, spec.id), set()) - {"none"})
            known = list(self.scheme.catalogue.choices[spec.type.choices])
            return self.rng.choice(words if words and self.rng.random() < self.good else known)
        if kind is Kind.DAY:
            near = row.get(register.date) or self.on
            late = () if self.good == 1 else (1, 30)
            return near + self.rng.choice((-30, -1, 0, 0, *late))
        if kind is Kind.TEXT:
            words = sorted(self.reads.words.get((register.id, spec.id), ()))
            return self.rng.choice([*words, "text"])
        return self._number(register, spec, row)

    def _number(self, register, spec, row):
        if spec.id in ("level", "stars"):
            found = sorted(self.reads.levels.get(row.get("criterion"), ()))
            levels = found or [level.value for level in self.scheme.levels]
            levels = [level for level in levels if level or register.id != "declarations"]
            none = [] if register.id == "declarations" else [0]
            return (
                levels[-1] if self.rng.random() < self.good else self.rng.choice([*none, *levels])
            )
        low, high = spec.low, spec.high
        if (row.get("item") or "") in self.reads.ranges:
            low, high = self.reads.ranges[row["item"]]
        if spec.to:
            top = row.get(spec.to)
            if top is None:
                return None if self.rng.random() < 0.5 else 0
            return top if self.rng.random() < self.good else self.rng.randint(0, top)
        if spec.step == 1:
            if high is not None and high <= 20:
                return self.rng.randint(int(low), int(high))
            return self.rng.choice((10, 15, 20) if self.good == 1 else (1, 2, 5, 7, 9, 10, 15))
        return int(self._points(low, high) / spec.step)

    def _points(self, low, high):
        if high is None or high > 100:
            return self.rng.randrange(0, 12)
        if self.rng.random() < self.good:
            return high - (high - low) * self.rng.choice((0, 0, 1, 1, 2)) / 20
        edges = [edge for edge in BOUNDARIES if low <= edge <= high]
        return self.rng.choice([low, high, *(round(100 * edge) / 100 for edge in edges)])


def unique_fields(register):
    """Fields in which no two rows of one owner agree."""
    names = [f for f in ("year", "criterion", "item", "quarter") if f in register.fields]
    return names if register.id in (*ONCE, "findings", "points", "plans") else []


def as_records(rows, rng=None):
    """Tables from rows; shuffled if chance is given."""
    tables = {}
    for name, made in rows.items():
        if rng is not None:
            rng.shuffle(made)
        if made:
            columns = list(dict.fromkeys(column for row in made for column in row))
            tables[name] = Table(
                name,
                {column: [row.get(column) for row in made] for column in columns},
                [f"{name}.csv:{number}" for number in range(2, len(made) + 2)],
            )
    return Records(tables)


def days_of(year):
    """Days of a rating: in the year, its last, and soon after."""
    edges = [(year, 1, 1), (year, 6, 30), (year, 10, 31), (year, 12, 31), (year + 1, 1, 20)]
    return [date(*edge).toordinal() for edge in edges]


@st.composite
def seasons(draw, scheme, most=5, year=2026):
    """(records, year, on): a season of ``scheme`` with up to ``most`` subjects."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    on = draw(st.sampled_from(days_of(year)))
    subjects = draw(st.integers(1, most))
    return Maker(scheme, rng, year, on).records(subjects), year, on
