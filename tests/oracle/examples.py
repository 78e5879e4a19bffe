"""Worked examples as records and what they should give, for whoever rates them.

`prepare` turns an Example into a `Case`; `wanted` reads what is expected; `check` runs a case
through the plain evaluator and tells what differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tests.oracle import criteria, outcome, rate
from tests.oracle.values import SURE, Cond
from tests.oracle.world import World
from xingping.policy.language.tree import Kind
from xingping.records.table import Records, Table

YEAR, SUBJECT, UNIT = 2026, "s1", "u1"
ON = date(YEAR, 12, 31).toordinal()
YEARS_KEPT = 30
VERDICTS = {"met": (True, True), "not met": (False, False), "unknown": (False, True)}
ROW_KEYS = ("ago", "times", "every")


@dataclass(frozen=True, slots=True)
class Case:
    """An example made ready: ``count``: how many subjects `all` is, or None for those there."""

    scheme: object
    criterion: str
    records: Records
    parameters: Mapping[str, str]
    count: int | None
    expect: Mapping[str, str]
    year: int = YEAR
    on: int = ON
    subject: str = SUBJECT


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose rows they are: the subject, the unit of a member; ``on``: the day of the rating."""

    subject: str = SUBJECT
    unit: str = UNIT
    on: int = ON


def prepare(scheme, example):
    """The records, parameters and expectations of one worked example.

    What is not given is kept and empty; rows get the subject's id and the last day of the year
    unless they say otherwise; the season's parameters are 85 points, and 2026 as the first year.
    """
    given = dict(example.given)
    parameters = season_of(scheme, given)
    count = given.pop("all", None)
    rows = {name: [] for name in scheme.catalogue.registers}
    rows["kept"] = kept_rows(scheme, example.kept)
    _add_subject(scheme, rows, given.pop("subject", {}))
    if "judged" in given:
        finding = {"criterion": example.criterion, "level": given.pop("judged")}
        given["findings"] = [*given.get("findings", []), finding]
    for name, written in given.items():
        for row in written:
            register = scheme.catalogue.registers[name]
            rows[name] += made_rows(scheme, register, row, Owner(on=day_of(example)))
    tables = {name: table(name, cells) for name, cells in rows.items() if cells}
    return Case(
        scheme=scheme,
        criterion=example.criterion,
        records=Records(tables),
        parameters=parameters,
        count=None if count is None else int(count),
        expect=example.expect,
        on=day_of(example),
    )


def season_of(scheme, given):
    """The parameters, taken out of what is given."""
    return {
        name: str(given.pop(name, YEAR if name == "first_year" else 85))
        for name, spec in scheme.parameters.items()
        if name in given or (spec.default is None and spec.needed)
    }


def day_of(example):
    """The day of the rating, as an ordinal."""
    month_day = example.on or "12-31"
    parts = [int(part) for part in month_day.split("-")]
    return date(*(parts if len(parts) == 3 else (YEAR, *parts))).toordinal()


def kept_rows(scheme, years):
    """Rows of the register of registers kept, for all units."""
    return [
        {"register": name, "year": YEAR - back, "unit": "*"}
        for name, register in scheme.catalogue.registers.items()
        if register.kept_yearly
        for back in range(int(years.get(name, YEARS_KEPT)))
    ]


def _add_subject(scheme, rows, written):
    if scheme.subject != "units":
        units = scheme.catalogue.registers["units"]
        rows["units"].append({"unit": UNIT, "name": UNIT, **dict.fromkeys(other_fields(units))})
    register = scheme.catalogue.registers[scheme.subject]
    rows[scheme.subject] += made_rows(scheme, register, {"name": SUBJECT, **written})


def other_fields(register):
    return [name for name in register.fields if name not in ("unit", "name")]


def made_rows(scheme, register, written, owner=None):
    """The records that one row of an example stands for."""
    owner = owner or Owner()
    ago = int(written.get("ago", 0))
    cells = {
        name: cell(scheme, register.fields[name], text, YEAR - ago)
        for name, text in written.items()
        if name not in ROW_KEYS and text
    }
    whole = {name: cells.get(name) for name in register.fields}
    for name, value in _ids(scheme, register, owner).items():
        if whole.get(name) is None:
            whole[name] = value
    for spec in register.fields.values():
        if spec.year and whole[spec.id] is None:
            whole[spec.id] = YEAR - ago
    made = [dict(whole) for _ in range(int(written.get("times", 1)))]
    if register.date and whole[register.date] is None:
        return [
            {**row, register.date: day} for row in made for day in _days(written, ago, owner.on)
        ]
    return made


