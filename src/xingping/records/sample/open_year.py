"""A sample year that is not over yet: what has been recorded up to the end of one month."""

from calendar import monthrange
from datetime import date

from xingping.records.sample.draw import Row, Tables

_MONTHS = 12
_QUARTER = 3
_DECLARED_BY = 10
_YEAR_END = ("findings", "points", "assessments", "attestations", "surveys", "ballots")
_HAPPENS = {
    "meetings": "held_on",
    "cases": "filed_on",
    "circulars": "issued_on",
    "honours": "awarded_on",
    "activities": "held_on",
    "innovations": "made_on",
    "appraisals": "held_on",
}
_LATER = (("done_on", "grade"), ("withdrawn_on",))


def up_to_month(tables: Tables, year: int, until: int | None) -> Tables:
    """Leave out what is recorded after a month of the last year; None leaves everything.

    Tasks and plans are known beforehand and stay, with what is done of them by then; what closes a year (findings,
    points, assessments, attestations, surveys, ballots) is not there before December, a declaration not before October.
    """
    if until is None:
        return tables
    last = date(year, until, monthrange(year, until)[1])
    return {register: _recorded(register, rows, last) for register, rows in tables.items()}


def _recorded(register: str, rows: list[Row], last: date) -> list[Row]:
    if register in _YEAR_END:
        return [row for row in rows if row["year"] != last.year or last.month == _MONTHS]
    if register == "declarations":
        return [row for row in rows if row["year"] != last.year or last.month >= _DECLARED_BY]
    if register == "plans":
        return [row for plan in rows for row in _plan_so_far(plan, last)]
    placed = _HAPPENS.get(register)
    return [_so_far(row, last) for row in rows if placed is None or not _after(row[placed], last)]


def _so_far(row: Row, last: date) -> Row:
    empty = {
        name: None
        for group in _LATER
        for name in group
        if group[0] in row and _after(row[group[0]], last)
    }
    return row | empty if empty else row


def _plan_so_far(plan: Row, last: date) -> list[Row]:
    """Give the plan with its share done by the month, or none for a quarter not begun."""
    quarter, done = plan["quarter"], plan["items_done"]
    if plan["year"] != last.year or not isinstance(done, int):
        return [plan]
    begun, length = (
        (0, _MONTHS) if not isinstance(quarter, int) else (_QUARTER * (quarter - 1), _QUARTER)
    )
    passed = min(last.month - begun, length)
    return [plan | {"items_done": done * passed // length}] if passed > 0 else []


def _after(value: object, last: date) -> bool:
    return isinstance(value, date) and value > last
