"""Definitions that run in a circle: a score that needs the rank that needs the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.desk import Desk
from xingping.policy.scheme.nodes import parts
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

Thing = tuple[str, str, str]
"""What is defined: kind, id, part; such as ("criterion", "13", "met") or ("result", "score", "")."""


def tell_circles(desk: Desk, scheme: Scheme) -> None:
    """Tell each circle once, at the first rule of it."""
    for circle in _Definitions(scheme).circles():
        rule = circle[0][1]
        names = [*(_shown(thing) for thing, _ in circle), _shown(circle[0][0])]
        desk.tell(
            rule.at,
            f"定义循环：{' → '.join(names)}",
            f"defined in a circle: {' -> '.join(names)}",
            Text("其中一项须改为不依赖其他项", "one of them has to do without the others"),
        )


def _shown(thing: Thing) -> str:
    kind, name, part = thing
    if kind == "criterion":
        return f"{name}.{part}"
    return name or kind


@dataclass(frozen=True, slots=True)
class _Definitions:
    """Which rules define a thing, and what those rules name."""

    scheme: Scheme

    def circles(self) -> Iterator[list[tuple[Thing, Rule]]]:
        """Each circle as its things and the rules that lead from one to the next."""
        done: set[Thing] = set()
        for start in self._starts():
            yield from self._search(start, done)

    def _starts(self) -> list[Thing]:
        named: list[Thing] = [("result", name, "") for name in self.scheme.results]
        named += [("rank", name, "") for name in self.scheme.ranks]
        for name in self.scheme.criteria:
            named += [
                ("criterion", name, part)
                for part in (*self.scheme.every.helpers, "met", "points", "passed")
            ]
        return [*named, ("band", "", ""), ("stars", "", "")]

    def _search(self, start: Thing, done: set[Thing]) -> Iterator[list[tuple[Thing, Rule]]]:
        """Depth first, with the way that led here."""
        way: list[tuple[Thing, Rule]] = []
        waiting: list[tuple[Thing, Iterator[tuple[Thing, Rule]]]] = []
        if start not in done:
            waiting.append((start, iter(self._leads(start).items())))
        while waiting:
            here, leads = waiting[-1]
            lead = next(leads, None)
            if lead is None:
                done.add(here)
                waiting.pop()
                way = way[:-1]
                continue
            there, rule = lead
            open_things = [thing for thing, _ in waiting]
            if there in open_things:
                yield [*way[open_things.index(there) :], (here, rule)]
            elif there not in done:
                way.append((here, rule))
                waiting.append((there, iter(self._leads(there).items())))

    def _leads(self, thing: Thing) -> dict[Thing, Rule]:
        """What the rules of ``thing`` name, each with the first rule that does."""
        leads: dict[Thing, Rule] = {}
        for rule, criterion in self._rules(thing):
            for there in _named(rule.tree, criterion, self.scheme):
                leads.setdefault(there, rule)
        return leads

    def _rules(self, thing: Thing) -> list[tuple[Rule, str]]:
        """The rules that define ``thing``, each with the criterion in which it stands."""
        kind, name, part = thing
        scheme = self.scheme
        if kind == "criterion":
            return [(rule, name) for rule in _of_criterion(scheme, scheme.criteria[name], part)]
        rules: list[Rule | None] = []
        if kind == "result":
            rules.append(scheme.results[name].rule)
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
    elif ref.name in {"band", "stars"}:
        yield ref.name, "", ""
