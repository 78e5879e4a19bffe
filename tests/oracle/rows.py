"""Which records a rule runs over, whose they are, and whether there may be more."""

from __future__ import annotations

from tests.oracle import days
from tests.oracle.world import in_span
from xingping.policy.language.tree import Rows


def listed(rows, here):
    """The rows in the window (before `where`), and whether that is certainly all of them."""
    world = here.world
    register = world.scheme.catalogue.registers[rows.name]
    first, last = days.window(rows.window, here.period, world.scheme.cycle, world.on)
    targets, whole = _targets(rows.link, register, here)
    found, complete = [], whole
    for column, target, unit in targets:
        mine = [r for r in world.tables.get(rows.name, []) if _is_of(r, column, target, world)]
        found += [row for row in mine if in_span(row, first, last)]
        complete = complete and world.is_kept(register, unit, first, last)
    return found, complete


def _targets(link, register, here):
    """(id column, id, unit whose keeping counts) of each one whose records are read."""
    world = here.world
    own = world.own[here.subject].cells
    if not link:
        column = subject_column(register, world)
        unit = own.get("unit") if world.scheme.subject == "members" else here.subject
        return [(column, here.subject, unit)], True
    if link in world.scheme.catalogue.registers:
        return _pairs(link, register, here)
    target = own.get(link)
    if target is None:  # nobody where an empty cell says none, else nobody knows who
        return [], world.own[here.subject].register.fields[link].none
    column = link if register.subject in ("rated", "subject") else register.subject
    return [(column, target, target)], True


def _pairs(link, register, here):
    pairs, whole = listed(Rows("register", link), here)
    ids = dict.fromkeys(row.cells.get(register.subject) for row in pairs)
    return [(register.subject, target, target) for target in ids], whole


def subject_column(register, world):
    """The column that names the rated subject in this register."""
    if register.subject in ("rated", "subject"):
        return world.id_field
    if register.subject == "unit" and world.id_field == "member":
        return "member"
    return register.subject


def _is_of(row, column, target, world):
    if row.cells.get(column) != target:
        return False
    others = row.register.subject == "rated" and column == "unit" and world.id_field == "unit"
    return not (others and "member" in row.register.fields and row.cells.get("member"))
