"""Which registers and fields a scheme needs, and what a reviewer may enter for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.catalogue import Register
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme

_KEPT, _FINDINGS, _POINTS = "kept", "findings", "points"
_ASKED = {
    "judged": (_FINDINGS, ("criterion", "level")),
    "assessed": (_POINTS, ("item", "points")),
    "chosen": (_POINTS, ("item", "choice")),
}


@dataclass(frozen=True, slots=True)
class PointItem:
    """One thing a reviewer gives points for, by the id that a row of `points` names.

    ``low``, ``high``: the least and the most; ``reason``: whether a row needs one; ``choices``: of
    a rubric, the titles to choose from (then the row has a choice, and no points).
    """

    id: str
    criterion: str
    low: Fraction
    high: Fraction
    reason: bool = False
    choices: tuple[str, ...] = ()


def needed(scheme: Scheme) -> Mapping[str, frozenset[str]]:
    """Register id -> the fields that place its rows or that a rule reads, in catalogue order.

    Fields that may be empty by rule (``FieldSpec.none``) are among them. Every scheme needs the
    register of its subjects; `kept` where a register it reads has to be declared as kept.
    """
    fields: dict[str, set[str]] = {scheme.subject: set(_of_subjects(scheme))}
    for rule in every_rule(scheme):
        for node in walk(rule.tree):
            for register, names in _read_by(node, scheme):
                fields.setdefault(register, set()).update(names)
    registers = scheme.catalogue.registers
    for register in [*fields]:
        fields[register].update(placing(registers[register], scheme))
    if any(registers[register].kept_yearly for register in fields):
        fields[_KEPT] = set(registers[_KEPT].fields)
    return {name: frozenset(fields[name]) for name in registers if name in fields}


def linked(scheme: Scheme) -> tuple[str, ...]:
    """The registers that no rule reads and whose ids those that are read name, in catalogue order.

    Households of members, branches of members: they say which ids there are, and whose they are.
    """
    registers = scheme.catalogue.registers
    read = needed(scheme)
    waiting = [
        spec.refers
        for register, fields in read.items()
        for name, spec in registers[register].fields.items()
        if name in fields and register != _KEPT
    ]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name and name not in read and name not in found:
            found.add(name)
            waiting += [spec.refers for spec in registers[name].fields.values()]
    return tuple(name for name in registers if name in found)


def placing(register: Register, scheme: Scheme) -> Iterator[str]:
    """The fields that say whose row it is and when: id, date, year."""
    own = [spec.id for spec in register.fields.values() if spec.is_id]
    rated = rated_id(scheme)
    if own:
        yield from own
    elif rated in register.fields:
        yield rated
    elif register.subject in register.fields:
        yield register.subject
    if register.date:
        yield register.date
    if register.placed_by_year or not register.date:
        yield from (spec.id for spec in register.fields.values() if spec.year)


def rated_id(scheme: Scheme) -> str:
    """The id column of the register that lists who is rated."""
    fields = scheme.catalogue.registers[scheme.subject].fields.values()
    return next((spec.id for spec in fields if spec.is_id), "")


def _of_subjects(scheme: Scheme) -> Iterator[str]:
    """Fields of the subjects' own rows: what others are ranked within, and ids of other rows."""
    groups = [rank.within for rank in scheme.ranks.values()]
    groups += [quota.within for quota in scheme.quotas.values()]
    groups += [report.within for report in scheme.reports.values()]
    yield from (group for group in groups if group != "all")
    for spec in scheme.catalogue.registers[scheme.subject].fields.values():
        if spec.refers:
            yield spec.id


def _read_by(node: tree.Node, scheme: Scheme) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(node, tree.Field):
        yield node.register or scheme.subject, (node.name,)
    elif isinstance(node, tree.Asked):
        yield _ASKED[node.what]
    elif isinstance(node, tree.Rows) and node.source == "register":
        yield node.name, ()
        if node.link in scheme.catalogue.registers:
            subject = scheme.catalogue.registers[node.name].subject
            yield node.link, (subject,)
        elif node.link:
            yield scheme.subject, (node.link,)


def items(scheme: Scheme) -> Mapping[str, PointItem]:
    """What a row of `points` may be for: lines that are assessed or chosen, and granted credit."""
    found: dict[str, PointItem] = {}
    for criterion in scheme.criteria.values():
        for item in (*_lines(criterion), *_granted(scheme, criterion)):
            found[item.id] = item
    return found


def _lines(criterion: Criterion) -> Iterator[PointItem]:
    for line in criterion.lines.values():
        choices = tuple(title.zh for title, _ in line.options)
        for node in walk(line.rule.tree):
            if isinstance(node, tree.Asked):
                yield PointItem(node.item, criterion.id, node.low, node.high, choices=choices)
                break


def _granted(scheme: Scheme, criterion: Criterion) -> Iterator[PointItem]:
    """Credit that a helper of every criterion lets a reviewer grant, up to a share of its worth."""
    if criterion.worth is None:
        return
    for helper in scheme.every.helpers.values():
        if helper.high is not None:
            high = _constant(helper.high.tree, criterion.worth)
            yield PointItem(criterion.id, criterion.id, Fraction(0), high, helper.reason)


def _constant(node: tree.Node, worth: Fraction) -> Fraction:
    """The value of a limit: numbers and the criterion's worth, added, taken away, multiplied."""
    if isinstance(node, tree.Number):
        return node.value
    if isinstance(node, tree.Ref) and node.what == "own" and node.name == "worth":
        return worth
    if isinstance(node, tree.Arith):
        left = Fraction(0) if node.left is None else _constant(node.left, worth)
        right = _constant(node.right, worth)
        return {
            "+": lambda: left + right,
            "-": lambda: left - right,
            "*": lambda: left * right,
            "/": lambda: left / right,
        }[node.op]()
    raise ValueError("a limit is made of numbers and the worth of the criterion")


def judged(scheme: Scheme) -> Mapping[str, tuple[str, ...]]:
    """Criterion id -> the levels at which a reviewer has to find something."""
    found = {
        criterion.id: tuple(
            level for level, standard in criterion.standards.items() if standard.asked is not None
        )
        for criterion in scheme.criteria.values()
    }
    return {name: levels for name, levels in found.items() if levels}
