"""A case with the points that the engine gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import z3

from xingping.doctor.finding import Witness
from xingping.doctor.visit import Visit
from xingping.doctor.world.layout import TooLargeError
from xingping.doctor.world.proving import Case, Impossible, prove
from xingping.doctor.world.telling import told
from xingping.doctor.world.witness import answered, smallest_case
from xingping.doctor.world.world import Value, World
from xingping.policy.faults import Place
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.plain import as_number
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text


class NotShownError(Exception):
    """There may be a case, and none was found that the engine rates so: the question is open."""


def shown(
    world: World,
    value: Value,
    conditions: Sequence[z3.BoolRef],
    what: tuple[str, str, Callable[[str], Text]],
    visit: Visit,
) -> tuple[Witness | None, str]:
    """The smallest case, and ``value`` in it; ``what``: the name expected, of which criterion, its words.

    None and "" where there is proof that there is no such case. Raises NotShownError.
    """
    name, criterion, said = what
    known = [*conditions, value.there]
    if isinstance(prove(world, known, visit), Impossible):
        return None, ""
    try:
        given = smallest_case(world, known, visit)
    except TooLargeError:
        raise NotShownError from None
    if given is None or not isinstance(value.den, int):
        raise NotShownError
    asked = Example(Text("", ""), criterion, given, {}, {name: "unknown"}, Place("doctor"))
    example = answered(world.scheme, asked)
    got = as_number(example.expect[name]) if example is not None else None
    if example is None or got is None:
        raise NotShownError
    # Counts allow for more than records do: the engine's number has to meet the conditions, too.
    steps = got * value.den
    agrees = [*known, value.low * steps.denominator == steps.numerator]
    if not isinstance(prove(world, agrees, visit), Case):
        raise NotShownError
    points = figure(got)
    facts = told(world.scheme, given)
    return Witness(said(points), replace(example, title=said(points)), facts), points
