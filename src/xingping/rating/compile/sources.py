"""What a fold over a register runs over: window, narrowing, what is not kept, what may still come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from xingping.policy.catalogue import Register
from xingping.policy.language.tree import Rows
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet, View, limits, year_field
from xingping.rating.compile.conditions import YES, Cond, every
from xingping.rating.compile.expressions import FALSE, TRUE, E
from xingping.rating.compile.gather import here, quorum
from xingping.rating.compile.matching import Source, Spare
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting, Span, year_span

if TYPE_CHECKING:
    from xingping.rating.compile.reading import Reader


def register_source(reader: Reader, rows: Rows, at: At) -> Source:
    """The records that ``rows`` names, seen from the subject at ``at``."""
    setting = reader.setting
    register = setting.scheme.catalogue.registers[rows.name]
    in_pieces = at.pieces is not None
    span = setting.span(rows.window)
    row_set = RowSet(register.id, rows.link, at.pieces)
    real = View(register, setting)

    def matches(view: View | None) -> Cond:
        if view is None:
            return YES
        there = every(view.exists(span), _own(view, setting))
        if rows.where is None:
            return there
        return every(there, reader.condition(rows.where, replace(at, view=view)))

    def day(view: View | None) -> E:
        """The order of the records; those placed by one year alone have none."""
        undated = not register.date and len(span.years) == 1
        return x.ZERO if view is None or undated else view.day()

    nobody = _link_empty(reader, rows, at)
    kept = x.both(kept_in(register, span, rows.link, carried=in_pieces), x.no(nobody))
    source = Source(row_set, real, matches, day, kept=kept)
    spares = _not_kept(register, setting, kept) + _to_come(source, register, setting, span)
    source = replace(source, spares=spares, seen={})
    if rows.needing is not None:
        needed = reader.number(rows.needing, at.subject)
        source = replace(source, quorum=quorum(source, needed), seen={})
    return source


def _link_empty(reader: Reader, rows: Rows, at: At) -> E:
    """Whether the field of the subject that names whose records these are is empty.

    Then nothing is known of them; where an empty cell says *none*, there are none.
    """
    spec = reader.owner.register.fields.get(rows.link)
    if not rows.link or spec is None or spec.none:
        return FALSE
    empty = reader.owner.null(rows.link)
    return x.up(empty) if at.pieces is not None else empty


def _own(view: View, setting: Setting) -> Cond:
    """Rows that name a member are that member's, not their unit's."""
    register, subject = view.register, setting.scheme.subject
    if register.subject != "rated" or subject == "members" or not view.real:
        return YES
    named = next((f.id for f in register.fields.values() if f.id == "member"), "")
    if not named:
        return YES
    return Cond(view.null(named), view.null(named))


def kept_in(register: Register, span: Span, link: str = "", *, carried: bool) -> E:
    """Whether the register was kept in every year of the span, for whom its records are about."""
    if not register.kept_yearly or span.start == 1:
        return TRUE
    flags = [x.flag(f"kept {register.id} {year} {link}".strip()) for year in span.years]
    return x.both(*(x.up(f) if carried else f for f in flags))


def _not_kept(register: Register, setting: Setting, kept: E) -> tuple[Spare, ...]:
    if kept is TRUE:
        return ()
    return (Spare(View(register, setting, fixed={}), x.no(kept)),)


def _to_come(source: Source, register: Register, setting: Setting, span: Span) -> tuple[Spare, ...]:
    """Rows that may still come in (records.md, Reach)."""
    if not setting.open or register.comes == "never":
        return ()
    blank = View(register, setting, fixed={})
    year = year_span(setting.year, setting.year)
    if register.comes:
        return _where_none(source, register, setting)
    if register.date and not register.placed_by_year:
        end = min(span.end, year.end)
        may = setting.before(end) if setting.year in span.years else FALSE
        return () if may is FALSE else (Spare(blank, may),)
    if setting.year not in span.years:
        return ()
    if register.unique and register.due:
        return tuple(_unfilled(source, register, setting))
    return (Spare(blank, TRUE if register.date else setting.before(year.end)),)


def _where_none(source: Source, register: Register, setting: Setting) -> tuple[Spare, ...]:
    missing = x.no(here(source).hi)
    if register.comes == "shared":
        missing = x.both(missing, x.flag(f"shared {register.id}"))
    if register.comes != "declared":
        return (Spare(View(register, setting, fixed={}), missing, many=False),)
    return tuple(
        Spare(View(register, setting, fixed={"stars": level}), x.both(missing, may), many=False)
        for level, may in declarable(setting)
    )


def declarable(setting: Setting) -> list[tuple[int, E]]:
    """The levels there are to declare, and until when each may be."""
    ends, last = deadlines(setting), year_span(setting.year, setting.year).end
    return [
        (level.value, setting.before(ends.get(level.id, last)))
        for level in setting.scheme.levels[1:]
    ]


def deadlines(setting: Setting) -> dict[str, int]:
    """By level, the last day on which it may be declared, where the scheme states one."""
    ends: dict[str, int] = {}
    for step in setting.scheme.procedure.values():
        for level in step.levels if step.who == "branch" else ():
            deadline = step.deadline(level)
            if deadline is not None and deadline.day is not None:
                ends[level] = deadline.day.of(setting.year).toordinal()
    return ends


def _unfilled(source: Source, register: Register, setting: Setting) -> list[Spare]:
    """One row for each combination of the unique fields that has none yet and is not past due."""
    kind, _, field = register.due.partition(":")
    year = year_field(register)
    others = [name for name in register.unique if name != year]
    if kind != "quarter" or others != [field]:
        end = year_span(setting.year, setting.year).end
        return [Spare(View(register, setting, fixed={}), setting.before(end))]
    spec = register.fields[field]
    low, high = limits(spec, spec.step)
    found = []
    for key in (None, *range(low, high + 1)):
        view = View(register, setting, fixed={year: setting.year, field: key})
        missing = _no_such_row(source, setting, year, field, key)
        found.append(
            Spare(view, x.both(missing, setting.before(due_day(setting, key))), many=False)
        )
    return found


def due_day(setting: Setting, quarter: int | None) -> int:
    """The last day of a quarter, or of the year."""
    return setting.periods_end(quarter or 4)


def _no_such_row(source: Source, setting: Setting, year: str, field: str, key: int | None) -> E:
    same = (
        x.null(field)
        if key is None
        else x.both(x.no(x.null(field)), x.eq(x.filled(field), x.num(key)))
    )
    there = x.both(x.eq(x.filled(year), x.num(setting.year)), same)
    return x.eq(x.agg("sum", RowSet(_rows(source).register), TRUE, x.as_num(there)), x.ZERO)


def _rows(source: Source) -> RowSet:
    if isinstance(source.rows, RowSet):
        return source.rows
    raise TypeError
