"""Which types go together: in a comparison, in a sum, where a rule stands."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from xingping.policy.language.names import Names
from xingping.policy.language.tree import (
    ANY,
    LEVEL,
    NUMBER,
    RATIO,
    Arith,
    Call,
    Kind,
    Node,
    Number,
    Ref,
    Rows,
    Type,
)
from xingping.policy.words import Text

ROUND_HINT = Text("比率要先取整：四舍五入(…, 0.01)", "round the ratio first: round(…, 0.01)")
_KINDS = {
    Kind.NUMBER: Text("数", "a number"),
    Kind.RATIO: Text("比率", "a ratio"),
    Kind.YES: Text("是或否", "yes or no"),
    Kind.DAY: Text("日期", "a day"),
    Kind.TEXT: Text("文字", "a text"),
    Kind.CHOICE: Text("选项", "a choice"),
    Kind.LEVEL: Text("等级", "a level"),
    Kind.ANY: Text("无或待定", "none or unknown"),
}


def kind_name(type_: Type) -> Text:
    """A type in words."""
    name = _KINDS[type_.kind]
    if type_.kind is Kind.CHOICE:
        return Text(f"{name.zh}（{type_.choices}）", f"{name.en} ({type_.choices})")
    return name


def is_number(type_: Type, names: Names) -> bool:
    """Whether rules may compute with it: a number, a ratio, or a level that is a number."""
    return type_.kind in {Kind.NUMBER, Kind.RATIO} or (
        type_.kind is Kind.LEVEL and names.levels_numeric
    )


def comparable(left: Type, right: Type, names: Names) -> bool:
    """Whether the two may stand on the sides of a comparison."""
    if Kind.ANY in {left.kind, right.kind} or left == right:
        return True
    return is_number(left, names) and is_number(right, names)


def orders(type_: Type) -> bool:
    """Whether its values have an order (below, above)."""
    return type_.kind in {Kind.NUMBER, Kind.RATIO, Kind.DAY, Kind.LEVEL, Kind.ANY}


def joined(types: Sequence[Type], names: Names) -> Type | None:
    """The type of a value that may be any of these, or None where they do not go together."""
    known = [type_ for type_ in types if type_.kind is not Kind.ANY]
    if not known:
        return ANY
    if all(type_ == known[0] for type_ in known):
        return known[0]
    if not all(is_number(type_, names) for type_ in known):
        return None
    if RATIO in known:
        return None if LEVEL in known else RATIO
    return LEVEL if LEVEL in known else NUMBER


def fits(found: Type, wanted: Type, names: Names) -> bool:
    """Whether a value of type ``found`` may stand where ``wanted`` is asked for."""
    if Kind.ANY in {found.kind, wanted.kind} or found == wanted:
        return True
    if wanted in {NUMBER, LEVEL}:
        return found != RATIO and is_number(found, names) and is_number(wanted, names)
    return wanted == RATIO and is_number(found, names)


def constant(node: Node) -> Fraction | None:
    """The value of a node made of numbers alone, else None (a division by 0 too)."""
    if isinstance(node, Number):
        return node.value
    if not isinstance(node, Arith):
        return None
    left = Fraction(0) if node.left is None else constant(node.left)
    right = constant(node.right)
    if left is None or right is None:
        return None
    if node.op == "/":
        return left / right if right else None
    return {"+": left + right, "-": left - right, "*": left * right}[node.op]


def is_scale(node: Node) -> bool:
    """Whether a ratio may be multiplied by it: known before any record is read."""
    if isinstance(node, Ref):
        return node.what == "parameter" or (node.what, node.name) in {
            ("own", "worth"),
            ("own", "number"),
            ("system", "year"),
            ("system", "campaign_year"),
        }
    if isinstance(node, Arith):
        return (node.left is None or is_scale(node.left)) and is_scale(node.right)
    if isinstance(node, Call):
        return all(is_scale(arg) for arg in node.args)
    return isinstance(node, Number)


def type_of(node: Node) -> Type:
    """The type of a value; rows are no value."""
    return ANY if isinstance(node, Rows) else node.type
