"""Which rules define a value of a scheme, and which other values those rules name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.nodes import parts
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme

Thing = tuple[str, str, str]
"""What is defined: kind, id, part; such as ("criterion", "13", "met") or ("result", "score", "")."""

_OF_ALL = ("band", "stars")  # defined once for a scheme, by its other parts


@dataclass(frozen=True, slots=True)
class Definitions:
    """What the values of a scheme are made of."""

    scheme: Scheme

    def things(self) -> list[Thing]:
        """Everything that has a definition."""
        named: list[Thing] = [("result", name, "") for name in self.scheme.results]
        named += [("rank", name, "") for name in self.scheme.ranks]
        for name in self.scheme.criteria:
            named += [
                ("criterion", name, part)
                for part in (*self.scheme.every.helpers, "met", "points", "passed")
            ]
        return [*named, *((name, "", "") for name in _OF_ALL)]

    def leads(self, thing: Thing) -> dict[Thing, Rule]:
        """What the rules of ``thing`` name, each with the first rule that does."""
        leads: dict[Thing, Rule] = {}
        for rule, criterion in self._rules(thing):
            for there in _named(rule.tree, criterion, self.scheme):
                leads.setdefault(there, rule)
        return leads

    def reached(self, nodes: Sequence[tree.Node], criterion: str) -> Iterator[tree.Node]:
        """``nodes`` of a criterion, and the rules of all results and criteria they lead to."""
        seen: set[Thing] = set()
        waiting = [(node, criterion) for node in nodes]
        while waiting:
            node, inside = waiting.pop()
            yield node
            for thing in _named(node, inside, self.scheme):
                if thing not in seen and thing[0] in {"result", "criterion"}:
                    seen.add(thing)
                    waiting += [(rule.tree, there) for rule, there in self._rules(thing)]

    def _rules(self, thing: Thing) -> list[tuple[Rule, str]]:
        """The rules that define ``thing``, each with the criterion in which it stands."""
        kind, name, part = thing
        scheme = self.scheme
        if kind == "criterion":
            return [(rule, name) for rule in _of_criterion(scheme, scheme.criteria[name], part)]
        rules: list[Rule | None] = []
        if kind == "result":  # a veto may set it
            struck = (veto.when for veto in scheme.vetoes.values() if veto.then.target == name)
            rules += [scheme.results[name].rule, *struck]
        elif kind == "rank":
            rules += [*scheme.ranks[name].by, *_unranked(scheme)]
        elif kind == "band":
            rules += scheme.bands.rules.values() if scheme.bands else []
        elif kind == "stars":
            rules += [scheme.stars.rule, *_overruling(scheme)]
        return [(rule, "") for rule in rules if rule is not None]


def _of_criterion(scheme: Scheme, criterion: Criterion, part: str) -> list[Rule]:
    standards = [rule for standard in criterion.standards.values() for rule in standard.require]
    if part == "met":
        return standards
    if part == "passed":
        return [criterion.passed] if criterion.passed else standards
    if part in scheme.every.helpers:
        return [scheme.every.helpers[part].rule]
    if criterion.lines:
        return [line.rule for line in criterion.lines.values()]
    points = criterion.points or scheme.every.points
    earns = criterion.worth is not None or not criterion.standards
    return [points] if points and (earns or criterion.points) else []


def _unranked(scheme: Scheme) -> list[Rule]:
    """Who has no rank changes the ranks of the others."""
    rules = [veto.when for veto in scheme.vetoes.values() if veto.unranked]
    rules += [gate.when for gate in scheme.gates.values()]
    return [*rules, scheme.exempt.when] if scheme.exempt else rules


def _overruling(scheme: Scheme) -> list[Rule]:
    """All that has a say in the level beside its own rule."""
    rules = [veto.when for veto in scheme.vetoes.values()]
    rules += [gate.when for gate in scheme.gates.values()]
    rules += [state.when for state in (scheme.exempt, scheme.not_rated) if state]
    for quota in scheme.quotas.values():
        rules += [*quota.places.values(), *quota.by, *([quota.of] if quota.of else [])]
    return rules


def _named(node: tree.Node, criterion: str, scheme: Scheme) -> Iterator[Thing]:
    """What a tree names; within a fold over criteria, the own values of each of them."""
    waiting: list[tuple[object, tuple[str, ...]]] = [(node, (criterion,) if criterion else ())]
    while waiting:
        here, own = waiting.pop()
        if isinstance(here, tuple):
            waiting.extend((part, own) for part in here)
            continue
        if isinstance(here, tree.Ref):
            yield from _meant(here, own, scheme)
        if isinstance(here, tree.Fold) and here.rows.source == "criteria":
            own = tuple(scheme.criteria)
        waiting.extend((part, own) for part in parts(here))


def _meant(ref: tree.Ref, own: tuple[str, ...], scheme: Scheme) -> Iterator[Thing]:
    if ref.what in {"result", "rank"}:
        yield ref.what, ref.name, ""
    elif ref.what == "criterion":
        yield "criterion", ref.name, ref.part or "points"
    elif ref.what == "own" and ref.name not in {"number", "worth"}:
        yield from (("criterion", name, ref.name) for name in own)
    elif ref.name == "standards":
        yield from (("criterion", name, "met") for name in scheme.criteria)
    elif ref.what == "system" and ref.name in _OF_ALL:
        yield ref.name, "", ""
