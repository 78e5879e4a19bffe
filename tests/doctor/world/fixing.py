"""Facts of real records as constraints on a world: what it leaves free is fixed as they have it."""

import z3

from tests.oracle.random_records import Maker
from xingping.doctor.world.cell import Part
from xingping.doctor.world.free import ON, YEAR
from xingping.policy.language.tree import Kind
from xingping.rating.compile.cells import year_field


class Complete(Maker):
    """Draws records in which nothing is unknown: every cell is filled, every register kept."""

    def _mood(self):
        return self.rng.choice((0.5, 0.9)), 0

    def _keep(self, _units):
        for name in sorted(self.reads.registers):
            self.rows["kept"] += [
                {"register": name, "year": year, "unit": "*"} for year in range(YEAR - 25, YEAR + 1)
            ]

    def _of_owner(self, register):
        if register.id == "findings":
            known = [c.id for c in self.scheme.criteria.values() if c.standards]
            return [{"criterion": name, "year": YEAR} for name in known]
        if register.id == "points":
            known = sorted(self.reads.words["points", "item"])
            return [{"item": name, "year": YEAR} for name in known]
        return super()._of_owner(register)

    def _own_fields(self, row, units):
        return {
            name: self.rng.choice(units) if value is None else value
            for name, value in super()._own_fields(row, units).items()
        }

    def row(self, register, owner, made, rated):
        row = super().row(register, owner, made, rated)
        for spec in register.fields.values():
            value = row[spec.id]
            if spec.type.kind is Kind.DAY and value is not None:
                row[spec.id] = min(value, ON)
        return row


def rows_of(records, name, subject):
    """The records of a unit in one register, as cells."""
    table = records.tables.get(name)
    count = len(table) if table else 0
    rows = [{column: values[i] for column, values in table.columns.items()} for i in range(count)]
    return [row for row in rows if row.get("unit") == subject]


def values(row, cells):
    """The variables of one record and what they are."""
    found = []
    for spec in row.prototype.register.fields.values():
        value = cells.get(spec.id)
        if spec.none:
            found.append((z3.Bool(f"{row.name}.{spec.id}?"), z3.BoolVal(value is None)))
        if value is None:
            continue
        if spec.type.kind is Kind.YES:
            found.append((z3.Bool(f"{row.name}.{spec.id}!"), z3.BoolVal(bool(value))))
        elif isinstance(value, str):
            found.append((row.number(spec.id), z3.IntVal(row.code(spec.id, value))))
        else:
            found.append((row.number(spec.id), z3.IntVal(value)))
    return found


def holds(condition, row, cells):
    return z3.is_true(z3.simplify(z3.substitute(condition, *values(row, cells))))


def fixed(world, records, subject):
    """What the records say of everything that the world has been asked about."""
    found = [variable == value for variable, value in values(world.own, own(records, subject))]
    for (register, link), kinds in world.gathering.kinds.items():
        if not link:
            found += _kinds(kinds, rows_of(records, register, subject))
    for pick in world.gathering.picked.values():
        found += _pick(pick, rows_of(records, pick.rows.register, subject))
    return found


def own(records, subject):
    return rows_of(records, "units", subject)[0]


def _kinds(kinds, records):
    mine = {id(cell): [] for cell in kinds.leaves}
    for cells in records:
        placed = [c for c in kinds.leaves if holds(z3.And(*kinds.told(c), True), kinds.row, cells)]
        assert len(placed) == 1, (kinds.name, cells)
        mine[id(placed[0])].append(cells)
    for cell in kinds.leaves:
        yield cell.count == len(mine[id(cell)])
        for key, total in cell.sums.items():
            yield total == sum(_amount(kinds, key, cells) for cells in mine[id(cell)])


def _amount(kinds, key, cells):
    if isinstance(key, Part):
        whole = key.form.constant + sum(t * _amount(kinds, k, cells) for k, t in key.form.terms)
        return whole // key.by
    return cells[key] or 0


def _last(pick, records):
    """The records that may be the first or last of those that match."""
    matching = [c for c in records if holds(pick.space.term(pick.where), pick.row, c)]
    register = pick.row.prototype.register
    name = register.date or year_field(register)
    end = (max if pick.which == "last" else min)((c[name] for c in matching), default=None)
    return [cells for cells in matching if cells[name] == end]


def _pick(pick, records):
    found = _last(pick, records)
    return [variable == value for one in found[:1] for variable, value in values(pick.row, one)]


def disputed(world, records, subject):
    """Whether two records of one day may be the last: then nothing is known of it."""
    return any(
        len(_last(pick, rows_of(records, pick.rows.register, subject))) > 1
        for pick in world.gathering.picked.values()
    )
