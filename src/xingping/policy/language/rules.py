"""The way in: the text of a rule and where it stands give its tree, or everything wrong with it."""

from __future__ import annotations

from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import Node, Type


def read_rule(text: str, scope: Scope, *, expect: Type | None = None) -> Node:
    """The typed tree of ``text``.

    ``expect``: what its place asks for. NUMBER refuses a ratio (points, ranks), RATIO takes a
    number too (tie-breakers, results of ``type: ratio``), LEVEL takes a number where all levels
    are numbers and a level's word where not, YES a condition; None takes anything.
    Spans count characters of ``text``. Raises ``RuleError`` with all problems, and nothing else.
    """
    raise NotImplementedError(text, scope, expect)
