"""Reads constants, comparisons, and, or, not, in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import cast

from lark import Token, Tree

from xingping.policy.language.about_days import YEAR_OF_IT
from xingping.policy.language.reader import BROKEN, Reader
from xingping.policy.language.reading import Raw, span_of
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import (
    ANY,
    TEXT,
    YES,
    Compare,
    CompareOp,
    Field,
    Kind,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Ref,
    Type,
    Word,
)
from xingping.policy.language.typing import comparable, kind_name, orders, type_of
from xingping.policy.words import Text

LONGEST_NUMBER = 15  # digits on either side of the point: more is a slip
SAME: dict[str, CompareOp] = {"≥": ">=", "≤": "<=", "≠": "!="}


def operator(token: Raw) -> CompareOp:
    """The sign of a comparison, however it was written."""
    return SAME.get(str(token)) or cast("CompareOp", str(token))


def number(reader: Reader, raw: Tree[Token], _scope: Scope, _expect: Type) -> Node:
    """12, 0.5 or 80%."""
    written, *percent = (str(child) for child in raw.children)
    if any(len(digits) > LONGEST_NUMBER for digits in written.split(".")):
        what = Text(
            f"数字超过 {LONGEST_NUMBER} 位", f"a number of more than {LONGEST_NUMBER} digits"
        )
        return reader.complain(raw, what)
    value = Fraction(written)
    return Number(value / 100 if percent else value, bool(percent), at=span_of(raw))


def text_const(_reader: Reader, raw: Tree[Token], _scope: Scope, _expect: Type) -> Node:
    """A text in quotes."""
    return Word(str(raw.children[0])[1:-1], TEXT, span_of(raw))


def any_of(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``a or b``."""
    parts = [reader.read_as(part, scope, YES) for part in raw.children[::2]]
    return Logic("or", tuple(parts), at=span_of(raw))


def all_of(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``a and b``."""
    parts = [reader.read_as(part, scope, YES) for part in raw.children[::2]]
    return Logic("and", tuple(parts), at=span_of(raw))


def no(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``not a``."""
    return Not(reader.read_as(raw.children[1], scope, YES), at=span_of(raw))


def compare(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``a < b <= c``."""
    raws = raw.children[::2]
    ops = [operator(token) for token in raw.children[1::2]]
    nodes = reader.read_group(raws, scope)
    for place, op in enumerate(ops):
        pair = match_pair(reader, nodes[place], op, nodes[place + 1], raws[place : place + 2])
        nodes[place : place + 2] = pair
    return Compare(nodes[0], tuple(zip(ops, nodes[1:], strict=True)), at=span_of(raw))


def one_of(reader: Reader, raw: Tree[Token], scope: Scope, _expect: Type) -> Node:
    """``a in (b, c)``."""
    raws = [raw.children[0], *raw.children[2:]]
    of, *among = reader.read_group(raws, scope)
    for place, node in enumerate(among):
        of, among[place] = match_pair(reader, of, "=", node, [raws[0], raws[place + 1]])
    return OneOf(of, tuple(among), at=span_of(raw))


def match_pair(
    reader: Reader, left: Node, op: CompareOp, right: Node, raws: Sequence[Raw]
) -> tuple[Node, Node]:
    """Both sides of a comparison, with the types that fit each other, or a problem."""
    left, right = _as_text(left, right), _as_text(right, left)
    for one, other, at in ((left, right, raws[0]), (right, left, raws[1])):
        if isinstance(one, Word) and one.type == ANY and not _may_ask(reader, one, op, other, at):
            return left, right
    if not comparable(type_of(left), type_of(right), reader.names):
        _mismatch(reader, left, right, raws)
    elif op not in {"=", "!="} and not orders(type_of(left)):
        kind = kind_name(type_of(left))
        what = Text(f"{kind.zh}没有先后高低", f"{kind.en} has no order")
        hint = Text("请用 = 、≠ 或 属于 (…)", "use =, != or in (…)")
        reader.complain(raws[0], what, hint)
    return left, right


def _as_text(node: Node, other: Node) -> Node:
    """The number of a criterion is a text where it is compared with one (points.item)."""
    own = isinstance(node, Ref) and (node.what, node.name) == ("own", "number")
    if own and type_of(other) == TEXT:
        return replace(cast("Ref", node), type=TEXT)
    return node


def _may_ask(reader: Reader, word: Word, op: CompareOp, other: Node, at: Raw) -> bool:
    """Whether ``other op none`` makes sense; a broken part has been told already."""
    if word.value == BROKEN:
        return True
    if word.value == "unknown":
        what = Text("待定不能比较", "nothing can be compared with unknown")
        reader.complain(at, what)
        return False
    spec = None
    if isinstance(other, Field):
        spec = reader.names.field(other.register, other.name)
    reader.nones.pop(word.at, None)
    if type_of(other) == ANY or (spec is not None and spec.none and op in {"=", "!="}):
        return True
    what = Text(
        "只有空格表示“没有”的字段才能问 = 无",
        "only a field whose empty cell means none may be none",
    )
    hint = Text("没有记录时的值写 否则", "for where there is no record write otherwise")
    reader.complain(at, what, hint)
    return False


def _mismatch(reader: Reader, left: Node, right: Node, raws: Sequence[Raw]) -> None:
    one, two = kind_name(type_of(left)), kind_name(type_of(right))
    what = Text(f"{one.zh}不能与{two.zh}相比", f"{one.en} cannot be compared with {two.en}")
    odd = next((i for i, raw in enumerate(raws) if _is_constant(raw)), 1)
    other = type_of(right if odd == 0 else left)
    reader.complain(raws[odd], what, _values_hint(reader, other))


def _is_constant(raw: Raw) -> bool:
    return isinstance(raw, Tree) and raw.data in {"number", "text_const"}


def _values_hint(reader: Reader, wanted: Type) -> Text | None:
    names = reader.names
    if wanted.kind is Kind.CHOICE:
        listed = list(names.catalogue.choices.get(wanted.choices, {}))
    elif wanted.kind is Kind.LEVEL:
        listed = list(names.levels)
    elif wanted.kind is Kind.DAY:
        return YEAR_OF_IT
    elif wanted == TEXT:
        return Text('文字要加双引号，如 "甲"', 'a text stands in quotes: "abc"')
    else:
        return None
    return Text(f"可选的值：{'、'.join(listed)}", f"its values: {', '.join(listed)}")


CONDITIONS = {
    "number": number,
    "text_const": text_const,
    "any_of": any_of,
    "all_of": all_of,
    "no": no,
    "compare": compare,
    "one_of": one_of,
}
