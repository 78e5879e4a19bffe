"""A case with the points that the engine gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import z3

from xingping.doctor.finding import Witness
from xingping.doctor.scores.reach import least, most
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
    if not isinstance(value.den, int):
        return None, ""
    for steps in _values(world, value, known, visit):
        got = figure(Fraction(steps, value.den))
        claim = Claim(said(got), {name: got}, criterion)
        found = witness(world, [*known, value.low == steps], claim, visit)
        if found is not None:
            return found, got
    return None, ""


def _values(world: World, value: Value, known: Sequence[z3.BoolRef], visit: Visit) -> Iterator[int]:
    """Values to show, in steps: the nearest to nothing, the furthest; a model's own, which may be any, last."""
    for sign, ends in ((value.low >= 0, (least, most)), (value.low < 0, (most, least))):
        answer = prove(world, [*known, sign], visit)
        if not isinstance(answer, Case):
            continue
        for end in ends:
            found = end(world, value, visit, [*known, sign])
            if found is not None and found.value is not None:
                yield int(found.value * int(str(value.den)))
        steps = answer.model.eval(value.low, model_completion=True)
        if z3.is_int_value(steps):
            yield int(steps.as_long())
        return
