"""The kinds of subject that conditions can tell apart: a level, and the truth of each other part."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import product

from xingping.policy.language.tree import Compare, Fold, Logic, Node, Not, Number, OneOf, Ref, Word
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme

MOST_PARTS = 4  # parts beside the level: each doubles the kinds
Truths = tuple[bool, ...]
KindOf = tuple[int, Truths]
OPS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


class TooManyPartsError(Exception):
    """The conditions tell more kinds apart than can be counted."""


def subject_folds(tree: Node) -> list[Fold]:
    """The folds over all subjects in ``tree``."""
    return [n for n in walk(tree) if isinstance(n, Fold) and n.rows.source == "subjects"]


def conditions_on_subjects(trees: Iterable[Node]) -> list[Node]:
    """What the folds over subjects ask of each of them."""
    found: list[Node] = []
    for tree in trees:
        for fold in subject_folds(tree):
            found += [part for part in (fold.rows.where, fold.of) if part is not None]
    return found


class Kinds:
    """The kinds of subject that ``conditions`` tell apart.

    A condition on the level alone is decided by the level; any other part of a condition (a score,
    a declaration) is a truth of its own, free of the level and of the other parts. So there are
    kinds here that no subject can be, and none is missing: what is impossible here is impossible.
    """

    def __init__(self, scheme: Scheme, conditions: Iterable[Node]) -> None:
        """Raise TooManyPartsError where the kinds are too many to count."""
        self.values = scheme.level_values
        self.parts: list[Node] = []
        for condition in conditions:
            self._collect(condition)
        if len(self.parts) > MOST_PARTS:
            raise TooManyPartsError
        truths = list(product((False, True), repeat=len(self.parts)))
        self.all: list[KindOf] = [(v, t) for v in self.values.values() for t in truths]

    def of(self, condition: Node | None) -> list[KindOf]:
        """The kinds that meet ``condition`` (one of those given; None: all)."""
        if condition is None:
            return self.all
        return [kind for kind in self.all if self._meets(kind, condition)]

    def _collect(self, node: Node) -> None:
        if isinstance(node, Logic):
            for part in node.parts:
                self._collect(part)
        elif isinstance(node, Not):
            self._collect(node.of)
        elif self._by_level(node, 0) is None and node not in self.parts:
            self.parts.append(node)

    def _meets(self, kind: KindOf, node: Node) -> bool:
        if isinstance(node, Logic):
            held = [self._meets(kind, part) for part in node.parts]
            return all(held) if node.op == "and" else any(held)
        if isinstance(node, Not):
            return not self._meets(kind, node.of)
        value, truths = kind
        decided = self._by_level(node, value)
        return truths[self.parts.index(node)] if decided is None else decided

    def _by_level(self, node: Node, value: int) -> bool | None:
        """Whether a subject of this level meets ``node``; None where the level does not say."""
        if isinstance(node, Word) and node.value in {"yes", "no"}:
            return node.value == "yes"
        if isinstance(node, OneOf):
            among = [self._level(one, value) for one in node.among]
            own = self._level(node.of, value)
            return None if own is None or None in among else own in among
        if not isinstance(node, Compare):
            return None
        ends = [self._level(end, value) for end in (node.first, *(other for _, other in node.rest))]
        known = [end for end in ends if end is not None]
        if len(known) < len(ends):
            return None
        pairs = zip(known, known[1:], (op for op, _ in node.rest), strict=False)
        return all(OPS[op](one, other) for one, other, op in pairs)

    def _level(self, node: Node, value: int) -> Fraction | None:
        match node:
            case Number():
                return node.value
            case Word() if node.value in self.values:
                return Fraction(self.values[node.value])
            case Ref(what="system", name="stars"):
                return Fraction(value)
            case _:
                return None
