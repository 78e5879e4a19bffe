"""Days that cannot be kept: facts after the closing day, notices without the days they need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_in, clauses_of, parts_of, registers_behind
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.catalogue import Register
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.scheme.steps import Step
from xingping.policy.words import Text

_OWN = {"branch", "member", "leader"}  # whose step ends what they can still tell
_LAST = (12, 31)
_YEARS = (2023, 2024, 2025)  # with and without a leap day between two dates
_HALF_YEAR = 183
_WORKING_WEEK, _WEEKEND = 5, 2


@dataclass(frozen=True, slots=True)
class Closing:
    """A step of the branch that closes on ``day`` (month, day) for ``levels``."""

    step: Step
    day: tuple[int, int]
    levels: tuple[str, ...]


def ask_late_facts(visit: Visit) -> Iterator[Finding]:
    """Standards of a level whose facts come in after the branch has had to declare for it."""
    scheme = visit.scheme
    if scheme.cycle.unit != "year":
        return
    parts = parts_of(scheme)
    for closing in _closings(scheme):
        late = {
            part: found
            for part in parts
            if _of_levels(part, closing.levels) and (found := _late(scheme, part))
        }
        if late:
            yield _too_early(scheme, closing, late)


def _closings(scheme: Scheme) -> Iterator[Closing]:
    """Each closing day before the year's end of a step that branches take."""
    for step in scheme.procedure.values():
        if step.who not in _OWN:
            continue
        days: dict[tuple[int, int], list[str]] = {}
        for level in scheme.levels:
            deadline = step.deadline(level.id)
            wanted = not step.levels or level.id in step.levels
            if deadline and deadline.day and wanted:
                day = (deadline.day.month, deadline.day.day)
                days.setdefault(day, []).append(level.id)
        for day, levels in days.items():
            if day < _LAST:
                yield Closing(step, day, tuple(levels))


def _of_levels(part: Part, levels: tuple[str, ...]) -> bool:
    return part.kind == "line" or (part.kind == "standard" and part.level in levels)


def _late(scheme: Scheme, part: Part) -> tuple[Register, ...]:
    """The registers a part reads whose rows of the year are complete only at its end or later."""
    registers = scheme.catalogue.registers
    found = (registers[name] for name in registers_behind(scheme, part.rules))
    return tuple(register for register in found if _comes_late(register))


def _comes_late(register: Register) -> bool:
    return bool(register.due) or register.placed_by_year or register.comes == "shared"


def _too_early(scheme: Scheme, closing: Closing, late: dict[Part, tuple[Register, ...]]) -> Finding:
    names = scheme.level_titles
    levels = listed(names[level] for level in closing.levels)
    day = f"{closing.day[0]:02}-{closing.day[1]:02}"
    by_title: dict[Text, list[Register]] = {}
    for part, registers in late.items():
        by_title.setdefault(part.title, []).extend(registers)
    told = listed(_told(title, found) for title, found in by_title.items())
    clauses = (*closing.step.clause.split(), *clauses_of(late))
    where = cited(closing.step.clause.split())
    return Finding(
        kind="facts-after-closing",
        about=(closing.step.id, day, *dict.fromkeys(part.criterion or part.id for part in late)),
        clauses=tuple(dict.fromkeys(clauses)),
        said=Text(
            f"{levels.zh}的{closing.step.title.zh}在{day}截止{where.zh}，但下列条件所看的事实"
            f"要到年底才有：{told.zh}。申报时只能预估。",
            f"The {closing.step.title.en} for {levels.en} closes on {day}{where.en}, but the facts "
            f"of these are there only at the year's end: {told.en}. Whoever declares has to guess.",
        ),
        proof=Text(
            f"上述台账以全年为期或年底到期，{day}时不会齐全。",
            f"these registers stand for the year or are due at its end: on {day} none is complete.",
        ),
        ways=(
            Text("把截止日改到年底或次年初", "move the closing day to the year's end, or after it"),
            Text("写明以截止日前的事实为准", "say that the facts up to the closing day count"),
            Text(
                "写明按预估申报，以年底认定为准（执行口径）",
                "state as an assumption that declarations are forecasts and the year's end decides",
            ),
        ),
        weight="gap",
        at=closing.step.at,
    )


