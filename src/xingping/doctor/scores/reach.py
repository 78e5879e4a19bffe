"""The most and the least that a number can be, over all records there could be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, Open, prove
from xingping.doctor.world.world import Value, World

FAR = 1 << 40  # in steps: a number that gets as far has no end worth telling


@dataclass(frozen=True, slots=True)
class End:
    """An end that is proven: nothing lies beyond ``value``. None: there is none short of far away."""

    value: Fraction | None


class _Unsettled(Exception):  # noqa: N818 -- no error: the solver gave no answer
    """A question on the way stayed open."""


def most(
    world: World, value: Value, visit: Visit, conditions: Sequence[z3.BoolRef] = ()
) -> End | None:
    """The most that ``value`` (a number, no ratio) can be under ``conditions``.

    None while that is not settled, or where nothing meets the conditions.
    """
    return _end(value, lambda n: _asked(world, [*conditions, value.low >= n], visit))


def least(
    world: World, value: Value, visit: Visit, conditions: Sequence[z3.BoolRef] = ()
) -> End | None:
    """The least that ``value`` can be under ``conditions``; None as for `most`."""
    found = _end(value, lambda n: _asked(world, [*conditions, value.high <= -n], visit))
    return found if found is None or found.value is None else End(-found.value)


def _end(value: Value, reaches: Callable[[int], bool]) -> End | None:
    """The highest number of steps that can be reached."""
    if not isinstance(value.den, int):
        return None
    try:
        if reaches(FAR):
            return End(None)
        if not reaches(-FAR):
            return None
        low, high = _bracket(value.den, reaches)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if reaches(middle) else (low, middle)
    except _Unsettled:
        return None
    return End(Fraction(low, value.den))


def _bracket(step: int, reaches: Callable[[int], bool]) -> tuple[int, int]:
    """A number that can be reached and one that cannot, found by doubling from 0."""
    if reaches(0):
        low = 0
        while reaches(step):
            low, step = step, step * 2
        return low, step
    high = 0
    while not reaches(-step):
        high, step = -step, step * 2
    return -step, high


def _asked(world: World, conditions: Sequence[z3.BoolRef], visit: Visit) -> bool:
    answer = prove(world, conditions, visit)
    if isinstance(answer, Open):
        raise _Unsettled
    return isinstance(answer, Case)
