"""Looking for a case where the whole question is too hard: in narrower worlds first.

A case found in a narrower world is a case; only the whole world can say that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import z3

from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import EFFORT, Answer, Case, Open, prove
from xingping.doctor.world.world import World
from xingping.rating.compile.place import At

_FEW = (1, 3, 10)  # records of each kind: one, a usual quorum, a larger one
_QUICK = EFFORT // 8


def seek(
    world: World, conditions: Sequence[z3.BoolRef], visit: Visit
) -> tuple[Answer, list[z3.BoolRef]]:
    """An answer, and what was assumed besides to find it (nothing where there is no case)."""
    found = prove(world, conditions, visit, _QUICK)
    if not isinstance(found, Open):
        return found, []
    for more in _narrower(world):
        answer = prove(world, [*conditions, *more], visit, _QUICK)
        if isinstance(answer, Case):
            return answer, more
    return prove(world, conditions, visit, EFFORT // 2), []


def _narrower(world: World) -> Iterator[list[z3.BoolRef]]:
    """The best that each line can give; so many records of every kind."""
    best = list(_best_lines(world))
    if best:
        yield best
    cells = [cell for kinds in world.gathering.kinds.values() for cell in kinds.leaves]
    for number in _FEW if cells else ():
        yield [z3.Or(cell.count == 0, cell.count == number) for cell in cells]


def _best_lines(world: World) -> Iterator[z3.BoolRef]:
    for criterion in world.scheme.criteria.values():
        at = At(criterion=criterion.id)
        for line in criterion.lines.values():
            read = world.whole.criteria.line(line, at)
            if read.high is not None:
                yield world.value(read).low == read.high
