"""A rule with its rounding turned the other way."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from xingping.policy.language.tree import NUMBER, Arith, By, Call, If, Node, Ref
from xingping.policy.scheme.nodes import walk

Way = Literal["floor", "ceil", "exact"]


def roundings(tree: Node) -> set[Way]:
    """Which ways a rule rounds to whole numbers: down (floor), up (ceil)."""
    found: set[Way] = set()
    for node in walk(tree):
        if isinstance(node, Call) and node.function in {"floor", "ceil"}:
            found.add("floor" if node.function == "floor" else "ceil")
    return found


def turned(tree: Node, way: Way) -> Node:
    """``tree`` with every floor and ceil written as ``way`` (exact: without them).

    Conditions are left as they are.
    """
    match tree:
        case Call(function="floor" | "ceil"):
            inner = turned(tree.args[0], way)
            return inner if way == "exact" else replace(tree, function=way, args=(inner,))
        case Call():
            return replace(tree, args=tuple(turned(a, way) for a in tree.args))
        case Arith():
            left = None if tree.left is None else turned(tree.left, way)
            return replace(tree, left=left, right=turned(tree.right, way))
        case By():
            arms = tuple(replace(arm, value=turned(arm.value, way)) for arm in tree.arms)
            rest = None if tree.rest is None else turned(tree.rest, way)
            return replace(tree, arms=arms, rest=rest)
        case If():
            return replace(tree, then=turned(tree.then, way), other=turned(tree.other, way))
        case _:
            return tree


def of_all(share: Node, way: Literal["floor", "ceil"]) -> Node:
    """That share of all subjects, rounded ``way``."""
    product = Arith("*", share, Ref("system", "all", "", NUMBER), NUMBER)
    return Call(way, (product,))
