"""Criteria that decide nothing: whoever meets all the others meets them as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.parts import clauses_in
from xingping.doctor.visit import Visit
from xingping.doctor.wording import MORE_TIME
from xingping.doctor.world.proving import Answer, Case, Open, Prover
from xingping.doctor.world.world import World
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.outcome import Level
from xingping.policy.words import Text


def ask_idle_criteria(visit: Visit) -> Iterator[Finding]:
    """A criterion that holds, at each of its levels, wherever all other criteria hold."""
    scheme = visit.scheme
    criteria = [c for c in scheme.criteria.values() if c.standards]
    if len(criteria) < 2:  # noqa: PLR2004 -- alone it decides all
        return
    left = dict.fromkeys(criterion.id for criterion in criteria)
    open_ones: set[str] = set()
    for level in scheme.levels:
        asked = [c for c in criteria if left and level.id in c.standards]
        for criterion, answer in _implied(visit, asked, level, left):
            if isinstance(answer, Case):
                del left[criterion.id]  # it decides something here
            elif isinstance(answer, Open):
                open_ones.add(criterion.id)
    for name in left:
        yield _open(scheme.criteria[name]) if name in open_ones else _idle(scheme.criteria[name])


def _implied(
    visit: Visit, criteria: Sequence[Criterion], level: Level, left: Mapping[str, object]
) -> Iterator[tuple[Criterion, Answer]]:
    """Of each criterion left: whether it can fail at a level at which all the others hold."""
    world = World(visit.scheme)
    holds = {c.id: world.standard(c.id, level.id).certain for c in criteria}
    prover = Prover([world], visit)
    for criterion in criteria:
        if criterion.id in left:
            others = [term for name, term in holds.items() if name != criterion.id]
            yield criterion, prover.ask([*others, z3.Not(holds[criterion.id])])


def _idle(criterion: Criterion) -> Finding:
    return Finding(
        kind="criterion-idle",
        about=(criterion.id,),
        clauses=_clauses(criterion),
        said=Text(
            f"标准 {criterion.id}“{criterion.title.zh}”不起作用：其他各条都达到的，这一条也一定达到。",
            f"Criterion {criterion.id} '{criterion.title.en}' decides nothing: whoever meets all the "
            "others meets it too.",
        ),
        ways=(
            Text("删去这一条", "leave the criterion out"),
            Text("提高要求，或改用别的依据", "ask for more, or rest it on other facts"),
        ),
        weight="note",
        proof=Text(
            "逐档证明：不存在其他各条成立而这一条不成立的记录。",
            "Proven at each level: no records meet all the others and not this one.",
        ),
        at=criterion.at,
    )


def _open(criterion: Criterion) -> Finding:
    return Finding(
        kind="criterion-idle",
        about=(criterion.id,),
        clauses=_clauses(criterion),
        said=Text(
            f"标准 {criterion.id}“{criterion.title.zh}”是否起作用，未能在时限内判定。",
            f"Whether criterion {criterion.id} '{criterion.title.en}' decides anything was not settled "
            "in its time.",
        ),
        ways=(MORE_TIME,),
        weight="note",
        settled=False,
        at=criterion.at,
    )


def _clauses(criterion: Criterion) -> tuple[str, ...]:
    return clauses_in(criterion.clause, *(one.clause for one in criterion.standards.values()))
