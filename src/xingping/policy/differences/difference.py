"""One difference between two schemes: where, what it was, what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xingping.policy.scheme.rule import Rule
from xingping.policy.words import Text

Value = object
"""A leaf of a scheme (text, number, rule, yes or no, ids), or the whole thing added or taken away."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step of the way to a difference: a key of the scheme, or a thing by its id and title."""

    key: str
    title: Text | None = None
    keyed: bool = False

    @property
    def is_key(self) -> bool:
        """Whether it is a key of the language rather than an id of the scheme."""
        return self.keyed


@dataclass(frozen=True, slots=True)
class Difference:
    """``clauses``: those that the nearest thing around it comes from."""

    kind: Literal["changed", "added", "removed", "order", "written"]
    where: tuple[Part, ...]
    clauses: tuple[str, ...]
    old: Value
    new: Value

    @property
    def path(self) -> str:
        """The way to it, with dots: ``criteria.1.standards.3.require.1``."""
        return ".".join(part.key for part in self.where)

    @property
    def is_rule(self) -> bool:
        """Whether it is a rule that has changed."""
        return isinstance(self.old, Rule) or isinstance(self.new, Rule)
