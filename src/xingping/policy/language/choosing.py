"""Reads `if` and `by`: which of several values it is, with every case named."""

from __future__ import annotations

from collections.abc import Sequence

from lark import Token, Tree

from xingping.policy.language.arithmetic import wrong_count
from xingping.policy.language.conditions import match_pair, operator
from xingping.policy.language.reader import Reader
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import (
    ANY,
    YES,
    Arm,
    By,
    CompareOp,
    Field,
    If,
    Kind,
    Node,
    Number,
    Type,
    Word,
)
from xingping.policy.language.typing import type_of
from xingping.policy.words import Text

_IF = Text("如果(条件, 成立时的值, 不成立时的值)", "if(condition, value, other value)")
_BY = Text("按(x, a -> 1, b -> 2, 否则 -> 0)", "by(x, a -> 1, b -> 2, otherwise -> 0)")


def read_if(reader: Reader, raw: Tree[Token], scope: Scope, expect: Type) -> Node:
    """``if(when, then, other)``."""
    args = raw.children[1:]
    if len(args) != 3:  # noqa: PLR2004 -- the form of `if`
        return wrong_count(reader, raw, _IF)
    when = reader.read_as(args[0], scope, YES)
    then, other = reader.read_group(args[1:], scope, expect)
    return If(when, then, other, reader.join([then, other], span_of(raw)), span_of(raw))


def read_by(reader: Reader, raw: Tree[Token], scope: Scope, expect: Type) -> Node:
    """``by(of, bound -> value, ..., otherwise -> value)``."""
    first, *others = raw.children[1:]
    arms = [arg for arg in others if _data(arg) == "arm"]
    rests = [arg for arg in others if _data(arg) == "rest"]
    if not arms or len(arms) + len(rests) != len(others) or len(rests) > 1:
        return wrong_count(reader, raw, _BY)
    if rests and others[-1] is not rests[0]:
        return reader.complain(rests[0], Text("否则 要写在最后", "otherwise comes last"))
    of = reader.read(first, scope)
    bounds = [_bound(reader, of, arm, (scope, first)) for arm in arms]
    raws: list[Raw] = [_parts(arm)[-1] for arm in [*arms, *rests]]
    values = reader.read_group(raws, scope, expect)
    read = [Arm(op, bound, value) for (op, bound), value in zip(bounds, values, strict=False)]
    _cover(reader, raw, of, read, rest=bool(rests))
    rest = values[-1] if rests else None
    return By(of, tuple(read), rest, reader.join(values, span_of(raw)), span_of(raw))


def _data(raw: Raw) -> str:
    return raw.data if isinstance(raw, Tree) else ""


def _parts(raw: Raw) -> list[Raw]:
    return list(raw.children) if isinstance(raw, Tree) else []


def _bound(
    reader: Reader, of: Node, arm: Raw, place: tuple[Scope, Raw]
) -> tuple[CompareOp | None, Node]:
    scope, first = place
    *sign, raw, _arrow, _value = _parts(arm)
    op = operator(sign[0]) if sign else None
    bound = reader.read(raw, scope, type_of(of))
    _, bound = match_pair(reader, of, op or "=", bound, [first, raw])
    return None if op == "=" else op, bound


def _cover(reader: Reader, raw: Raw, of: Node, arms: Sequence[Arm], *, rest: bool) -> None:
    """Every case has to have its arm: a choice or level all its values, a number `otherwise`."""
    twice = _repeated(arms)
    if twice is not None:
        reader.complain(twice.bound.at, Text("这一项前面已有", "this case stands above already"))
    if rest or type_of(of) == ANY:
        return
    missing = _missing(reader, of, arms)
    if missing is None:
        what = Text("数值没有列全，缺 否则", "numbers are never all listed: otherwise is missing")
    elif missing:
        listed = missing[:8]
        what = Text(f"没有列全，缺 {'、'.join(listed)}", f"cases missing: {', '.join(listed)}")
    else:
        return
    hint = Text("补上，或写 否则 -> …", "add them, or write otherwise -> …")
    reader.complain(raw, what, hint)


def _repeated(arms: Sequence[Arm]) -> Arm | None:
    seen = set()
    for arm in arms:
        if not isinstance(arm.bound, Word | Number):
            continue
        key = (arm.op, arm.bound.value)
        if key in seen:
            return arm
        seen.add(key)
    return None


def _missing(reader: Reader, of: Node, arms: Sequence[Arm]) -> list[str] | None:
    """The values without an arm; None where values cannot be listed."""
    values = _values(reader, of)
    if values is None:
        return None
    covered: set[str] = set()
    for arm in arms:
        at = _place(values, arm.bound)
        if at is not None:
            covered |= {value for i, value in enumerate(values) if _meets(i, arm.op, at)}
    return [value for value in values if value not in covered]


def _place(values: Sequence[str], bound: Node) -> int | None:
    written = str(bound.value) if isinstance(bound, Word | Number) else ""
    return values.index(written) if written in values else None


def _meets(place: int, op: CompareOp | None, bound: int) -> bool:
    """Whether the value at ``place`` in the order meets ``op`` the one at ``bound``."""
    if op is None or op == "=":
        return place == bound
    if op == "!=":
        return place != bound
    below = place < bound if op.startswith("<") else place > bound
    return below or (place == bound and op.endswith("="))


def _values(reader: Reader, of: Node) -> list[str] | None:
    names, type_ = reader.names, type_of(of)
    if type_.kind is Kind.LEVEL:
        return list(names.levels)
    if type_ == YES:
        return ["no", "yes"]
    if type_.kind is not Kind.CHOICE:
        return None
    values = list(names.catalogue.choices.get(type_.choices, {}))
    spec = names.field(of.register, of.name) if isinstance(of, Field) else None
    return [*values, "none"] if spec is not None and spec.none else values
