"""Worked examples of several subjects, by the plain evaluator: as far as it knows the mechanics.

It knows ranks, and the one quota that the records contract defines; the rest is left to others.
"""

from __future__ import annotations

from tests.oracle import evaluate, rate, selection
from tests.oracle.examples import (
    UNIT,
    Case,
    Owner,
    as_wanted,
    day_of,
    found,
    kept_rows,
    made_rows,
    other_fields,
    season_of,
    table,
    wanted,
)
from tests.oracle.values import SURE, Num
from tests.oracle.world import World
from xingping.records.table import Records

LIMITED = ("at most", "exactly")
REACH_ALL = ("stars", "state")


def known(scheme):
    """Whether the plain evaluator shares out the places of this scheme."""
    lowest = scheme.levels[0].id
    quotas = [q for q in scheme.quotas.values() if q.kind in LIMITED]
    return all(rate.selects(q) and q.beyond == lowest and q.within == "all" for q in quotas)


def prepare(scheme, example):
    """The facts of an example of several subjects as a Case."""
    given = dict(example.given)
    parameters = season_of(scheme, given)
    base = given.pop("subject", {})
    people = [(name, one.given) for one in example.subjects for name in one.names]
    owners = {
        name: owner(scheme, name, {**base, **own.get("subject", {})}, example)
        for name, own in people
    }
    rows = {name: [] for name in scheme.catalogue.registers}
    rows["kept"] = kept_rows(scheme, example.kept)
    if scheme.subject != "units":
        empty = dict.fromkeys(other_fields(scheme.catalogue.registers["units"]))
        units = dict.fromkeys(o.unit for o in owners.values())
        rows["units"] = [{"unit": u, "name": u, **empty} for u in units]
    for name, own in people:
        written = {"name": name, **base, **own.get("subject", {})}
        facts = {scheme.subject: [written], **given, **own}
        for register in facts.keys() & rows.keys():
            for row in facts[register]:
                spec = scheme.catalogue.registers[register]
                rows[register] += made_rows(scheme, spec, row, owners[name])
    tables = {name: table(name, cells) for name, cells in rows.items() if cells}
    return Case(
        scheme=scheme,
        criterion=example.criterion,
        records=Records(tables),
        parameters=parameters,
        count=None,
        expect=example.expect,
        on=day_of(example),
    )


def owner(scheme, name, own, example):
    """Whose rows those of one subject are."""
    unit = name if scheme.subject == "units" else own.get("unit", UNIT)
    return Owner(name, unit, day_of(example))


def about_others(scheme, example):
    """Whether rows are shared that say themselves whose they are (to be there once, not for each)."""
    owners = {"unit", "member", "household", "firm"} & set().union(
        *(row for rows in example.given.values() if isinstance(rows, list) for row in rows)
    )
    registers = scheme.catalogue.registers
    given = {name for one in (example, *example.subjects) for name in one.given}
    of_units = any(registers[name].subject == "unit" for name in given & registers.keys())
    return bool(owners) or (scheme.subject != "units" and of_units)


def check(scheme, example):
    """(subject, what, expected, found) for all that the plain evaluator says otherwise."""
    case = prepare(scheme, example)
    world = World(scheme, case.records, case.year, case.on, dict(case.parameters))
    chosen = {}
    for quota in scheme.quotas.values():
        if quota.kind in LIMITED and known(scheme):
            chosen = selection.choose(world, quota)
    asked = [
        (n, w, t) for one in example.subjects for n in one.names for w, t in one.expect.items()
    ]
    wrong = []
    for name, what, text in asked:
        if " " not in what and (known(scheme) or what not in REACH_ALL):
            got = _found(world, case, name, what, chosen.get(name))
            want = text if what == "state" else wanted(scheme, text)
            if got != want:
                wrong.append((name, what, text, got))
    return wrong + [
        (what, text, got)
        for what, text in example.expect.items()
        for got in _of_all(world, what)
        if got != wanted(scheme, text)
    ]


def _found(world, case, name, what, chosen):
    here = world.at(name)
    if case.criterion:
        return found(world, Case(**{**_slots(case), "subject": name}), what)
    stars = rate.placed(here, chosen)
    if what == "stars":
        return as_wanted(stars)
    if what == "state":
        return rate.state(here, stars, chosen)
    value = rate.named(world, name, what)
    if what in world.scheme.ranks and isinstance(value, Num) and value.none == SURE:
        return "none"
    return as_wanted(value)


def _slots(case):
    return {name: getattr(case, name) for name in case.__slots__}


def _of_all(world, what):
    """What is said of all, if the plain evaluator can tell: the places of one quota, a target."""
    scheme, limited = world.scheme, bool(world.scheme.quotas)
    if what == "places" and known(scheme) and limited:
        quota = next(iter(scheme.quotas.values()))
        if quota.kind in LIMITED:
            yield as_wanted(Num(*[selection.places(world, quota)] * 2))
    if what in scheme.targets and not limited:
        value = evaluate.condition(scheme.targets[what].rule.tree, world.at(world.subjects[0]))
        if value.certain or not value.possible:  # it leaves open what a sharper bound decides
            yield as_wanted(value, verdict=True)
