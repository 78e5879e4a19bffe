"""The way in: the text of a rule and where it stands give its tree, or everything wrong with it."""

from __future__ import annotations

from dataclasses import replace

from xingping.policy.faults import is_guess
from xingping.policy.language.arithmetic import ARITHMETIC
from xingping.policy.language.conditions import CONDITIONS
from xingping.policy.language.folding import CALLS
from xingping.policy.language.problems import RuleError
from xingping.policy.language.reader import Handler, Reader
from xingping.policy.language.reading import parse
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import ANY, YES, Node, Type
from xingping.policy.words import Text

_HANDLERS: dict[str, Handler] = {**CONDITIONS, **ARITHMETIC, **CALLS, "name": Reader.name}
_SCORE = "score"  # what is compared where a band names only its ends


def read_rule(text: str, scope: Scope, *, expect: Type | None = None) -> Node:
    """The typed tree of ``text``.

    ``expect``: what its place asks for. NUMBER refuses a ratio (points, ranks), RATIO takes a
    number too (tie-breakers, results of ``type: ratio``), LEVEL takes a number where all levels
    are numbers and a level's word where not, YES a condition; None takes anything.
    Spans count characters of ``text``. Raises ``RuleError`` with all problems, and nothing else;
    where the rule can be guessed, with one problem only and the rule as it may have been meant.
    """
    try:
        return _read(text, scope, expect)
    except RuleError as wrong:
        from xingping.policy.language.mending import mended  # noqa: PLC0415 -- few rules need it

        left = _SCORE if expect == YES and scope.knows(_SCORE) else ""
        better = mended(text, lambda guess: _reads(guess, scope, expect), left)
        if better is None:
            raise
        first = wrong.problems[0]
        also = Text(f"写成：{better}", f"write: {better}")
        if first.hint is not None and not is_guess(first.hint):
            also = Text(f"{first.hint.zh}；整条{also.zh}", f"{first.hint.en}; {also.en}")
        raise RuleError([replace(first, hint=also)]) from None


def _read(text: str, scope: Scope, expect: Type | None) -> Node:
    raw = parse(text)
    reader = Reader(scope.names, _HANDLERS)
    return reader.end(reader.read_as(raw, scope, expect or ANY))


def _reads(text: str, scope: Scope, expect: Type | None) -> bool:
    try:
        _read(text, scope, expect)
    except RuleError:
        return False
    return True
