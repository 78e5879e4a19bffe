"""A model as a worked example: the smallest case, its records, and the engine's word that it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import z3

from xingping.doctor.finding import Witness
from xingping.doctor.visit import Visit
from xingping.doctor.world.free import CAMPAIGN, PARAMETER, YEAR
from xingping.doctor.world.layout import Layout, TooLargeError, late
from xingping.doctor.world.plainest import plainest
from xingping.doctor.world.prototype import Row
from xingping.doctor.world.proving import EFFORT, solver
from xingping.doctor.world.smallest import Smallest
from xingping.doctor.world.telling import told
from xingping.doctor.world.world import World
from xingping.doctor.world.writing import Written, decimal, written_row
from xingping.policy.faults import Place
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.outcome import FIRST_YEAR
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.check import compare
from xingping.rating.examples.rows import ExampleFaultyError

FAR = 10**12  # below every sum there is


@dataclass(frozen=True, slots=True)
class Claim:
    """What the engine has to say of a case, as a worked example expects it (``criterion``: of one).

    ``also``: the same facts under a changed scheme, and what it has to say then.
    """

    title: Text
    expect: Mapping[str, str]
    criterion: str = ""
    also: tuple[tuple[Scheme, Mapping[str, str]], ...] = ()


def witness(
    world: World, conditions: Sequence[z3.BoolRef], claim: Claim, visit: Visit | None = None
) -> Witness | None:
    """The smallest case of one subject that meets the conditions, if the engine rates it as claimed.

    The subject is alone (so its rank is 1). None where there is no such case, or none was found.
    """
    try:
        given = smallest_case(world, conditions, visit)
    except TooLargeError:
        return None
    if given is None:
        return None
    example = Example(claim.title, claim.criterion, given, {}, dict(claim.expect), Place("doctor"))
    if not rated_as(world.scheme, example):
        return None
    for scheme, expect in claim.also:
        other = Example(claim.title, claim.criterion, given, {}, dict(expect), Place("doctor"))
        if not rated_as(scheme, other):
            return None
    return Witness(claim.title, example, told(world.scheme, given))


def rated_as(scheme: Scheme, example: Example) -> bool:
    """Whether the engine says of an example all that it expects."""
    try:
        return all(one.holds for one in compare(scheme, example))
    except (ExampleFaultyError, KeyError):
        return False


def answered(scheme: Scheme, example: Example) -> Example | None:
    """The example with every expectation as the engine answers it; equal subjects answer alike."""
    try:
        compared = compare(scheme, example)
    except (ExampleFaultyError, KeyError):
        return None
    found = {(one.subject.partition("#")[0], one.what): one.found for one in compared}
    subjects = tuple(
        replace(one, expect={what: found[one.id, what] for what in one.expect})
        for one in example.subjects
    )
    expect = {what: found["", what] for what in example.expect}
    return replace(example, expect=expect, subjects=subjects)


def smallest_case(
    world: World,
    conditions: Sequence[z3.BoolRef],
    visit: Visit | None = None,
    see: Callable[[z3.ModelRef], None] = lambda _: None,
) -> dict[str, object] | None:
    """What a worked example is given, of the smallest case there is. Raises TooLargeError.

    ``see`` is shown the case's counts and values.
    """
    one = solver([world], EFFORT)
    one.add(*conditions, *_alone(world))
    if one.check() != z3.sat:
        return None
    small = Smallest(one, one.model(), go_on=lambda: visit is None or visit.left > 0)
    _set_parameters(world, small)
    leaves = [cell for kinds in world.gathering.kinds.values() for cell in kinds.leaves]
    if leaves:
        small.least(z3.Sum([cell.count for cell in leaves]), 0)
    small.all_least((cell.count, 0) for cell in leaves)
    for row in _rows(world):
        late(small, row, row.used)
        plainest(small, row, row.used)
    small.all_least(_numbers(world, small))
    given: dict[str, object] = dict(_parameters(world, small))
    own = written_row(world.own, world.own.used, small.model)
    if own:
        given["subject"] = own
    rows: dict[str, list[Written]] = Layout(world.gathering, world.space, small).written()
    given.update(rows)
    see(small.model)
    return given


def _alone(world: World) -> Iterator[z3.BoolRef]:
    for name in world.columns:
        if name in world.scheme.ranks:
            yield world.rank(name) == 1
            yield world.ranked(name) == 1
    if "count all" in world.season:
        yield world.season["count all"] == 1


def _set_parameters(world: World, small: Smallest) -> None:
    """Parameters as they are set by default where the case allows, else as low as can be."""
    for name, term in sorted(world.season.items()):
        if not name.startswith(PARAMETER) or name == PARAMETER + FIRST_YEAR:
            continue
        spec = world.scheme.parameters[name.removeprefix(PARAMETER)]
        default = spec.default if not isinstance(spec.default, str) else None
        if default is not None and small.may(term == int(default * spec.step.denominator)):
            continue
        small.least(term, int((spec.low or 0) * spec.step.denominator))


def _rows(world: World) -> list[Row]:
    """The subject's own row and the records picked."""
    return [world.own, *(one.row for one in world.gathering.picked.values())]


def _numbers(world: World, small: Smallest) -> Iterator[tuple[z3.ArithRef, int]]:
    """Every number of the case besides counts, with its floor, in a fixed order."""
    for kinds in world.gathering.kinds.values():
        for cell in kinds.leaves:
            for key, total in cell.sums.items():
                ends = cell.of(key)
                n = small.number(cell.count)
                if n or ends is None:
                    yield total, (ends[0] * n if ends else -FAR)
    for row in _rows(world):
        for name in row.used:
            if name in row.prototype.ends:
                yield row.number(name), row.prototype.ends[name][0]


def _parameters(world: World, small: Smallest) -> Iterator[tuple[str, str]]:
    for name, term in sorted(world.season.items()):
        if name.startswith(PARAMETER):
            spec = world.scheme.parameters[name.removeprefix(PARAMETER)]
            yield spec.id, decimal(Fraction(small.number(term), spec.step.denominator))
    if CAMPAIGN in world.season and PARAMETER + FIRST_YEAR not in world.season:
        yield FIRST_YEAR, str(YEAR + 1 - small.number(world.season[CAMPAIGN]))
