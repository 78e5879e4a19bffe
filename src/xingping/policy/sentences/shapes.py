"""Comparisons that people say in a way of their own: a count, a part of a whole, a range, a rank."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.language.tree import (
    Arith,
    Compare,
    CompareOp,
    Fold,
    Kind,
    Node,
    Number,
    Ref,
    Rows,
    Word,
)

TURNED: dict[CompareOp, CompareOp] = {
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
    "=": "=",
    "!=": "!=",
}
OPPOSITE: dict[CompareOp, CompareOp] = {
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
    "=": "!=",
    "!=": "=",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """``count(rows) op value``."""

    rows: Rows
    op: CompareOp
    value: Node

    @property
    def none(self) -> bool:
        """Whether it asks that there be none."""
        zero, one = _against(self.value, 0), _against(self.value, 1)
        return (self.op in {"=", "<="} and zero) or (self.op == "<" and one)

    @property
    def some(self) -> bool:
        """Whether it asks that there be at least one."""
        zero, one = _against(self.value, 0), _against(self.value, 1)
        return (self.op in {">", "!="} and zero) or (self.op == ">=" and one)


def _against(node: Node, value: int) -> bool:
    return isinstance(node, Number) and node.value == value


@dataclass(frozen=True, slots=True)
class Part:
    """``k * count(part) op count(whole)``: the part against 1/k of the whole."""

    part: Fold
    whole: Fold
    share: Fraction
    op: CompareOp


@dataclass(frozen=True, slots=True)
class Streak:
    """``longest(each unit, holds) op value``."""

    unit: str
    holds: Node
    op: CompareOp
    value: Node


@dataclass(frozen=True, slots=True)
class Between:
    """``low <= value < high``; the ends say whether they are included."""

    value: Node
    low: Node
    low_in: bool
    high: Node
    high_in: bool


@dataclass(frozen=True, slots=True)
class Empty:
    """A field of the record at hand (or another value) compared with *none*."""

    value: Node
    none: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank compared with a number."""

    rank: Ref
    op: CompareOp
    value: Number


@dataclass(frozen=True, slots=True)
class Simple:
    """Anything else: one link of a comparison."""

    left: Node
    op: CompareOp
    right: Node


Shape = Counted | Part | Streak | Between | Empty | Ranked | Simple


def shapes(node: Compare) -> list[Shape]:
    """The links of a comparison, a range being one."""
    between = _between(node)
    if between is not None:
        return [between]
    found: list[Shape] = []
    left = node.first
    for op, right in node.rest:
        found.append(link(left, op, right))
        left = right
    return found


def link(left: Node, op: CompareOp, right: Node) -> Shape:
    """One link, with a constant on the right where there is one."""
    if isinstance(left, Number | Word) and not isinstance(right, Number | Word):
        left, op, right = right, TURNED[op], left
    if isinstance(right, Word) and right.value == "none" and right.type.kind is Kind.ANY:
        return Empty(left, op == "=")
    part = _part(left, op, right)
    if part is not None:
        return part
    return _special(left, op, right) or Simple(left, op, right)


def _special(left: Node, op: CompareOp, right: Node) -> Shape | None:
    if isinstance(left, Fold) and left.fold == "count" and left.rows.source != "each":
        if isinstance(right, Number | Ref) and left.of is None:
            return Counted(left.rows, op, right)
    elif isinstance(left, Fold) and left.fold == "longest" and left.rows.source == "each":
        if left.of is not None:
            return Streak(left.rows.name, left.of, op, right)
    elif (
        isinstance(left, Ref)
        and left.what == "rank"
        and not left.part
        and isinstance(right, Number)
        and not right.percent
    ):
        return Ranked(left, op, right)
    return None


def _part(left: Node, op: CompareOp, right: Node) -> Part | None:
    match left, right:
        case (
            Arith("*", Number(value=times), Fold(fold="count") as few),
            Fold(fold="count") as many,
        ) if times > 1:
            return Part(few, many, 1 / times, op)
        case (
            Fold(fold="count") as many,
            Arith("*", Number(value=times), Fold(fold="count") as few),
        ) if times > 1:
            return Part(few, many, 1 / times, TURNED[op])
        case _:
            return None


def _between(node: Compare) -> Between | None:
    if len(node.rest) != 2:  # noqa: PLR2004 -- low, value, high
        return None
    (first, middle), (second, last) = node.rest
    if first in {"<", "<="} and second in {"<", "<="}:
        return Between(middle, node.first, first == "<=", last, second == "<=")
    if first in {">", ">="} and second in {">", ">="}:
        return Between(middle, last, second == ">=", node.first, first == ">=")
    return None
