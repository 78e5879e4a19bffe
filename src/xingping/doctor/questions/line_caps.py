"""Caps within a rule: a line's own limit, or lower(…), that cuts off what the rule would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.questions.caps import CAPPED
from xingping.doctor.scores.about import About
from xingping.doctor.scores.lines import ends_of
from xingping.doctor.scores.showing import NotShownError, shown
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import Value, World
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text
from xingping.rating.compile.place import At


@dataclass(frozen=True, slots=True)
class _Capped:
    """``inner`` counts up to ``cap``; what is claimed of a case: ``name`` of ``criterion``."""

    id: str
    title: Text
    clause: str
    at: Place | None
    inner: tree.Node
    cap: Fraction
    name: str
    criterion: str = ""


def ask_line_caps(visit: Visit) -> Iterator[Finding]:
    """Lines and results of which the rule offers more than its cap counts, both with an end."""
    for one in _all(visit):
        world = World(visit.scheme)
        offer = _offer(world, one)
        if offer is not None and offer > one.cap:
            yield from _told(visit, world, one, offer)


def _all(visit: Visit) -> Iterator[_Capped]:
    for criterion in visit.scheme.criteria.values():
        for line in criterion.lines.values():
            tree_, clause = line.rule.tree, line.clause or criterion.clause
            if isinstance(tree_, tree.Asked):
                continue  # its range is what it offers
            inner, caps = _lower(tree_)
            caps += [line.high] if line.high is not None else []
            if caps:
                yield _Capped(
                    line.id, line.text, clause, line.at, inner, min(caps), "points", criterion.id
                )
    for name, result in visit.scheme.results.items():
        inner, caps = _lower(result.rule.tree)
        if caps:
            yield _Capped(name, result.title, result.clause, result.rule.at, inner, min(caps), name)


def _lower(node: tree.Node) -> tuple[tree.Node, list[Fraction]]:
    """What a rule gives before lower(number, …) around the whole of it, and the numbers."""
    caps: list[Fraction] = []
    while isinstance(node, tree.Call) and node.function == "lower":
        others = [arg for arg in node.args if not isinstance(arg, tree.Number)]
        if len(others) != 1:
            break
        caps += [arg.value for arg in node.args if isinstance(arg, tree.Number)]
        node = others[0]
    return node, caps


def _offer(world: World, one: _Capped) -> Fraction | None:
    return ends_of(world.whole.reader.value(one.inner, At(criterion=one.criterion))).high


def _told(visit: Visit, world: World, one: _Capped, offer: Fraction) -> Iterator[Finding]:
    inner = world.number(one.inner, one.criterion)
    claimed = world.points(one.criterion) if one.criterion else world.result(one.name)
    if not isinstance(claimed, Value) or not isinstance(inner.den, int):
        return
    cap, most = figure(one.cap), figure(offer)
    beyond: z3.BoolRef = inner.low * one.cap.denominator > one.cap.numerator * inner.den
    about = About(CAPPED, (one.id,), tuple(one.clause.split()), one.at, "note")
    try:
        case, got = shown(
            world,
            claimed,
            [beyond],
            (
                one.name,
                one.criterion,
                lambda got: Text(
                    f"超过{cap}分的部分不计，得{got}分",
                    f"what lies beyond {cap} is lost: {got} points",
                ),
            ),
            visit,
        )
    except NotShownError:
        yield about.open(
            Text(
                f"“{one.title.zh}”多做的是否超过上限{cap}分",
                f"whether the rule of '{one.title.en}' gives more than its cap of {cap}",
            )
        )
        return
    if not got:
        return
    yield about.made(
        Text(
            f"“{one.title.zh}”按规则最多可得{most}分，上限只计{cap}分，多做的不起作用。",
            f"the rule of '{one.title.en}' gives {most} points at most; the cap counts {cap}, and more has "
            "no effect.",
        ),
        (
            Text(
                "确认上限是有意为之，并接受本项", "confirm that the cap is meant, and accept this"
            ),
            Text(
                "降低每次的分值，使做满恰好达到上限",
                "lower what each time earns, so that all of it comes to the cap",
            ),
            Text("提高上限", "raise the cap"),
        ),
        case,
        facts=(("offer", most), ("cap", cap)),
    )
