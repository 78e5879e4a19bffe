"""How many years of registers it takes before a condition can be certain, read off its tree.

A year for which a register was not kept may hold more records: no count is certainly at most
anything, nothing certainly true of every record; that there is one record at least may be certain.
"""

from __future__ import annotations

from collections.abc import Callable

from xingping.doctor.questions.windows import length
from xingping.policy.language import tree
from xingping.policy.scheme.scheme import Scheme

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}


def years_for(scheme: Scheme, node: tree.Node, *, yes: bool) -> int:
    """The least number of years, the rated one included, before ``node`` can surely hold.

    ``yes`` False: before it can surely not hold. Never too high: what is not understood takes 1.
    """
    match node:
        case tree.Logic():
            found = [years_for(scheme, part, yes=yes) for part in node.parts]
            return max(found) if (node.op == "and") == yes else min(found)
        case tree.Not():
            return years_for(scheme, node.of, yes=not yes)
        case tree.Fold(fold="every" | "any"):
            return _back(scheme, node) if (node.fold == "every") == yes else 1
        case tree.Compare():
            return _compared(scheme, node, yes=yes)
        case tree.Ref(what="result"):
            return years_for(scheme, scheme.results[node.name].rule.tree, yes=yes)
        case _:
            return 1


def _compared(scheme: Scheme, node: tree.Compare, *, yes: bool) -> int:
    """All links of a chain have to hold; one that fails is enough against it."""
    left, found = node.first, []
    for op, right in node.rest:
        found.append(_link(scheme, left, op if yes else _OPPOSITE[op], right))
        left = right
    return max(found) if yes else min(found)


def _link(scheme: Scheme, left: tree.Node, op: str, right: tree.Node) -> int:
    if op == "!=":
        return 1
    ends = {"<": (_high, _low), "<=": (_high, _low), "=": (_both, _both)}
    of_left, of_right = ends.get(op, (_low, _high))
    return max(of_left(scheme, left), of_right(scheme, right))


def _both(scheme: Scheme, node: tree.Node) -> int:
    return max(_low(scheme, node), _high(scheme, node))


def _high(scheme: Scheme, node: tree.Node) -> int:
    """The years it takes before the value has an upper bound of its own."""
    if isinstance(node, tree.Fold):
        return 1 if node.fold in {"every", "any", "lowest"} else _back(scheme, node)
    return _of_terms(scheme, node, _high, _low)


def _low(scheme: Scheme, node: tree.Node) -> int:
    """The years it takes before the value has a lower bound of its own."""
    if isinstance(node, tree.Fold):
        open_ = {"mean", "share", "last"}
        return _back(scheme, node) if node.fold in open_ else 1
    return _of_terms(scheme, node, _low, _high)


def _of_terms(
    scheme: Scheme,
    node: tree.Node,
    same: Callable[[Scheme, tree.Node], int],
    other: Callable[[Scheme, tree.Node], int],
) -> int:
    """Of a sum the parts, of a difference the opposite end of what is taken away."""
    if not isinstance(node, tree.Arith) or node.left is None or node.op not in {"+", "-"}:
        return 1
    right = same if node.op == "+" else other
    return max(same(scheme, node.left), right(scheme, node.right))


def _back(scheme: Scheme, fold: tree.Fold) -> int:
    """How many calendar years a fold looks at, of a register whose years have to be kept."""
    rows = fold.rows
    if rows.source != "register" or not scheme.catalogue.registers[rows.name].kept_yearly:
        return 1
    return max(1, -(-length(rows.window, scheme.cycle) // 1))
