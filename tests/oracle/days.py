"""Calendar arithmetic on ordinals: pieces of a period, and windows back from a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def first_of(day, unit):
    """The first day of the calendar unit that ``day`` lies in."""
    d = date.fromordinal(day)
    if unit == "day":
        return day
    if unit == "week":
        return day - d.weekday()
    size = MONTHS[unit]
    return date(d.year, (d.month - 1) // size * size + 1, 1).toordinal()


def shift(day, count, unit):
    """``count`` units later (or earlier), on the same day of the month or its last one."""
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1)
    d = date.fromordinal(day)
    months = d.year * 12 + d.month - 1 + count * MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(d.day, monthrange(year, month + 1)[1])).toordinal()


def last_of(day, unit):
    return shift(first_of(day, unit), 1, unit) - 1


def year_of(day):
    return date.fromordinal(day).year


def year_span(first, last):
    return (date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


def pieces(first, last, unit, on):
    """The calendar units that lie wholly between two days and have begun by ``on``, in order."""
    start = first_of(first, unit)
    if start < first:
        start = shift(start, 1, unit)
    found = []
    while start <= on and (end := shift(start, 1, unit) - 1) <= last:
        found.append((start, end))
        start = end + 1
    return found


def period(cycle, year, on):
    """The period at hand: the cycle of the rated year in which the day of the rating lies."""
    if cycle.unit == "year":
        return year_span(year - cycle.count + 1, year)
    first, last = year_span(year, year)
    day = max(first, min(on, last))
    return (first_of(day, cycle.unit), last_of(day, cycle.unit))


def window(when, at_hand, cycle, on):
    """First and last day (None: no end) that a window spans, both included."""
    start, end = at_hand
    if when is None:
        return at_hand
    if when.kind == "ever":
        return (None, max(on, end))
    day = max(start, min(on, end))
    if when.unit == "period":
        return _periods(when, at_hand, cycle)
    if when.kind == "this":
        return (first_of(day, when.unit), last_of(day, when.unit))
    if when.kind == "previous":
        before = first_of(day, when.unit) - 1
        return (first_of(before, when.unit), before)
    if when.unit == "year":
        year = year_of(day)
        return year_span(year - when.count + 1, year)
    return (shift(on, -when.count, when.unit) + 1, on)


def _periods(when, at_hand, cycle):
    start, end = at_hand
    if when.kind == "this":
        return at_hand
    back = shift(start, -cycle.count * (when.count - 1), cycle.unit)
    if when.kind == "previous":
        return (shift(start, -cycle.count, cycle.unit), start - 1)
    return (back, end)
