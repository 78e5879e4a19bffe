"""Who is held at a level by a veto or a gate, and the places there that are taken by it."""

from __future__ import annotations

from collections.abc import Sequence

from xingping.rating.entrants import takes_part
from xingping.rating.run import Run
from xingping.rating.seats import Between


def left_to(one: Run, i: int) -> tuple[Between, Between]:
    """Both ends of the worst and of the best level that vetoes and gates leave to a subject."""
    levels = one.scheme.levels
    found = []
    for bound, level in (
        (one.compiled.outputs.worst, levels[0]),
        (one.compiled.outputs.best, levels[-1]),
    ):
        if bound is None:
            found.append((level.value, level.value))
        else:
            found.append((one.get(i, bound.lo) // bound.den, one.get(i, bound.hi) // bound.den))
    return found[0], found[1]


def is_held(one: Run, i: int) -> bool:
    """Whether vetoes and gates certainly leave one level alone."""
    worst, best = left_to(one, i)
    return worst[0] == best[1]


def places_left(one: Run, members: Sequence[int], line: int, number: Between) -> Between:
    """The places at ``line`` once those who are held there have theirs."""
    sure = perhaps = 0
    for i in members:
        part = takes_part(one, i)
        worst, best = left_to(one, i)
        sure += part[0] and worst[0] == best[1] == line
        perhaps += part[1] and worst[1] >= line >= best[0]
    return max(number[0] - perhaps, 0), max(number[1] - sure, 0)
