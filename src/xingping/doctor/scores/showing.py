"""A case with the points that the engine gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import z3

from xingping.doctor.finding import Witness
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, prove
from xingping.doctor.world.witness import Claim, witness
from xingping.doctor.world.world import Value, World
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text


def shown(
    world: World,
    value: Value,
    conditions: Sequence[z3.BoolRef],
    what: tuple[str, str, Callable[[str], Text]],
    visit: Visit,
) -> tuple[Witness | None, str]:
    """The smallest case, and ``value`` in it; ``what``: the name expected, of which criterion, its words.

    None and "" where there is no such case, or none that the engine rates so.
    """
    name, criterion, said = what
    known = [*conditions, value.there]
    answer = prove(world, known, visit)
    if not isinstance(answer, Case) or not isinstance(value.den, int):
        return None, ""
    steps = answer.model.eval(value.low, model_completion=True)
    if not z3.is_int_value(steps):
        return None, ""
    got = figure(Fraction(steps.as_long(), value.den))
    claim = Claim(said(got), {name: got}, criterion)
    return witness(world, [*known, value.low == steps], claim, visit), got