def _days(written, ago, on):
    if written.get("every") == "month":
        return [date(YEAR - ago, month, 15).toordinal() for month in range(1, 13)]
    return [min(date(YEAR - ago, 12, 31).toordinal(), on)]


def _ids(scheme, register, owner):
    """The ids that a row has unless it says otherwise."""
    rated = next(
        f.id for f in scheme.catalogue.registers[scheme.subject].fields.values() if f.is_id
    )
    unit = owner.subject if rated == "unit" else owner.unit
    names_subject = register.subject in ("rated", "subject", rated) or register.id == scheme.subject
    found = {"unit": unit} if "unit" in register.fields or register.subject == "subject" else {}
    return {**found, **({rated: owner.subject} if names_subject else {})}


def cell(scheme, spec, text, year):
    """A cell as records hold it, from a text of an example."""
    kind = spec.type.kind
    if kind is Kind.YES:
        return text in ("yes", "是")
    if kind is Kind.DAY:
        parts = [int(part) for part in text.split("-")]
        return date(*(parts if len(parts) == 3 else (year, *parts))).toordinal()
    if kind is Kind.CHOICE:
        titles = scheme.catalogue.choices[spec.type.choices]
        return next((i for i, title in titles.items() if text in (i, title.zh, title.en)), text)
    if kind is Kind.NUMBER:
        steps = Fraction(text) / spec.step
        assert steps.denominator == 1, f"{text} is finer than the field {spec.id}"
        return int(steps)
    return text


def table(name, rows):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return Table(
        name,
        {column: [row.get(column) for row in rows] for column in columns},
        [f"{name}.csv:{number}" for number in range(2, len(rows) + 2)],
    )


def wanted(scheme, text):
    """What an expectation says: a verdict, yes or no, a state or text, or (low, high)."""
    if text in VERDICTS or text in ("yes", "no"):
        return text
    levels = {level.id: Fraction(level.value) for level in scheme.levels}
    ends = [levels.get(part) if part in levels else _fraction(part) for part in text.split(" to ")]
    if None in ends:
        return text
    return (ends[0], ends[-1])


def _fraction(text):
    try:
        return Fraction(text)
    except ValueError:
        return None


def check(case):
    """(what, expected, found) for every expectation that the plain evaluator does not meet."""
    world = World(
        case.scheme, case.records, case.year, case.on, dict(case.parameters), count=case.count
    )
    wrong = []
    for what, text in case.expect.items():
        if " " in what:  # of a part of the period: not known here
            continue
        got = found(world, case, what)
        want = wanted(case.scheme, text)
        if what == "state":
            want = text
        if got != want and not (text == "unknown" and got == "open"):
            wrong.append((what, text, got))
    return wrong


def found(world, case, what):
    """What the plain evaluator says, in the shape of `wanted`."""
    here = world.at(case.subject)
    if case.criterion:
        at = here.of(case.scheme.criteria[case.criterion])
        if what in case.scheme.criteria[case.criterion].standards:
            return as_wanted(criteria.verdict(at, what), verdict=True)
        if what in case.scheme.criteria[case.criterion].lines:
            line = case.scheme.criteria[case.criterion].lines[what]
            return as_wanted(criteria.line(at, line))
        return as_wanted(criteria.part(at, what))
    if what == "state":
        return rate.state(here, outcome.stars(here), None)
    return as_wanted(rate.named(world, case.subject, what))


def as_wanted(value, *, verdict=False):
    if isinstance(value, Cond):
        pair = (value.certain, value.possible)
        if verdict:
            return next(name for name, known in VERDICTS.items() if known == pair)
        return {(True, True): "yes", (False, False): "no"}.get(pair, "unknown")
    return "none" if value.none == SURE else (value.low, value.high)


def without_places(scheme):
    """The scheme without its quotas: an example has one subject, too few for a share."""
    return replace(scheme, quotas={})
