"""Putting a question to the solver: a proof that it cannot be, a case, or no answer in the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import z3

from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World

EFFORT = 4_000_000
"""What the solver may spend on one question, in its own units: the same on every machine."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """No records whatever meet the conditions together."""


@dataclass(frozen=True, slots=True)
class Case:
    """Counts and values that meet them."""

    model: z3.ModelRef


@dataclass(frozen=True, slots=True)
class Open:
    """The solver has not settled it."""


Answer = Impossible | Case | Open


def solver(worlds: Sequence[World], effort: int = EFFORT) -> z3.Solver:
    """A solver that knows the facts of these worlds (all that was asked of them so far)."""
    one = z3.SimpleSolver()
    one.set("rlimit", effort)
    one.set("random_seed", 0)
    seen: dict[int, z3.BoolRef] = {}
    for world in worlds:
        seen.update({fact.get_id(): fact for fact in world.facts})
    one.add(*seen.values())
    return one


def prove(
    worlds: World | Sequence[World],
    conditions: Sequence[z3.BoolRef],
    visit: Visit | None = None,
    effort: int = EFFORT,
) -> Answer:
    """Whether the conditions (terms of these worlds) can hold together."""
    listed = [worlds] if isinstance(worlds, World) else list(worlds)
    if visit is not None and visit.left <= 0:
        return Open()
    return _answer(solver(listed, effort), conditions, visit, effort)


@dataclass(slots=True)
class Prover:
    """Many questions to the same worlds; ask them everything before, as facts are taken once."""

    worlds: Sequence[World]
    visit: Visit | None = None
    one: z3.Solver = field(init=False)

    def __post_init__(self) -> None:
        self.one = solver(self.worlds)

    def ask(self, conditions: Sequence[z3.BoolRef]) -> Answer:
        """Whether the conditions can hold together."""
        return _answer(self.one, conditions, self.visit, EFFORT)


def _answer(
    one: z3.Solver, conditions: Sequence[z3.BoolRef], visit: Visit | None, effort: int
) -> Answer:
    if visit is not None:
        if visit.left <= 0:
            return Open()
        if visit.left < 3600:  # noqa: PLR2004 -- no limit worth setting
            one.set("timeout", max(1, int(visit.left * 1000)))
    found = one.check(*conditions)
    if found == z3.unsat or (found == z3.unknown and _alone(conditions, effort) == z3.unsat):
        return Impossible()
    return Case(one.model()) if found == z3.sat else Open()


def _alone(conditions: Sequence[z3.BoolRef], effort: int) -> z3.CheckSatResult:
    """Whether the conditions contradict each other by themselves, whatever the facts are."""
    one = z3.SimpleSolver()
    one.set("rlimit", effort // 4)
    return one.check(*conditions)
