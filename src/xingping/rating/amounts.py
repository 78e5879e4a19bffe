"""What a part asks for in numbers, and how much of it is there."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences.measured import Measured


def counts(node: Node) -> bool:
    """Whether a part asks for a number of records: each that is there counts, kept or not."""
    first = node.first if isinstance(node, tree.Compare) else None
    return isinstance(first, tree.Fold) and first.fold == "count"


def low(found: Measured | None) -> Fraction | None:
    """The least that a measured number is."""
    if found is None:
        return None
    value = found.value
    if isinstance(value, bool):
        return None
    if isinstance(value, Fraction | int):
        return Fraction(value)
    low = getattr(value, "low", None)
    return low if isinstance(low, Fraction) else None


def later(fold: tree.Fold, scheme: Scheme) -> bool:
    """Whether the field summed up may still rise in records that are there."""
    if not isinstance(fold.of, tree.Field):
        return False
    register = scheme.catalogue.registers[fold.of.register]
    return bool(register.due) and register.fields[fold.of.name].later
