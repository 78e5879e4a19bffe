"""From the text of a rule to its raw syntax: a lark tree with the place of every part."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import cast

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from xingping.policy.language.hints import hint_for_syntax, whole_sign
from xingping.policy.language.problems import Problem, RuleError
from xingping.policy.language.tree import Span
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

LONGEST = 20_000  # characters of one rule
DEEPEST = 60  # nesting, a chain of n sums counting as n: every later reading walks the tree

Raw = Tree[Token] | Token

_WIDE = str.maketrans(
    "（），．＋－−＊／＝＜＞！％\u3000\u00a0",
    "(),.+--*/=<>!%\u0020\u0020",
)
_OUTSIDE = re.compile(r'"[^"\n]*"|“[^”\n]*”|[^"“]+|["“]')


def narrowed(text: str) -> str:
    """The text with full-width signs made half-width, one for one; texts in quotes stay."""
    if text.isascii():
        return text
    return _OUTSIDE.sub(_narrow, text)


def _narrow(part: re.Match[str]) -> str:
    return part[0] if part[0][0] in '"“' else part[0].translate(_WIDE)


@cache
def _parser() -> Lark:
    grammar = files("xingping").joinpath("policy", "language", "grammar.lark")
    return Lark(
        grammar.read_text(encoding="utf-8"),
        parser="lalr",
        lexer="basic",
        propagate_positions=True,
        lexer_callbacks={"NAME": _keyword},
    )


def _keyword(token: Token) -> Token:
    word = word_table().meaning("keywords", token)
    return token if word is None else token.update(type=word.upper())


def parse(text: str) -> Tree[Token]:
    """The raw syntax of ``text``; offsets in it are those of ``text``. Raises ``RuleError``."""
    if len(text) > LONGEST:
        what = Text(f"规则超过 {LONGEST} 个字符", f"the rule has over {LONGEST} characters")
        raise RuleError([Problem(Span(LONGEST, len(text)), what, _SPLIT)])
    if not text.strip():
        raise RuleError([Problem(Span(0, len(text)), Text("规则是空的", "the rule is empty"))])
    narrow = narrowed(text)
    try:
        raw = cast("Tree[Token]", _parser().parse(narrow).children[0])
    except UnexpectedInput as fault:
        raise RuleError([_syntax_problem(fault, narrow)]) from None
    _refuse_deep(raw)
    return raw


_SPLIT = Text("拆成几个命名的结果", "split it into several named results")


def _refuse_deep(raw: Tree[Token]) -> None:
    """Bound the depth of the tree to come, without recursion."""
    waiting: list[tuple[Raw, int]] = [(raw, 1)]
    while waiting:
        part, depth = waiting.pop()
        if not isinstance(part, Tree):
            continue
        deeper = depth + (len(part.children) // 2 if part.data == "arith" else 1)
        if deeper > DEEPEST:
            what = Text(f"嵌套或连算超过 {DEEPEST} 层", f"more than {DEEPEST} levels of nesting")
            raise RuleError([Problem(span_of(part), what, _SPLIT)])
        waiting.extend((child, deeper) for child in part.children)


def span_of(part: Raw) -> Span:
    """Where a part of the raw syntax stands."""
    if isinstance(part, Token):
        return Span(part.start_pos or 0, part.end_pos or 0)
    return Span(part.meta.start_pos, part.meta.end_pos)


def _syntax_problem(fault: UnexpectedInput, text: str) -> Problem:
    if isinstance(fault, UnexpectedToken) and fault.token.type != "$END":
        at = span_of(fault.token)
    elif isinstance(fault, UnexpectedCharacters):
        start = cast("int", fault.pos_in_stream)
        at = Span(start, start + 1)
    else:
        end = len(text.rstrip())
        at = Span(end, end)
    at = whole_sign(text, at)
    found = text[at.start : at.end]
    open_ = text[: at.start].count("(") - text[: at.start].count(")")
    if not found and open_ > 0:
        return Problem(at, Text("缺少右括号“)”", "a closing bracket ')' is missing"))
    if found == ")" and open_ <= 0:
        return Problem(at, Text("多了一个右括号“)”", "there is one bracket ')' too many"))
    if found and not found.isprintable():
        code = " ".join(f"U+{ord(sign):04X}" for sign in found)
        return Problem(at, Text(f"有看不见的字符（{code}）", f"an invisible character ({code})"))
    hint = hint_for_syntax(text, at)
    if not found:
        return Problem(at, Text("规则没有写完", "the rule ends too early"), hint)
    what = Text(f"这里不该出现“{found[:40]}”", f"'{found[:40]}' does not belong here")
    return Problem(at, what, hint)
