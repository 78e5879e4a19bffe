"""The parts of a scheme one by one: what each is called, its clauses, readings and rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.every_rule import rules_in
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.rule import Rule
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text

_MAPS = (
    ("parameter", "parameters"),
    ("check", "checks"),
    ("result", "results"),
    ("rank", "ranks"),
    ("veto", "vetoes"),
    ("gate", "gates"),
    ("quota", "quotas"),
    ("target", "targets"),
    ("report", "reports"),
    ("act", "acts"),
    ("pay", "pays"),
    ("step", "procedure"),
    ("change", "changes"),
)
_SINGLE = (
    ("bands", Text("分数段", "the bands")),
    ("stars", Text("星级", "the stars")),
    ("not_rated", Text("不参评", "not rated")),
    ("exempt", Text("免评", "exempt")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part. ``clauses``, ``assumes``: its own and those of what it stands in.

    ``kind``: parameter, check, helper, standard, line, criterion (its points and pass), result,
    bands, rank, stars, not_rated, exempt, veto, gate, quota, target, report, act, pay, step, change ·
    ``criterion``: the criterion it stands in, else "".
    """

    kind: str
    id: str
    title: Text
    clauses: tuple[str, ...]
    assumes: tuple[str, ...]
    rules: tuple[Rule, ...]
    at: Place | None = None
    criterion: str = ""
    level: str = ""

    def nodes(self) -> Iterator[tree.Node]:
        """Every node of its rules."""
        for rule in self.rules:
            yield from walk(rule.tree)


def parts_of(scheme: Scheme) -> tuple[Part, ...]:
    """All parts: criteria first, then the rest in the order of the scheme's attributes."""
    return (*_criteria(scheme), *_helpers(scheme), *_single(scheme), *_mapped(scheme))


def nodes_behind(scheme: Scheme, rules: Iterable[Rule]) -> Iterator[tree.Node]:
    """Every node of the rules, and of the results and ranks that they name, each rule once."""
    waiting = list(rules)
    done: set[int] = set()
    while waiting:
        rule = waiting.pop(0)
        if id(rule) in done:
            continue
        done.add(id(rule))
        for node in walk(rule.tree):
            yield node
            if isinstance(node, tree.Ref) and node.what == "result":
                waiting.append(scheme.results[node.name].rule)
            elif isinstance(node, tree.Ref) and node.what == "rank":
                waiting += scheme.ranks[node.name].by


def registers_behind(scheme: Scheme, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The registers read by the rules, and by the results and ranks they name; each once."""
    return tuple(
        dict.fromkeys(
            node.name
            for node in nodes_behind(scheme, rules)
            if isinstance(node, tree.Rows) and node.source == "register"
        )
    )


def _criteria(scheme: Scheme) -> Iterator[Part]:
    for criterion in scheme.criteria.values():
        own = [rule for rule in (criterion.points, criterion.passed) if rule is not None]
        clauses, assumes = tuple(criterion.clause.split()), criterion.assumes
        base = Part(
            "criterion",
            criterion.id,
            criterion.title,
            clauses,
            assumes,
            tuple(own),
            criterion.at,
            criterion.id,
        )
        yield base
        yield from _standards(criterion, base)
        for line in criterion.lines.values():
            yield Part(
                "line",
                line.id,
                line.text,
                tuple(line.clause.split()) or clauses,
                _joined(assumes, line.assumes),
                (line.rule,),
                line.at,
                criterion.id,
            )


def _standards(criterion: Criterion, base: Part) -> Iterator[Part]:
    for level, standard in criterion.standards.items():
        asked = (standard.asked,) if standard.asked else ()
        yield Part(
            "standard",
            f"{criterion.id}@{level}",
            criterion.title,
            tuple(standard.clause.split()) or base.clauses,
            _joined(base.assumes, standard.assumes),
            (*standard.require, *asked),
            standard.at,
            criterion.id,
            level,
        )


def _helpers(scheme: Scheme) -> Iterator[Part]:
    every = scheme.every
    if every.points is not None:
        title = Text("每条得分", "the points of every criterion")
        yield Part("helper", "points", title, (), every.assumes, (every.points,))
    for helper in every.helpers.values():
        rules = tuple(rules_in(helper))
        yield Part("helper", helper.name, helper.title, (), every.assumes, rules)


def _single(scheme: Scheme) -> Iterator[Part]:
    for kind, title in _SINGLE:
        thing = getattr(scheme, kind)
        if thing is not None:
            yield _part(kind, kind, title, thing)


def _mapped(scheme: Scheme) -> Iterator[Part]:
    for kind, name in _MAPS:
        things: Mapping[str, Any] = getattr(scheme, name)
        for id_, thing in things.items():
            title = getattr(thing, "title", None) or Text(id_, id_)
            yield _part(kind, id_, title, thing)


def _part(kind: str, id_: str, title: Text, thing: object) -> Part:
    rules = tuple(rules_in(thing))
    at = getattr(thing, "at", None) or (rules[0].at if rules else None)
    clauses = tuple(getattr(thing, "clause", "").split())
    return Part(kind, id_, title, clauses, tuple(getattr(thing, "assumes", ())), rules, at)


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def clauses_in(*stated: str) -> tuple[str, ...]:
    """The clauses named in some texts (a space between two), each once, in the order met."""
    return tuple(dict.fromkeys(clause for text in stated for clause in text.split()))


def clauses_of(parts: Iterable[Part]) -> tuple[str, ...]:
    """The clauses of several parts, each once, in the order met."""
    return tuple(dict.fromkeys(clause for part in parts for clause in part.clauses))
