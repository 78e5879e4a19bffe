"""A cap that cuts off what the lines under it offer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.scores.about import About
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, Open, prove
from xingping.doctor.world.witness import Claim, witness
from xingping.doctor.world.world import World
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text
from xingping.rating.compile.place import At

CAPPED = "cap-below-offer"


def ask_caps(visit: Visit) -> Iterator[Finding]:
    """Criteria whose lines, each with an end of its own, offer more together than the cap counts."""
    for criterion in visit.scheme.criteria.values():
        if criterion.high is not None:
            yield from _capped(visit, criterion)


def _offer(criterion: Criterion) -> Fraction | None:
    """The points of all lines together; None where one has no end (points for each event)."""
    ends = [
        line.high
        if line.high is not None
        else max((points for _, points in line.options if points is not None), default=None)
        for line in criterion.lines.values()
    ]
    if any(end is None for end in ends):
        return None
    return sum((end for end in ends if end is not None), criterion.base)


def _sum(world: World, criterion: Criterion) -> tuple[z3.ArithRef, int]:
    """The lines' points together, in units of 1 / den."""
    reads = [
        world.whole.criteria.line(line, At(criterion=criterion.id))
        for line in criterion.lines.values()
    ]
    values = [(world.value(read).low, read.den) for read in reads]
    den = lcm(*(d for _, d in values))
    return z3.Sum([low * (den // d) for low, d in values]), den


def _capped(visit: Visit, criterion: Criterion) -> Iterator[Finding]:
    cap, offer = criterion.high, _offer(criterion)
    if cap is None or offer is None or offer <= cap:
        return
    world = World(visit.scheme)
    total, den = _sum(world, criterion)
    bound = (cap - criterion.base) * den
    over = total * bound.denominator > bound.numerator
    answer = prove(world, [over], visit)
    about = About(CAPPED, (criterion.id,), tuple(criterion.clause.split()), criterion.at, "note")
    if isinstance(answer, Open):
        yield about.open(
            Text(
                f"“{criterion.title.zh}”的分项合起来会不会超过上限",
                f"whether the lines of '{criterion.title.en}' together exceed its cap",
            )
        )
    if not isinstance(answer, Case):
        return
    claim = Claim(
        Text("超过上限的部分不计", "what lies beyond the cap is lost"),
        {"points": figure(cap)},
        criterion.id,
    )
    shown = witness(world, [over], claim, visit)
    yield about.made(
        Text(
            f"“{criterion.title.zh}”各分项合计可得{figure(offer)}分，上限只计{figure(cap)}分，多得的不起作用。",
            f"the lines of '{criterion.title.en}' offer {figure(offer)} points together; the cap counts {figure(cap)}, "
            "and the rest has no effect.",
        ),
        (
            Text(
                "确认上限是有意为之，并接受本项", "confirm that the cap is meant, and accept this"
            ),
            Text("按上限重新分配各分项的分值", "share the cap out among the lines"),
            Text("提高上限", "raise the cap"),
        ),
        shown,
        facts=(("offer", figure(offer)), ("cap", figure(cap))),
    )
