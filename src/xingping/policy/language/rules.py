"""The way in: the text of a rule and where it stands give its tree, or everything wrong with it."""

from __future__ import annotations

from xingping.policy.language.arithmetic import ARITHMETIC
from xingping.policy.language.conditions import CONDITIONS
from xingping.policy.language.folding import CALLS
from xingping.policy.language.reader import Handler, Reader
from xingping.policy.language.reading import parse
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import ANY, Node, Type

_HANDLERS: dict[str, Handler] = {**CONDITIONS, **ARITHMETIC, **CALLS, "name": Reader.name}


def read_rule(text: str, scope: Scope, *, expect: Type | None = None) -> Node:
    """The typed tree of ``text``.

    ``expect``: what its place asks for. NUMBER refuses a ratio (points, ranks), RATIO takes a
    number too (tie-breakers, results of ``type: ratio``), LEVEL takes a number where all levels
    are numbers and a level's word where not, YES a condition; None takes anything.
    Spans count characters of ``text``. Raises ``RuleError`` with all problems, and nothing else.
    """
    raw = parse(text)
    reader = Reader(scope.names, _HANDLERS)
    return reader.end(reader.read_as(raw, scope, expect or ANY))
