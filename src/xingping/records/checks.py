"""What rows must be among themselves: ids known and unlike, limits kept, nothing said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from xingping.policy.catalogue import ROWS_LIMIT, FieldSpec
from xingping.policy.forms import rated_id
from xingping.policy.scheme.scheme import Scheme
from xingping.records import sayings
from xingping.records.draft import Draft
from xingping.records.layout import ALL, KEPT, UNITS
from xingping.records.sheet import Findings
from xingping.records.table import Value

Drafts = Mapping[str, Draft]
_COMPARISONS = 50_000  # of unknown ids with known ones, in search of a near one: half a second


def drop_other_subjects(draft: Draft, scheme: Scheme, found: Findings) -> None:
    """Leave out rows about a member where units are rated, and about a unit where members are."""
    register = draft.layout.register
    if register.subject != "rated":
        return
    own = rated_id(scheme)
    owners = {
        s.id for r in scheme.catalogue.registers.values() for s in r.fields.values() if s.is_id
    }
    others = [name for name in draft.columns if name in owners and name != own]
    mine = draft.column(own)
    for name in others:
        for row, value in enumerate(draft.column(name)):
            if value is not None and (mine[row] is None or scheme.subject == UNITS):
                draft.dropped.add(row)
    if draft.dropped:
        _note_dropped(draft, found)
    for row in draft.rows():
        if mine[row] is None and not draft.is_bad(own, row) and own in draft.layout.columns:
            draft.bad.setdefault(own, set()).add(row)
            draft.tell(found, own, row, sayings.EMPTY, "")


def _note_dropped(draft: Draft, found: Findings) -> None:
    count = len(draft.dropped)
    found.note(
        draft.sheet.place,
        f"{count} 行不是本方案的评定对象，未计入",
        f"{count} rows are about others than this scheme rates, and are not counted",
    )


def ids_differ(draft: Draft, found: Findings) -> None:
    """No two rows with one id, and none called ``*``."""
    for spec in draft.layout.register.fields.values():
        if not spec.is_id:
            continue
        first: dict[Value, int] = {}
        for row, value in enumerate(draft.column(spec.id)):
            if value is None:
                continue
            if value == ALL:
                draft.tell(found, spec.id, row, sayings.STAR_ID)
            elif first.setdefault(value, row) != row:
                draft.tell(found, spec.id, row, sayings.twice(draft.origin(first[value])))


def ids_known(draft: Draft, drafts: Drafts, scheme: Scheme, found: Findings) -> None:
    """Every id names a row of its register, where that register is at hand."""
    for spec in draft.layout.register.fields.values():
        known = _known(spec.refers, drafts)
        if known is None or spec.id not in draft.columns:
            _note_unchecked(draft, spec, drafts, scheme, found)
            continue
        if draft.layout.register.id == KEPT:
            known = known | {ALL} | (_known(scheme.subject, drafts) or set())
        values = draft.column(spec.id)
        if not set(values) - known:
            continue
        title = scheme.catalogue.registers[spec.refers].title
        told: dict[Value, sayings.Problem] = {}
        for row in draft.rows():
            value = values[row]
            if value in known:
                continue
            if value not in told and not found.full:
                near = len(told) * len(known) < _COMPARISONS
                told[value] = sayings.unknown_id(str(value), title, known, near=near)
            draft.tell(found, spec.id, row, told.get(value, sayings.NO_ID))


def _note_unchecked(
    draft: Draft, spec: FieldSpec, drafts: Drafts, scheme: Scheme, found: Findings
) -> None:
    """Note ids that cannot be compared; branches alone need no list where others are rated."""
    home = drafts.get(spec.refers)
    if spec.refers in {"", UNITS} or (home is not None and home.broken):
        return
    if not any(value is not None for value in draft.columns.get(spec.id, ())):
        return
    title = scheme.catalogue.registers[spec.refers].title
    found.note(
        draft.sheet.place,
        f"“{title.zh}”中没有记录，“{spec.title.zh}”未核对",
        f"no {title.en} is listed: '{spec.title.en}' is not checked",
    )


def _known(register: str, drafts: Drafts) -> set[Value] | None:
    """The ids of a register and None; None if there is nothing to compare with."""
    draft = drafts.get(register)
    if draft is None or draft.broken or not (len(draft) or draft.layout.read):
        return None
    own = next((s.id for s in draft.layout.register.fields.values() if s.is_id), "")
    return {*draft.column(own), None} if own in draft.columns or not len(draft) else None


def within_other(draft: Draft, found: Findings) -> None:
    """No field above the field of the same row that bounds it."""
    for spec in draft.layout.register.fields.values():
        if not spec.to or spec.id not in draft.columns or spec.to not in draft.columns:
            continue
        bound = draft.layout.columns[spec.to].spec.title
        pairs = zip(draft.column(spec.id), draft.column(spec.to), strict=True)
        for row, (value, most) in enumerate(pairs):
            if isinstance(value, int) and isinstance(most, int) and value > most:
                problem = sayings.above_other(bound, draft.written(spec.to, row))
                draft.tell(found, spec.id, row, problem)


def rows_differ(draft: Draft, found: Findings) -> None:
    """No second row where the catalogue says that there is one, unless both say the same."""
    register = draft.layout.register
    if register.unique:
        rows = list(draft.rows())
        _one_each(draft, register.unique, rows, found)
    if register.once:
        field, value, *keys = register.once
        values = draft.column(field)
        rows = [row for row in draft.rows() if values[row] == value]
        _one_each(draft, keys, rows, found)


def _one_each(draft: Draft, keys: Sequence[str], rows: Sequence[int], found: Findings) -> None:
    fields = (*draft.layout.subject, *keys)
    columns = [draft.column(name) for name in fields]
    agree = draft.layout.register.agree
    same = draft.column(agree) if agree else None
    if len(set(zip(*columns, strict=True))) == len(draft):
        return
    first: dict[tuple[Value, ...], int] = {}
    for row in rows:
        key = tuple(column[row] for column in columns)
        if (
            any(draft.is_bad(name, row) for name in fields)
            or None in key[: len(draft.layout.subject)]
        ):
            continue
        before = first.setdefault(key, row)
        if before != row and (same is None or same[row] != same[before]):
            at = agree or keys[-1]
            at = at if at in draft.at else draft.layout.subject[0]
            problem = sayings.said_twice(draft.origin(before), agree=bool(agree))
            draft.tell(found, at, row, problem)


def not_too_many(draft: Draft, found: Findings) -> None:
    """At most `ROWS_LIMIT` rows of one subject: the compiler has proven its sums for so many."""
    for name in draft.layout.subject[:1]:
        if len(draft) <= ROWS_LIMIT or name not in draft.columns:
            continue
        for value, count in Counter(draft.columns[name]).most_common():
            if count <= ROWS_LIMIT:
                break
            row = draft.columns[name].index(value)
            draft.tell(found, name, row, sayings.too_many(count, ROWS_LIMIT))


def note_later(draft: Draft, on: int | None, found: Findings) -> None:
    """Note how many rows are dated after the day of the rating: they have not happened yet."""
    date = draft.layout.register.date
    if on is None or date not in draft.columns or draft.layout.register.planned:
        return
    later = sum(1 for value in _days(draft, date) if value > on)
    if later:
        found.note(
            draft.sheet.place,
            f"{later} 行的日期在评定日之后，不计入",
            f"{later} rows are dated after the day of the rating and do not count",
        )


def _days(draft: Draft, date: str) -> Iterator[int]:
    return (value for value in draft.column(date) if isinstance(value, int))
