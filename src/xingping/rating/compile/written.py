"""Folds written out one by one: over the criteria, and over parts of the period that are parted again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from xingping.policy.language import tree
from xingping.policy.scheme.definitions import Definitions
from xingping.policy.scheme.nodes import walk
from xingping.rating.compile.arithmetic import combine, number
from xingping.rating.compile.conditions import YES, Cond, every, inverse, some
from xingping.rating.compile.numbers import higher, hull, lower, plus, times_constant
from xingping.rating.compile.place import At
from xingping.rating.compile.ratios import scaled
from xingping.rating.compile.setting import Span
from xingping.rating.compile.values import Num, Ratio, Value, constant

if TYPE_CHECKING:
    from xingping.rating.compile.reading import Reader


def over_parts(reader: Reader, node: tree.Fold, at: At, spans: Sequence[Span]) -> Value:
    """A fold over parts of the period, each read as a period of its own.

    For what goes through parts of these again: the months of a quarter, the days of a month.
    """
    chosen: list[tuple[Cond, Value | None]] = []
    for span in spans:
        part = reader.part(span)
        counts = part.condition(node.rows.where, at) if node.rows.where else YES
        chosen.append((counts, part.value(node.of, at) if node.of else None))
    return _written_out(node.fold, chosen)


def divides(reader: Reader, node: tree.Fold, at: At) -> bool:
    """Whether what is read in each part goes through parts of it again, by whatever names."""
    reached = Definitions(reader.setting.scheme).reached(
        [part for part in (node.of, node.rows.where) if part is not None], at.criterion
    )
    return any(
        isinstance(one, tree.Fold) and one.rows.source == "each"
        for root in reached
        for one in walk(root)
    )


def over_criteria(reader: Reader, node: tree.Fold, at: At) -> Value:
    """A fold over the criteria of the scheme, written out one by one."""
    scheme = reader.setting.scheme
    chosen: list[tuple[Cond, Value | None]] = []
    for name in scheme.criteria:
        inner = replace(at, criterion=name)
        if isinstance(node.of, tree.Ref) and not reader.has(node.of, inner):
            continue  # a criterion without points adds none
        counts = reader.condition(node.rows.where, inner) if node.rows.where else YES
        chosen.append((counts, reader.value(node.of, inner) if node.of else None))
    return _written_out(node.fold, chosen)


def _written_out(name: str, chosen: list[tuple[Cond, Value | None]]) -> Value:
    if name == "count":
        one = constant(Fraction(1))
        return _added([(every(c, v) if isinstance(v, Cond) else c, one) for c, v in chosen])
    conditions = [(c, v) for c, v in chosen if isinstance(v, Cond)]
    if name in {"every", "any", "share", "longest"}:
        return _of_conditions(name, conditions)
    values = [(c, v) for c, v in chosen if isinstance(v, Num | Ratio)]
    if name == "sum":
        return _added(values)
    if name == "mean":
        total = _added(values)
        part = Fraction(1, max(len(values), 1))
        return (
            scaled(total, part) if isinstance(total, Ratio) else times_constant(number(total), part)
        )
    pick = higher if name == "highest" else lower
    first, *rest = (number(v) for _, v in values)
    for one_more in rest:
        first = pick(first, one_more)
    return first


def _added(values: list[tuple[Cond, Num | Ratio]] | list[tuple[Cond, Num]]) -> Num | Ratio:
    total: Num | Ratio = constant(Fraction(0))
    nothing = constant(Fraction(0))
    for condition, value in values:
        counted = condition != YES and isinstance(value, Num)
        total = combine("+", total, hull(condition, number(value), nothing) if counted else value)
    return total


def _of_conditions(name: str, conditions: list[tuple[Cond, Cond]]) -> Value:
    match name:
        case "every":
            return every(*(some(inverse(c), v) for c, v in conditions))
        case "any":
            return some(*(every(c, v) for c, v in conditions))
        case "longest":
            return _longest(conditions)
        case _:
            n = _added([(c, constant(Fraction(1))) for c, _ in conditions])
            k = _added([(every(c, v), constant(Fraction(1))) for c, v in conditions])
            return combine("/", k, n)


def _longest(conditions: list[tuple[Cond, Cond]]) -> Num:
    """The longest run of parts, one after another, in which it holds."""
    nothing, one = constant(Fraction(0)), constant(Fraction(1))
    now = longest = nothing
    for counts, holds in conditions:
        now = hull(every(counts, holds), plus(now, one), nothing)
        longest = higher(longest, now)
    return longest
