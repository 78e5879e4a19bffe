"""Lines set by the season above what a level's own standards earn."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.made import Made, mentions
from xingping.doctor.population.made_cases import above_line
from xingping.doctor.population.made_told import case_said, made_finding
from xingping.doctor.world.proving import Case
from xingping.policy.language.tree import Compare, Node, Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Level, Parameter
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

KIND = "made-line-shuts-out"


def shut_out(one: Made) -> Iterator[Finding]:
    """A line set by the season above what a level's own standards can earn."""
    for level in one.visit.scheme.levels[1:]:
        for parameter, criterion in dict.fromkeys(_lines(one, level)):
            yield from _shut_out(one, level, parameter, criterion)


def _lines(one: Made, level: Level) -> Iterator[tuple[Parameter, str]]:
    """The parameters that a standard of this level sets against the ranked score."""
    scheme = one.visit.scheme
    names = {n.name for n in walk(one.rank.by[0].tree) if isinstance(n, Ref)}
    for criterion in scheme.criteria.values():
        standard = criterion.standards.get(level.id)
        for rule in standard.require if standard else ():
            for node in walk(rule.tree):
                if isinstance(node, Compare) and any(mentions(scheme, node, n) for n in names):
                    for parameter in _parameters(one, node):
                        yield parameter, criterion.id


def _parameters(one: Made, node: Node) -> Iterator[Parameter]:
    scheme = one.visit.scheme
    return (p for p in scheme.parameters.values() if mentions(scheme, node, p.id))


def _shut_out(one: Made, level: Level, parameter: Parameter, criterion: str) -> Iterator[Finding]:
    others = one.others(level.id, exactly=True)
    score = one.settled_score(one.made, *others)
    if score is None or (parameter.high is not None and parameter.high <= score):
        return
    above = one.line_above(parameter, score)
    stars = one.world.stars()
    has = stars.low >= level.value * stars.den
    if not one.never(one.made, *others, above, has):
        return
    witness = above_line(one.anew(), level, parameter, score)
    if witness is None and not isinstance(one.ask(one.made, *others, z3.Not(above), has), Case):
        return  # shut out by something else
    said = figure(score)
    high = "" if parameter.high is None else f"（可定到{figure(parameter.high)}）"
    high_en = "" if parameter.high is None else f" (up to {figure(parameter.high)} is allowed)"
    case, case_en = case_said(one)
    title, clause = (
        parameter.title,
        one.visit.scheme.criteria[criterion].standards[level.id].clause,
    )
    yield made_finding(
        one,
        (KIND, parameter.id, criterion, level.id),
        clause,
        (
            Text(
                f"{case}各条都恰为{level.title.zh}的得{said}分：{title.zh}定在{said}分以上{high}，"
                f"这样的就得不到{level.title.zh}（{clause}），名次再好也不行。",
                f"{case_en}whoever is at {level.title.en} throughout has {said}: a {title.en} above {said}"
                f"{high_en} shuts them out of {level.title.en} ({clause}), whatever their rank.",
            ),
            Text(
                f"没有任何事实使各条恰为{level.title.zh}、{title.zh}高于{said}而得{level.title.zh}；不高于{said}时则有",
                f"no facts give {level.title.en} with all criteria just at that level and a {title.en} "
                f"above {said}; up to {said} some do",
            ),
        ),
        (
            Text(
                f"把{title.zh}的上限定为{said}（允许范围 between）",
                f"bound the {title.en} by {said} (between)",
            ),
            Text("各档分别设定", "set one for each level"),
            Text("改为“名次或分数有一即可”", "let the rank or the score do"),
        ),
        facts=(("level", level.id), ("score", str(score))),
        witness=witness,
    )
