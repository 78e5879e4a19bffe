"""A rule: the text as written, the tree it means, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from xingping.policy.faults import Place
from xingping.policy.language.tree import Node


@dataclass(frozen=True, slots=True)
class Rule:
    """``tree`` is typed and resolved; a rule given as a list is one tree joined by `and`."""

    text: str
    tree: Node
    at: Place