def _told(title: Text, registers: list[Register]) -> Text:
    names = listed(register.title for register in registers)
    return Text(f"{title.zh}（{names.zh}）", f"{title.en} ({names.en})")


def ask_days(visit: Visit) -> Iterator[Finding]:
    """Days of the procedure that come before the step before them, or too soon after a notice."""
    dated = [(step, day) for step in visit.scheme.procedure.values() if (day := _day(step))]
    steps = list(visit.scheme.procedure.values())
    for (first, start), (last, end) in pairwise(dated):
        between = steps[steps.index(first) + 1 : steps.index(last)]
        needed = [step for step in between if step.working_days]
        least = sum(_calendar_days(step.working_days or 0) for step in needed)
        given = _days_between(start, end)
        if given < least or (end < start and given > _HALF_YEAR):
            yield _too_short((first, start), (last, end), needed, (given, least))


def _days_between(start: tuple[int, int], end: tuple[int, int]) -> int:
    """The most days from one day to the other; an earlier day of the year is one of the next."""
    later = int(end < start)
    return max((date(year + later, *end) - date(year, *start)).days for year in _YEARS)


def _day(step: Step) -> tuple[int, int] | None:
    """The latest day a step may be taken, where every level has one."""
    days = [(d.day.month, d.day.day) for d in step.by.values() if d.day is not None]
    return max(days) if days and len(days) == len(step.by) else None


def _calendar_days(working: int) -> int:
    """The fewest calendar days with so many working days: begun on a Monday, no public holiday."""
    return working + _WEEKEND * ((working - 1) // _WORKING_WEEK)


def _too_short(
    first: tuple[Step, tuple[int, int]],
    last: tuple[Step, tuple[int, int]],
    between: list[Step],
    days: tuple[int, int],
) -> Finding:
    (early, start), (late, end) = first, last
    given, least = days
    clauses = clauses_in(*(step.clause for step in (early, *between, late)))
    from_, until = f"{start[0]:02}-{start[1]:02}", f"{end[0]:02}-{end[1]:02}"
    names = listed(
        Text(
            f"{step.title.zh}{step.working_days}个工作日",
            f"{step.title.en} {step.working_days} working days",
        )
        for step in between
    )
    where = cited(clauses)
    if given >= least:
        zh = (
            f"“{late.title.zh}”应在{until}前，却排在{from_}才截止的“{early.title.zh}”之后{where.zh}，"
            "只能等到次年。"
        )
        en = (
            f"'{late.title.en}' is due by {until}, but comes after '{early.title.en}', which closes "
            f"on {from_}{where.en}: it has to wait for the following year."
        )
    else:
        zh = (
            f"“{early.title.zh}”{from_}截止，“{late.title.zh}”{until}截止，相隔{given}天；"
            f"其间的{names.zh}至少要{least}天{where.zh}。"
        )
        en = (
            f"'{early.title.en}' closes on {from_} and '{late.title.en}' on {until}, {given} days "
            f"later; what lies between needs at least {least}: {names.en}{where.en}."
        )
    return Finding(
        kind="no-time-for-notice",
        about=(early.id, late.id),
        clauses=clauses,
        said=Text(zh, en),
        proof=Text(
            "按最宽的情形计：从周一开始，没有节假日。",
            "counted at its best: begun on a Monday, without a public holiday.",
        ),
        ways=(
            Text(f"把“{late.title.zh}”的日期推后", f"move the day of '{late.title.en}' back"),
            Text(f"把“{early.title.zh}”的日期提前", f"close '{early.title.en}' earlier"),
            Text("缩短其间各步的天数", "shorten the steps between"),
        ),
        weight="contradiction" if given < least else "gap",
        at=late.at,
    )
