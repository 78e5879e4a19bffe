"""The nodes of a rule's tree, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from xingping.policy.language import tree

_NODES = get_args(tree.Node)
# The slots in which nodes, or tuples of them, stand.
_UNDER = (
    "of",
    "rows",
    "where",
    "needing",
    "left",
    "right",
    "first",
    "rest",
    "parts",
    "among",
    "when",
    "then",
    "other",
    "arms",
    "bound",
    "value",
    "default",
    "args",
)
_SLOTS = {
    kind: tuple(name for name in _UNDER if name in kind.__slots__) for kind in (*_NODES, tree.Arm)
}


def walk(node: tree.Node | None) -> Iterator[tree.Node]:
    """``node`` and every node under it, in the order of the slots."""
    waiting: list[object] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend(reversed(here))
            continue
        if isinstance(here, _NODES):
            yield here
        waiting.extend(parts(here))


def parts(node: object) -> list[object]:
    """What stands directly under ``node``, last first: nodes, arms, tuples of them."""
    return [getattr(node, name) for name in reversed(_SLOTS.get(type(node), ()))]


def depth(node: tree.Node) -> int:
    """How many nodes stand below one another at most."""
    deepest = 0
    waiting: list[tuple[object, int]] = [(node, 1)]
    while waiting:
        here, deep = waiting.pop()
        deepest = max(deepest, deep)
        if isinstance(here, tuple):
            waiting.extend((part, deep) for part in here)
        else:
            waiting.extend((part, deep + 1) for part in parts(here))
    return deepest
