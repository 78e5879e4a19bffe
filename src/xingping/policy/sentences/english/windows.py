"""Windows of time in English: this year, in three consecutive years (2024-2026), in that month."""

from __future__ import annotations

from xingping.policy.language.tree import Window
from xingping.policy.sentences.figures import counted
from xingping.policy.sentences.here import Here

UNITS = {"half": "half-year"}


def unit_word(unit: str) -> str:
    """day, week, month, quarter, half-year, year or period."""
    return UNITS.get(unit, unit)


def period(here: Here) -> str:
    """The period at hand: that of the `each` around, else the cycle of the scheme."""
    if here.piece:
        return f"{'on' if here.piece == 'day' else 'in'} that {unit_word(here.piece)}"
    cycle = here.scheme.cycle
    if cycle.count == 1:
        return f"this {unit_word(cycle.unit)}"
    return f"in this {counted(cycle.count, 'en')}-{cycle.unit} period"


def window_words(window: Window | None, here: Here, *, lasting: bool = False) -> str:
    """``window`` after its noun. ``lasting``: it asks something of every year in it."""
    if window is None:
        return period(here)
    if window.kind == "ever":
        return "in all years"
    if window.kind == "this":
        return f"this {unit_word(window.unit)}"
    if window.kind == "previous":
        return f"in the previous {unit_word(window.unit)}"
    if window.unit == "year":
        return _years(window, here, lasting=lasting)
    name = f"{unit_word(window.unit)}{'s' if window.count > 1 else ''}"
    if window.unit == "period":
        return f"in the last {counted(window.count, 'en')} {name}, this one included"
    return f"in the last {window.count} {name}"


def _years(window: Window, here: Here, *, lasting: bool) -> str:
    if window.count == 1:
        return "this year"
    number = counted(window.count, "en")
    years = f"in {number} consecutive years" if lasting else f"in the last {number} years"
    if here.year is None:
        return years
    return f"{years} ({here.year - window.count + 1}–{here.year})"
