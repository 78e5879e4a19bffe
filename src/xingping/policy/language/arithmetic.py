"""Reads sums, products, divisions, fallbacks and the functions of numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

from lark import Token, Tree

from xingping.policy.language.about_days import FIRST_THEN, YEAR_OF_IT
from xingping.policy.language.reader import Reader
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import (
    ANY,
    DAY,
    LEVEL,
    NUMBER,
    RATIO,
    Arith,
    Call,
    CallName,
    Field,
    Node,
    Number,
    Otherwise,
    Span,
    Type,
)
from xingping.policy.language.typing import (
    ROUND_HINT,
    constant,
    is_number,
    is_scale,
    kind_name,
    type_of,
)
from xingping.policy.words import Text

Sign = Literal["+", "-", "*", "/"]
_SIGNS: dict[str, Sign] = {"×": "*", "÷": "/"}


def arith(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """A chain of one strength, read from the left: ``a - b + c`` is ``(a - b) + c``."""
    node = _operand(reader, raw.children[0], scope)
    for token, part in zip(raw.children[1::2], raw.children[2::2], strict=True):
        sign = _SIGNS.get(str(token)) or cast("Sign", str(token))
        right = _operand(reader, part, scope)
        at = Span(span_of(raw).start, span_of(part).end)
        node = Arith(sign, node, right, _result(reader, sign, node, right, span_of(part)), at)
    return node


def negative(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``-x``; a minus before a number is part of the number."""
    part = raw.children[1]
    node = _operand(reader, part, scope)
    if isinstance(node, Number):
        return replace(node, value=-node.value, at=span_of(raw))
    return Arith("-", None, node, RATIO if type_of(node) == RATIO else NUMBER, span_of(raw))


def _operand(reader: Reader, raw: Raw, scope: Scope) -> Node:
    node = reader.read(raw, scope, NUMBER)
    found = type_of(node)
    if found == ANY or is_number(found, reader.names):
        return node
    kind = kind_name(found)
    what = Text(f"{kind.zh}不能用来计算", f"{kind.en} cannot be computed with")
    if found != DAY:
        return reader.complain(raw, what)
    own = isinstance(node, Field) and node.register == reader.names.subject
    return reader.complain(raw, what, YEAR_OF_IT if own else FIRST_THEN)


def _result(reader: Reader, sign: Sign, left: Node, right: Node, at: Span) -> Type:
    ratios = [type_of(node) == RATIO for node in (left, right)]
    if sign == "/":
        return _quotient(reader, left, right, at)
    if sign == "*" and any(ratios):
        scales = [is_scale(node) or type_of(node) == ANY for node in (left, right)]
        if not any(scales):
            _refuse_ratio(
                reader, at, "比率只能乘以常数", "a ratio may only be scaled by a constant"
            )
    return RATIO if any(ratios) else NUMBER


def _quotient(reader: Reader, left: Node, right: Node, at: Span) -> Type:
    value = constant(right)
    if value == 0 or (value is None and _is_constant_shape(right)):
        reader.complain(at, Text("除数是 0", "a division by 0"))
    elif type_of(right) == RATIO:
        _refuse_ratio(reader, at, "除数不能是比率", "the divisor may not be a ratio")
    elif type_of(left) == RATIO and value is None and not is_scale(right):
        _refuse_ratio(reader, at, "比率只能除以常数", "a ratio may only be divided by a constant")
    constants = value is not None
    return NUMBER if constants and type_of(left) != RATIO else RATIO


def _is_constant_shape(node: Node) -> bool:
    """Whether it is made of numbers alone, even where it divides by 0."""
    if isinstance(node, Arith):
        left = node.left is None or _is_constant_shape(node.left)
        return left and _is_constant_shape(node.right)
    return isinstance(node, Number)


def _refuse_ratio(reader: Reader, at: Raw | Span, zh: str, en: str) -> Node:
    return reader.complain(at, Text(zh, en), ROUND_HINT)


def otherwise(reader: Reader, raw: Tree[Token], scope: Scope, expect: Type) -> Node:
    """``value otherwise default``."""
    of = reader.read(raw.children[0], scope, expect)
    found = type_of(of)
    default = reader.read(raw.children[2], scope, expect if found == ANY else found)
    return Otherwise(of, default, reader.join([of, default], span_of(raw)), span_of(raw))


def call(reader: Reader, raw: Tree[Token], function: CallName, scope: Scope, expect: Type) -> Node:
    """lower, higher, floor, ceil, abs, round."""
    args = raw.children[1:]
    least, most = {"lower": (2, 99), "higher": (2, 99), "round": (2, 2)}.get(function, (1, 1))
    if not least <= len(args) <= most:
        return wrong_count(reader, raw, _SHAPES[function])
    if function in {"lower", "higher"}:
        return _choose_one(reader, raw, function, scope, expect)
    nodes = [_operand(reader, arg, scope) for arg in args]
    if function == "round" and not (constant(nodes[1]) or 0) > 0 and type_of(nodes[1]) != ANY:
        what = Text("取整的步长要是大于 0 的数", "the step of a rounding is a number over 0")
        reader.complain(args[1], what, Text("如 0.01 或 1", "such as 0.01 or 1"))
    type_ = RATIO if function == "abs" and type_of(nodes[0]) == RATIO else NUMBER
    return Call(function, tuple(nodes), type_, span_of(raw))


def _choose_one(
    reader: Reader, raw: Tree[Token], function: CallName, scope: Scope, expect: Type
) -> Node:
    args = raw.children[1:]
    nodes = reader.read_group(args, scope, expect)
    for place, node in enumerate(nodes):
        found = type_of(node)
        if found == RATIO:
            zh, en = "较低、较高不能比较未取整的比率", "lower and higher refuse a ratio"
            nodes[place] = _refuse_ratio(reader, args[place], zh, en)
        elif found not in {NUMBER, LEVEL, ANY}:
            kind = kind_name(found)
            what = Text(f"{kind.zh}不分高低", f"{kind.en} is neither lower nor higher")
            nodes[place] = reader.complain(args[place], what)
    type_ = reader.join(nodes, span_of(raw))
    return Call(function, tuple(nodes), NUMBER if type_ == ANY else type_, span_of(raw))


_SHAPES: dict[str, Text] = {
    "lower": Text("较低(a, b)", "lower(a, b)"),
    "higher": Text("较高(a, b)", "higher(a, b)"),
    "floor": Text("舍去(x)", "floor(x)"),
    "ceil": Text("进一(x)", "ceil(x)"),
    "abs": Text("绝对值(x)", "abs(x)"),
    "round": Text("四舍五入(x, 0.01)", "round(x, 0.01)"),
}


def wrong_count(reader: Reader, raw: Tree[Token], shape: Text) -> Node:
    """The problem of a function with too few or too many arguments."""
    name, count = str(raw.children[0]), len(raw.children) - 1
    what = Text(f"“{name}”不能有 {count} 个参数", f"'{name}' does not take {count} arguments")
    return reader.complain(raw, what, Text(f"写法：{shape.zh}", f"its form: {shape.en}"))


ARITHMETIC = {"arith": arith, "negative": negative, "otherwise": otherwise}
