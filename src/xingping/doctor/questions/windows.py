"""Points for records of more than one cycle, and how far back a window reaches."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part, clauses_of, parts_of
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.policy.language import tree
from xingping.policy.scheme.nodes import parts as under
from xingping.policy.scheme.scheme import Cycle, Scheme
from xingping.policy.words import Text

_OF_YEAR = {
    "day": Fraction(1, 366),
    "week": Fraction(1, 53),
    "month": Fraction(1, 12),
    "quarter": Fraction(1, 4),
    "half": Fraction(1, 2),
    "year": Fraction(1),
}


def length(window: tree.Window | None, cycle: Cycle) -> Fraction:
    """How far back a window reaches from the end of the period, in years; one that is open: 0."""
    period = _OF_YEAR[cycle.unit] * cycle.count
    if window is None:
        return period
    if window.kind == "ever":
        return Fraction(0)
    unit = period if window.unit == "period" else _OF_YEAR[window.unit]
    return 2 * unit if window.kind == "previous" else unit * window.count


def ask_counted_again(visit: Visit) -> Iterator[Finding]:
    """Points for records of more than one cycle: the same record counts in each of them."""
    scheme = visit.scheme
    period = length(None, scheme.cycle)
    found = {
        part: names
        for part in parts_of(scheme)
        if part.kind in {"line", "criterion", "result", "helper"}
        and (names := _twice(scheme, part, period))
    }
    if not found:
        return
    registers = scheme.catalogue.registers
    titles = listed(registers[name].title for names in found.values() for name in names)
    items, where = listed(part.title for part in found), cited(clauses_of(found))
    yield Finding(
        kind="counted-again",
        about=tuple(part.id for part in found),
        clauses=clauses_of(found),
        said=Text(
            f"{items.zh}{where.zh}的计分期比评定周期长：同一条{titles.zh}会在几个周期里重复计分。",
            f"{items.en}{where.en} count further back than one period: the same record of "
            f"{titles.en} earns or costs points in several of them.",
        ),
        proof=Text(
            "回看期长于一个周期，相邻两个周期的回看期必有重叠。",
            "a window longer than the period overlaps with that of the next one.",
        ),
        ways=(
            Text("只计本周期的记录", "count the records of the period alone"),
            Text("写明重复计分是本意（执行口径）", "state as an assumption that this is meant"),
        ),
        weight="gap",
    )


def _twice(scheme: Scheme, part: Part, period: Fraction) -> tuple[str, ...]:
    """Registers counted or summed for points over more than a period; conditions are no points."""
    if part.assumes:
        return ()
    found: list[str] = []
    waiting: list[object] = [rule.tree for rule in part.rules]
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(here)
        elif isinstance(here, tree.Fold) and here.fold in {"count", "sum"}:
            rows = here.rows
            own = rows.source == "register" and scheme.catalogue.registers[rows.name]
            window = rows.window  # `this year` is a running total within the year, on purpose
            longer = length(window, scheme.cycle) > period and window and window.kind != "this"
            if own and own.comes != "never" and longer:
                found.append(rows.name)
            waiting.append(here.of)
        elif not isinstance(here, (tree.Compare, tree.Logic, tree.Not)):
            waiting.extend(under(here))
    return tuple(dict.fromkeys(found))
