"""A worked example as records, parameters and a day: what the rating takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import cast

from xingping.policy.catalogue import Register
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.example import Example, ExampleSubject
from xingping.policy.scheme.outcome import FIRST_YEAR, Parameter
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.rows import YEAR, Cells, ExampleFaultyError, RowMaker, Written, table
from xingping.rating.facts import owner_column
from xingping.records.table import Records

ALONE, UNIT = "s1", "u1"
"""The only subject of an example, and the unit of members, unless it says otherwise."""
YEARS_KEPT = 30
_USUAL = Fraction(85)
_POPULATION = ("all", "rated", "eligible")
_UNITS, _KEPT = "units", "kept"


@dataclass(frozen=True, slots=True)
class Prepared:
    """``asked``: the ids of the subjects of each part (None: the only one).

    ``counts``: how many there are of ``all``, ``rated``, ``eligible``, where the example says so.
    """

    records: Records
    parameters: Mapping[str, object]
    on: date
    subjects: tuple[str, ...]
    counts: Mapping[str, int]


def prepare(scheme: Scheme, example: Example) -> Prepared:
    """The facts of one example.

    What is not given is kept and empty; rows get their subject's id, and the day of the rating
    unless they say otherwise. A parameter that is neither given nor has a default is 85, or as near
    as its bounds allow; the campaign begins in the rated year. Raises ExampleFaultyError.
    """
    on = _day(example)
    maker = RowMaker(scheme, on, example.at)
    shared = {
        name: value for name, value in example.given.items() if name in scheme.catalogue.registers
    }
    gather = _Gathering(scheme, maker, {name: [] for name in scheme.catalogue.registers})
    gather.rows[_KEPT] = list(_kept(scheme, example.kept))
    own = cast("Written", example.given.get("subject", {}))
    for one in example.subjects or (_alone(example),):
        for subject in one.names:
            gather.add(subject, {**own, **cast("Written", one.given.get("subject", {}))})
    gather.share(shared, example)
    for one in example.subjects or (_alone(example),):
        judged = one.given.get("judged", example.given.get("judged"))
        for subject in one.names:
            gather.own(subject, one.given, example.criterion, judged)
    tables = {name: table(name, rows) for name, rows in gather.rows.items() if rows}
    return Prepared(
        records=Records(tables),
        parameters=dict(_parameters(scheme, example)),
        on=on,
        subjects=tuple(gather.units),
        counts={
            name: int(str(example.given[name])) for name in _POPULATION if name in example.given
        },
    )


def _alone(example: Example) -> ExampleSubject:
    return ExampleSubject(ALONE, {}, {}, 1, example.at, {})


def _day(example: Example) -> date:
    if not example.on:
        return date(YEAR, 12, 31)
    whole = example.on if example.on.count("-") > 1 else f"{YEAR}-{example.on}"
    try:
        return date.fromisoformat(whole)
    except ValueError:
        why = Text(f"{YEAR} 年没有 {example.on} 这一天", f"{YEAR} has no day {example.on}")
        raise ExampleFaultyError(example.at, why) from None


def _parameters(scheme: Scheme, example: Example) -> Iterator[tuple[str, object]]:
    for name, parameter in scheme.parameters.items():
        if name in example.given:
            yield name, example.given[name]
        elif parameter.default is None and parameter.needed:
            yield name, _usual(name, parameter, scheme)


def _usual(name: str, parameter: Parameter, scheme: Scheme) -> object:
    """A value for a parameter that the example leaves open."""
    if name == FIRST_YEAR:
        return YEAR
    kind = parameter.type.kind
    if kind is Kind.CHOICE:
        return next(iter(scheme.catalogue.choices[parameter.type.choices]))
    if kind is Kind.LEVEL:
        return scheme.levels[-1].id
    if kind is Kind.TEXT:
        return name
    value = _USUAL if parameter.low is None else max(_USUAL, parameter.low)
    return value if parameter.high is None else min(value, parameter.high)


def _kept(scheme: Scheme, years: Mapping[str, str]) -> Iterator[Cells]:
    """Rows of the register of registers kept, for all units."""
    for name, register in scheme.catalogue.registers.items():
        if register.kept_yearly:
            for back in range(int(years.get(name, YEARS_KEPT))):
                yield {"register": name, "year": YEAR - back, "unit": "*"}


@dataclass(slots=True)
class _Gathering:
    """Rows by register; ``units``: the unit of each subject."""

    scheme: Scheme
    maker: RowMaker
    rows: dict[str, list[Cells]]
    units: dict[str, str] = field(default_factory=dict)
    alone: set[tuple[str, str]] = field(default_factory=set)  # subject, register: given for it

    @property
    def rated(self) -> str:
        """The id column of who is rated."""
        fields = self.scheme.catalogue.registers[self.scheme.subject].fields
        return next(spec.id for spec in fields.values() if spec.is_id)

    def add(self, subject: str, written: Written) -> None:
        """The subject's own row, and its unit's."""
        register = self.scheme.catalogue.registers[self.scheme.subject]
        unit = subject if self.rated == "unit" else written.get("unit", UNIT)
        if self.rated != "unit" and unit not in self.units.values():
            units = self.scheme.catalogue.registers[_UNITS]
            self.rows[_UNITS].append({**dict.fromkeys(units.fields), "unit": unit, "name": unit})
        self.units[subject] = unit
        written = {"name": subject, **written} if "name" in register.fields else written
        self.rows[register.id] += self.maker.rows(register, written, self._ids(register, subject))

    def share(self, given: Mapping[str, object], example: Example) -> None:
        """The rows that all get; those that name their subject stand there once."""
        for one in example.subjects:
            self.alone |= {(subject, name) for subject in one.names for name in one.given}
        for name, written in given.items():
            register = self.scheme.catalogue.registers[name]
            for row in cast("Sequence[Written]", written):
                for ids in self._whose(register, row):
                    self.rows[name] += self.maker.rows(register, row, ids)

    def own(
        self, subject: str, given: Mapping[str, object], criterion: str, judged: object
    ) -> None:
        """The rows of one subject alone."""
        for name, written in given.items():
            if name in self.scheme.catalogue.registers:
                register = self.scheme.catalogue.registers[name]
                for row in cast("Sequence[Written]", written):
                    ids = self._ids(register, subject)
                    self.rows[name] += self.maker.rows(register, row, ids)
        if judged is not None:
            findings = self.scheme.catalogue.registers["findings"]
            finding = {"criterion": criterion, "level": str(judged)}
            ids = self._ids(findings, subject)
            self.rows["findings"] += self.maker.rows(findings, finding, ids)

    def _whose(self, register: Register, row: Written) -> Iterator[Mapping[str, str]]:
        """The ids that a shared row gets, once for each that it is about."""
        owner = owner_column(register, self.scheme)
        if owner in row or owner not in {self.rated, "unit"}:
            yield self._ids(register, next(iter(self.units)))
            return
        seen = set()
        for subject, unit in self.units.items():
            mine = subject if owner == self.rated else unit
            if mine not in seen and (subject, register.id) not in self.alone:
                seen.add(mine)
                yield self._ids(register, subject)

    def _ids(self, register: Register, subject: str) -> dict[str, str]:
        """The ids that a row has unless it says otherwise."""
        rated, unit = self.rated, self.units.get(subject, subject)
        found = {}
        if "unit" in register.fields or register.subject == "subject":
            found["unit"] = unit
        if register.subject in {"rated", "subject", rated} or register.id == self.scheme.subject:
            found[rated] = subject
        return found
