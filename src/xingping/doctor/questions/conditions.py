"""The conditions and choices of a scheme one by one, each where it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xingping.doctor.parts import Part, parts_of
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.nodes import parts as under
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme

CONDITIONS = frozenset({"standard", "veto", "gate", "act", "exempt", "not_rated"})
VALUES = frozenset({"line", "criterion", "helper", "result", "stars", "pay"})


@dataclass(frozen=True, slots=True)
class Test:
    """A condition to be asked about: ``node`` read with any of ``criteria`` at hand."""

    part: Part
    node: tree.Node
    criteria: tuple[str, ...]


def conditions_of(scheme: Scheme) -> Iterator[Test]:
    """Whole conditions: parts of standards, vetoes, gates, exemptions, acts, passes."""
    for part in parts_of(scheme):
        if part.kind in CONDITIONS:
            for rule in part.rules:
                if _is_condition(rule.tree) and not isinstance(rule.tree, tree.Asked):
                    yield Test(part, rule.tree, (part.criterion,))
        if part.kind == "criterion":
            passed = scheme.criteria[part.id].passed
            if passed is not None:
                yield Test(part, passed.tree, (part.id,))


def choices_of(scheme: Scheme) -> Iterator[tuple[Test, tree.By | tree.If]]:
    """Every `by` and `if` outside pieces of time and the population, as tests of its arms to come.

    The test's node is what wraps an arm's condition: `any` of the records that the choice is read
    for, or the condition itself (then the node is the choice).
    """
    for part in parts_of(scheme):
        if part.kind in VALUES | CONDITIONS:
            at = _places(scheme, part)
            for rule in part.rules:
                for choice, around in _choices(rule.tree, None):
                    yield Test(part, around or choice, at), choice


def _places(scheme: Scheme, part: Part) -> tuple[str, ...]:
    if part.kind != "helper":
        return (part.criterion,)
    return tuple(c.id for c in scheme.criteria.values() if _earns(c))


def _earns(criterion: Criterion) -> bool:
    return criterion.worth is not None or bool(criterion.lines) or not criterion.standards


def _is_condition(node: tree.Node) -> bool:
    return getattr(node, "type", None) == tree.YES


def _choices(
    node: object, around: tree.Fold | None
) -> Iterator[tuple[tree.By | tree.If, tree.Fold | None]]:
    """Choices below ``node``; ``around``: the fold over records in whose value they stand."""
    if isinstance(node, tuple):
        for one in node:
            yield from _choices(one, around)
        return
    if isinstance(node, tree.Fold):
        if node.rows.source == "register" and around is None and node.of is not None:
            yield from _choices(node.of, node)
        return
    if isinstance(node, tree.By | tree.If):
        yield node, around
    if node is not None and not isinstance(node, str):
        for one in reversed(under(node)):
            yield from _choices(one, around)


def within(around: tree.Node, test: tree.Node) -> tree.Node:
    """A condition of a record as one of its subject: some record meets it."""
    if isinstance(around, tree.Fold):
        return tree.Fold("any", replace(around.rows, needing=None), test, tree.YES)
    return test


def arms_of(choice: tree.By | tree.If) -> list[tree.Node]:
    """The condition of each arm: it fits, and none before it does (no arm for `otherwise`)."""
    if isinstance(choice, tree.If):
        return [choice.when, tree.Not(choice.when)]
    found: list[tree.Node] = []
    earlier: list[tree.Node] = []
    for arm in choice.arms:
        fits = tree.Compare(choice.of, ((arm.op or "=", arm.bound),))
        parts: tuple[tree.Node, ...] = (*(tree.Not(one) for one in earlier), fits)
        found.append(tree.Logic("and", parts) if earlier else fits)
        earlier.append(fits)
    return found


def of_population(node: tree.Node) -> bool:
    """Whether a condition looks at all subjects."""
    return any(isinstance(one, tree.Rows) and one.source == "subjects" for one in walk(node))
