"""What a season sets: parameters, and the conditions they have to meet together."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.scheme.entry import Entry, not_a_number
from xingping.policy.scheme.outcome import Check, Parameter
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.work import Work

_CENT = Fraction(1, 100)
_TYPES = {
    "points": (tree.NUMBER, _CENT),
    "number": (tree.NUMBER, Fraction(1, 10_000)),
    "money": (tree.NUMBER, _CENT),
    "whole": (tree.NUMBER, Fraction(1)),
    "year": (tree.NUMBER, Fraction(1)),
    "text": (tree.TEXT, Fraction(1)),
}
_KEYS = ("title", "type", "default", "between", "needed", "clause", "assumes", "note", "step")


def parameter_type(entry: Entry) -> tuple[tree.Type, Fraction]:
    """The type of a parameter and the step its values are whole multiples of."""
    return _TYPES[entry.among("type", tuple(_TYPES), "number")]


def parameter_entries(work: Work, scheme: Entry) -> dict[str, Entry]:
    """The parameters as maps."""
    return {
        name: work.entry(value, _KEYS, ("title", "type"))
        for name, value, _ in scheme.members("parameters")
    }


def read_parameters(work: Work, entries: dict[str, Entry]) -> dict[str, Parameter]:
    """The parameters by id."""
    return {name: _parameter(work, name, entry) for name, entry in entries.items()}


def _parameter(work: Work, name: str, entry: Entry) -> Parameter:
    type_, step = parameter_type(entry)
    clause, assumes = work.cite(entry)
    low, high = entry.range("between")
    entry.text("note")
    default = _default(work, entry, type_)
    if isinstance(default, Fraction) and not _inside(default, low, high):
        work.desk.tell(entry.place("default"), "默认值不在界限之内", "the default is out of bounds")
    return Parameter(
        id=name,
        title=entry.title(),
        type=type_,
        step=entry.number("step") or step,
        default=default,
        low=low,
        high=high,
        needed=entry.yes("needed", default=True),
        clause=clause,
        assumes=assumes,
        at=entry.at,
    )


def _default(work: Work, entry: Entry, type_: tree.Type) -> Fraction | str | None:
    said = entry.said("default")
    if said is None:
        return None
    if type_ != tree.NUMBER:
        return said.text.strip()
    value = as_number(said.text)
    if value is None:
        not_a_number(work.desk, said)
    return value


def _inside(value: Fraction, low: Fraction | None, high: Fraction | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)


def read_checks(work: Work, scheme: Entry) -> dict[str, Check]:
    """Conditions on parameters by id."""
    return {
        name: Check(name, work.condition(work.entry(value, ("rule",), ("rule",)), "rule"))
        for name, value, _ in scheme.members("checks")
    }
