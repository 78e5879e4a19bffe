"""Looking through a tree: what stands under a node, its conditions, its windows."""

from __future__ import annotations

from typing import assert_never

from xingping.policy.language.tree import (
    Arith,
    Asked,
    By,
    Call,
    Compare,
    Field,
    Fold,
    If,
    Kind,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Otherwise,
    Ref,
    Rows,
    Window,
    Word,
)


def kind_of(node: Node) -> Kind:
    """What kind of value ``node`` is; rows are none."""
    return Kind.ANY if isinstance(node, Rows) else node.type.kind


def children(node: Node) -> list[Node]:  # noqa: C901, PLR0911, PLR0912 -- one case per node type
    """The nodes directly under ``node``."""
    match node:
        case Number() | Word() | Field() | Ref() | Asked():
            return []
        case Rows(where=where, needing=needing):
            return [part for part in (where, needing) if part is not None]
        case Fold(rows=rows, of=of):
            return [rows] if of is None else [rows, of]
        case Arith(left=left, right=right):
            return [right] if left is None else [left, right]
        case Compare(first=first, rest=rest):
            return [first, *(part for _, part in rest)]
        case Logic(parts=parts):
            return list(parts)
        case Not(of=of):
            return [of]
        case OneOf(of=of, among=among):
            return [of, *among]
        case If(when=when, then=then, other=other):
            return [when, then, other]
        case By(of=of, arms=arms, rest=rest):
            inner = [part for arm in arms for part in (arm.bound, arm.value)]
            return [of, *inner] if rest is None else [of, *inner, rest]
        case Otherwise(of=of, default=default):
            return [of, default]
        case Call(args=args):
            return list(args)
        case _:
            assert_never(node)


def parts_of(node: Node | None) -> list[Node]:
    """The conditions joined by `and`, those of an `and` inside an `and` too; none for None."""
    if node is None:
        return []
    if isinstance(node, Logic) and node.op == "and":
        return [inner for part in node.parts for inner in parts_of(part)]
    return [node]


def is_true(node: Node | None) -> bool:
    """Whether ``node`` is the constant yes (`any(rows, yes)`)."""
    return isinstance(node, Word) and node.value == "yes" and node.type.kind is Kind.YES


def same_record(left: Node, right: Node) -> bool:
    """Whether both are fields of one record."""
    return isinstance(left, Field) and isinstance(right, Field) and left.register == right.register


def windows_of(node: Node) -> set[Window | None]:
    """The windows of the rows in ``node``; what lies inside an `each` or another's row has its own."""
    if isinstance(node, Fold) and node.rows.source == "each":
        return {None}
    if isinstance(node, Fold) and node.rows.source != "register":
        return set()
    found: set[Window | None] = {node.rows.window} if isinstance(node, Fold) else set()
    for child in children(node):
        found |= windows_of(child)
    return found


def folds_of(node: Node) -> list[Fold]:
    """Every fold in ``node`` that no other fold holds, in the order read."""
    if isinstance(node, Fold):
        return [node]
    return [fold for child in children(node) for fold in folds_of(child)]
