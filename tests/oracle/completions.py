"""Every way (or some) in which what is not known may turn out: brute force, for small cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.oracle.fields import emptiness
from tests.oracle.fill import candidates, fits
from tests.oracle.random_records import Maker, as_records
from tests.oracle.reads import reads
from tests.oracle.values import MAYBE, NO
from tests.oracle.world import World, as_seen


class Completer:
    """Fills in a season of ``scheme``; all chance comes from ``rng``."""

    def __init__(self, scheme, records, year, on, rng):
        self.scheme, self.year, self.on, self.rng = scheme, year, on, rng
        self.world = World(scheme, records, year, on)
        self.reads = reads(scheme)
        self.records = records
        self.maker = Maker(scheme, rng, year, on)
        self.maker.hole = 0

    def complete(self):
        """Records in which nothing is unknown: to be read by a World that is complete."""
        rows = {name: self._table(name) for name in self.scheme.catalogue.registers}
        for name in sorted(self.reads.registers):
            rows[name] += self._unseen(self.scheme.catalogue.registers[name])
        rows["points"] = rows.get("points", []) + self._given("points", "item")
        rows["findings"] = rows.get("findings", []) + self._given("findings", "criterion")
        rows["kept"] = [
            {"register": name, "year": year, "unit": "*"}
            for name in self.scheme.catalogue.registers
            for year in range(self.year - 30, self.year + 2)
        ]
        return as_records(rows)

    def fill_cells(self):
        """The same records with the empty cells of what has happened filled in, and no more."""
        rows = {}
        for name, table in self.records.tables.items():
            register = self.scheme.catalogue.registers[name]
            rows[name] = []
            for number in range(len(table)):
                cells = {column: values[number] for column, values in table.columns.items()}
                seen = as_seen(register, number, cells, self.on)
                fillable = seen is not None and seen.sure and not seen.ahead
                if fillable and name in self.reads.registers:
                    cells = {**self._filled(seen).cells, **_given(cells)}
                rows[name].append(cells)
        return as_records(rows)

    def _table(self, name):
        table = self.records.tables.get(name)
        register = self.scheme.catalogue.registers[name]
        found = []
        for number in range(len(table) if table else 0):
            cells = {column: values[number] for column, values in table.columns.items()}
            row = as_seen(register, number, cells, self.on)
            if row is not None and name in self.reads.registers:
                row = self._filled(row)
            if row is not None:
                found.append(dict(row.cells))
        return found

    def _filled(self, row):
        """The record with every unknown cell filled in, or None if it never happened."""
        if not row.sure:
            if self.rng.random() < 0.5:
                return None
            first = date(self.year, 1, 1).toordinal()
            day = self.rng.randrange(min(first, self.on), self.on + 1)
            row = replace(row, cells={**row.cells, row.register.date: day})
        cells = dict(row.cells)
        for _ in range(200):
            for spec in row.register.fields.values():
                if row.cells.get(spec.id) is None:
                    cells[spec.id] = self._cell(row, spec)
            if fits(replace(row, cells=cells)):
                break
        else:
            raise AssertionError("no way to fill this record in")
        return replace(row, cells=cells)

    def _cell(self, row, spec):
        if spec.is_id or spec.refers or spec.id in ("unit", "member") or _none(row, spec):
            return None
        words = self.reads.words.get((row.register.id, spec.id), set()) - {"none"}
        choices = candidates(spec, row, {1, 2, 10}, words, self.world)
        chosen = self.rng.choice(choices)
        if row.ahead and spec.later and chosen is not None and spec.type.kind == "day":
            return max(chosen, self.on + 1)
        return chosen

    def _unseen(self, register):
        """Up to two more records of each subject for each year not kept."""
        if not register.kept_yearly:
            return []
        found = []
        for row in self.world.tables.get("units", []):
            unit = row.cells["unit"]
            for year in range(self.year - 3, self.year + 1):
                first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
                if not self.world.is_kept(register, unit, first, last):
                    more = self.rng.choice((0, 0, 1, 2))
                    found += [self._new(register, unit, first, last) for _ in range(more)]
        return [row for row in found if row is not None]

    def _new(self, register, unit, first, last):
        top = last if register.planned else min(last, self.on)
        if top < first:
            return None
        made = {"unit": unit}
        if register.date:
            made[register.date] = self.rng.randint(first, top)
        made |= {
            spec.id: date.fromordinal(first).year for spec in register.fields.values() if spec.year
        }
        row = self.maker.row(register, unit, made, self.world.subjects)
        seen = as_seen(register, -1, row, self.on)
        filled = self._filled(seen)
        return dict(filled.cells)

    def _given(self, register, field):
        """Rows for what a reviewer has not decided yet."""
        what = {"points": ("assessed", "chosen"), "findings": ("judged",)}[register]
        items = sorted({node.item for node in self.reads.asked if node.what in what})
        spec = self.scheme.catalogue.registers[register]
        found = []
        for subject in self.world.subjects:
            rows = self.world.tables.get(register, [])
            id_field = self.world.id_field
            known = {
                r.cells[field]
                for r in rows
                if r.cells[id_field] == subject and r.cells["year"] == self.year
            }
            for item in items:
                if item not in known:
                    made = {field: item, "year": self.year}
                    row = self.maker.row(spec, subject, made, self.world.subjects)
                    found.append({**row, id_field: subject})
        return found


def _given(cells):
    return {name: value for name, value in cells.items() if value is not None}


def _none(row, spec):
    """Whether the empty cell already says none, or nobody reads it."""
    return emptiness(row, spec) not in (NO, MAYBE)
