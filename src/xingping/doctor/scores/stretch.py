"""The stretch of a score around one value of it on which a condition stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.scores.reach import FAR
from xingping.doctor.world.world import Value


@dataclass(frozen=True, slots=True)
class Stretch:
    """From ``low`` to ``high``, both included; None: without end on that side."""

    low: Fraction | None
    high: Fraction | None

    @property
    def single(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high


def stretch_of(model: z3.ModelRef, condition: z3.BoolRef, score: Value) -> Stretch | None:
    """The values of ``score`` around that of ``model`` for which ``condition`` holds, the rest as there.

    None where the score is a ratio, or the condition does not rest on it.
    """
    if not isinstance(score.den, int) or z3.is_int_value(score.low):
        return None
    steps = z3.Int("steps of the score")
    apart = z3.substitute(
        condition, (score.low, z3.Var(0, z3.IntSort()))
    )  # the model leaves it alone
    around = z3.substitute_vars(model.eval(apart, model_completion=True), steps)
    here = model.eval(score.low, model_completion=True)
    if z3.is_true(around) or z3.is_false(around) or not z3.is_int_value(here):
        return None
    now = here.as_long()
    ends = [_end(around, steps, now, way) for way in (-1, 1)]
    low, high = (None if e is None else Fraction(e, score.den) for e in ends)
    return Stretch(low, high)


def _end(around: z3.BoolRef, steps: z3.ArithRef, now: int, way: int) -> int | None:
    """The last value from ``now`` on, up or down, before the condition first fails."""
    one = z3.Optimize()
    beyond = steps > now if way > 0 else steps < now
    one.add(beyond, steps <= FAR, steps >= -FAR, z3.Not(around))
    goal = one.minimize(steps) if way > 0 else one.maximize(steps)
    if one.check() != z3.sat:
        return None
    end = one.lower(goal) if way > 0 else one.upper(goal)
    return int(end.as_long()) - way
