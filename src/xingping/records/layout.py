"""How a register is laid out for a scheme: its columns, which of them must be there, how each is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.catalogue import NUMBER_LIMIT, WHOLE_LIMIT, Catalogue, FieldSpec, Register
from xingping.policy.forms import needed, rated_id
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records import cells, misfits, sayings
from xingping.records.table import Value
from xingping.records.written import Cell, name_key

UNITS, KEPT, ALL = "units", "kept", "*"
LEVELS = {"findings": "level", "titles": "stars", "declarations": "stars", "results": "stars"}
"""The fields that name a level of the scheme."""
YEARS_AWAY = 20
"""A date that places a record lies at most this many years from the rated year."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``required`` to be there, ``filled`` in every row."""

    spec: FieldSpec
    required: bool
    filled: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A register as a scheme reads it. ``names``: every accepted header, as a key, to its field.

    ``subject``: the columns whose values, the first not empty, say whose row it is.
    """

    register: Register
    columns: Mapping[str, Column]
    names: Mapping[str, str]
    subject: tuple[str, ...]
    read: bool


def layouts(scheme: Scheme) -> dict[str, Layout]:
    """Every register of the scheme's catalogue, in its order."""
    wants = needed(scheme)
    return {
        name: _layout(register, scheme, frozenset(wants.get(name, ())), read=name in wants)
        for name, register in scheme.catalogue.registers.items()
    }


def _layout(register: Register, scheme: Scheme, wants: frozenset[str], *, read: bool) -> Layout:
    subject = _subject(register, scheme)
    placing = {register.date} if register.date and not register.placed_by_year else set()
    if not placing:
        placing = {spec.id for spec in register.fields.values() if spec.year}
    if register.id == KEPT:
        placing.add("register")
    either = (
        register.subject == "rated" and scheme.subject != UNITS
    )  # the row of a unit, or of one of it
    whose = set() if either else set(subject[:1])
    if register.subject != "rated" and register.id != UNITS:
        whose |= {spec.id for spec in register.fields.values() if spec.refers == UNITS}
    groups = _groups(scheme) if register.id == scheme.subject else set()
    columns = {}
    for name, spec in register.fields.items():
        asked = name in wants and (not spec.none or name in subject)
        must = name in placing or name in whose
        columns[name] = Column(spec, required=must or asked, filled=must or name in groups)
    return Layout(register, columns, _names(register), subject, read)


def _groups(scheme: Scheme) -> set[str]:
    """The fields of subjects within which the scheme ranks or shares out places."""
    within = {rank.within for rank in scheme.ranks.values()}
    return within | {quota.within for quota in scheme.quotas.values()}


def _subject(register: Register, scheme: Scheme) -> tuple[str, ...]:
    own = tuple(spec.id for spec in register.fields.values() if spec.is_id)
    if own:
        return own[:1]
    if register.subject in {"rated", "subject"}:
        return tuple(name for name in (rated_id(scheme),) if name in register.fields)
    return (register.subject,) if register.subject in register.fields else ()


def _names(register: Register) -> dict[str, str]:
    """Keys of headers: ids before Chinese before English titles, where two would clash."""
    names: dict[str, str] = {}
    fields = register.fields.values()
    for written in (
        [(spec.id, spec.id) for spec in fields],
        [(spec.title.zh, spec.id) for spec in fields],
        [(spec.title.en, spec.id) for spec in fields],
    ):
        for title, field in written:
            names.setdefault(name_key(title), field)
    return names


def register_names(catalogue: Catalogue) -> dict[str, str]:
    """Keys of sheet and file names to register ids."""
    names: dict[str, str] = {}
    registers = catalogue.registers.values()
    for name in registers:
        names.setdefault(name_key(name.id), name.id)
    for name in registers:
        names.setdefault(name_key(name.title.zh), name.id)
        names.setdefault(name_key(name.title.en), name.id)
    return names


def reader(layout: Layout, field: str, scheme: Scheme, year: int) -> cells.Parse:
    """How the cells of one column are read."""
    plain = _plain_reader(layout, field, scheme.catalogue, year)
    if LEVELS.get(layout.register.id) != field:
        return plain
    words: dict[str, int] = {}
    for level in scheme.levels:
        words |= dict.fromkeys(
            map(name_key, (level.id, level.title.zh, level.title.en)), level.value
        )
    read, shown = cells.level(words, plain), "、".join(allowed_levels(layout.register.id, scheme))

    def parse(cell: Cell) -> Value | sayings.Problem:
        value = read(cell)
        return misfits.no_level(shown) if value is sayings.NO_NUMBER else value

    return parse


def allowed_levels(register: str, scheme: Scheme) -> list[str]:
    """The levels that a cell may name, by id; none is declared but those with a star."""
    levels = [level.id for level in scheme.levels]
    return levels[1:] if register == "declarations" else levels


def _plain_reader(layout: Layout, field: str, catalogue: Catalogue, year: int) -> cells.Parse:
    spec = layout.columns[field].spec
    kind = spec.type.kind
    if spec.is_id or spec.refers or field in layout.subject:
        return cells.identifier
    if layout.register.id == KEPT and field == "register":
        titles = [register.title for register in catalogue.registers.values()]
        return cells.listed(register_names(catalogue), titles)
    if kind is Kind.YES:
        return cells.yes
    if kind is Kind.DAY:
        standing = any(other.is_id for other in layout.register.fields.values())
        return cells.day(year, None if standing else YEARS_AWAY)
    if kind is Kind.CHOICE:
        return _choices(catalogue.choices[spec.type.choices])
    if spec.year:
        return cells.calendar_year(year, YEARS_AWAY)
    if kind is Kind.NUMBER:
        return cells.number(spec.step, *_limits(spec))
    return cells.text(compared=layout.columns[field].required or field in layout.register.unique)


def _limits(spec: FieldSpec) -> tuple[Fraction, Fraction]:
    low = Fraction(0) if spec.low is None else spec.low
    most = Fraction(WHOLE_LIMIT if spec.step == 1 else NUMBER_LIMIT)
    return low, most if spec.high is None else spec.high


def _choices(titles: Mapping[str, Text]) -> cells.Parse:
    words: dict[str, str] = {}
    for name, title in titles.items():
        words |= dict.fromkeys(map(name_key, (name, title.zh, title.en)), name)
    return cells.listed(words, list(titles.values()))
