"""The lines of a criterion as numbers: what each can give and take by its own rule."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import z3

from xingping.doctor.world.world import World
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Num

FAR = 1000  # an end beyond this comes from the most records there may be, not from the text


@dataclass(frozen=True, slots=True)
class Ends:
    """The least and the most that a number can be by its parts; None: no end worth telling."""

    low: Fraction | None
    high: Fraction | None


def ends_of(read: object) -> Ends:
    """The ends of a compiled value; of what is no number, none."""
    if not isinstance(read, Num):
        return Ends(None, None)
    ends = (None if end is None else Fraction(end, read.den) for end in (read.low, read.high))
    return Ends(*(None if end is None or abs(end) > FAR else end for end in ends))


def line_ends(world: World, criterion: Criterion, line: Line) -> Ends:
    """What a line can give and take, within its own limits."""
    return ends_of(world.whole.criteria.line(line, At(criterion=criterion.id)))


def sum_of(world: World, criterion: Criterion) -> tuple[z3.ArithRef, int]:
    """The most that base and lines come to, before the criterion's own limits, in units of 1 / den."""
    reads = [
        world.whole.criteria.line(line, At(criterion=criterion.id))
        for line in criterion.lines.values()
    ]
    values = [(world.value(read).high, read.den) for read in reads]
    den = lcm(criterion.base.denominator, *(d for _, d in values))
    return z3.Sum([z3.IntVal(int(criterion.base * den)), *(v * (den // d) for v, d in values)]), den
