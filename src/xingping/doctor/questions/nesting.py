"""Levels one above another: a higher one that holds where a lower does not, and two that are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import z3

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.parts import clauses_in
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Answer, Case, Impossible, Open, Prover, prove
from xingping.doctor.world.witness import Claim, witness
from xingping.doctor.world.world import World
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.outcome import Level
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text


def ask_not_nested(visit: Visit) -> Iterator[Finding]:
    """For each criterion: a case that meets the standard of a level and not that of the level below.

    Each standard is taken alone, without what `nested` adds to it.
    """
    scheme = visit.scheme
    world = World(scheme)
    asked = [
        (criterion, pair, _conditions(world, criterion, pair))
        for criterion in scheme.criteria.values()
        for pair in pairwise(level for level in scheme.levels if level.id in criterion.standards)
    ]
    prover = Prover([world], visit)
    for criterion, pair, ways in asked:
        for said, conditions in ways.items():
            answer = prover.ask(conditions)
            if not isinstance(answer, Impossible):
                shown = _shown(visit, criterion, pair, said) if isinstance(answer, Case) else None
                yield _finding(scheme, criterion, pair, said, shown)
                break


def _conditions(
    world: World, criterion: Criterion, pair: tuple[Level, Level]
) -> dict[str, list[z3.BoolRef]]:
    """The higher level holds and the lower one fails, or is not known."""
    low, high = (world.standard(criterion.id, level.id, alone=True) for level in pair)
    return {
        "not met": [high.certain, z3.Not(low.possible)],
        "unknown": [high.certain, z3.Not(low.certain)],
    }


def _shown(
    visit: Visit, criterion: Criterion, pair: tuple[Level, Level], said: str
) -> Witness | None:
    """A case that rests on nothing but what the criterion reads."""
    world = World(visit.scheme)
    conditions = _conditions(world, criterion, pair)[said]
    return witness(world, conditions, _claim(visit.scheme, criterion, pair, said), visit)


def _claim(scheme: Scheme, criterion: Criterion, pair: tuple[Level, Level], said: str) -> Claim:
    below, above = pair
    title = Text(
        f"{above.title.zh}的标准成立，{below.title.zh}的不成立",
        f"the standard of {above.title.en} holds, that of {below.title.en} does not",
    )
    alone = {below.id: said, above.id: "met"}
    if not scheme.nested:
        return Claim(title, alone, criterion.id)
    together = {below.id: said, above.id: said}
    return Claim(title, together, criterion.id, ((replace(scheme, nested=""), alone),))


def _finding(
    scheme: Scheme,
    criterion: Criterion,
    pair: tuple[Level, Level],
    said: str,
    shown: Witness | None,
) -> Finding:
    below, above = pair
    low, high = criterion.standards[below.id], criterion.standards[above.id]
    clauses = clauses_in(high.clause, low.clause)
    title = Text(f"{criterion.id}“{criterion.title.zh}”", f"{criterion.id} '{criterion.title.en}'")
    outcome = (
        Text("却不成立", "does not")
        if said == "not met"
        else Text("却尚不能认定（没有可算的记录）", "is not known (nothing to count)")
    )
    told = Text(
        f"标准 {title.zh}：只看各档自己的要求，有这样的记录：达到{above.title.zh}（条款 {high.clause}），"
        f"{below.title.zh}（条款 {low.clause}）{outcome.zh}。",
        f"Criterion {title.en}: by what each level asks for itself, a case meets {above.title.en} "
        f"({high.clause}) where {below.title.en} ({low.clause}) {outcome.en}.",
    )
    if scheme.nested:
        told = Text(
            f"{told.zh}方案按“高档含低档”（{scheme.nested}）处理，两档都算未达到；取消这一口径就会漏掉。",
            f"{told.en} The scheme reads a level as containing the lower ones ({scheme.nested}), "
            "so that neither is met; without that reading the gap is open.",
        )
    if shown is None:
        told = Text(f"{told.zh}未能在时限内判定。", f"{told.en} Not settled in its time.")
    return Finding(
        kind="levels-not-nested",
        about=(criterion.id, above.id, below.id),
        clauses=clauses,
        said=told,
        ways=_ways(scheme, pair),
        weight="note" if scheme.nested and shown is not None else "gap",
        witness=shown,
        settled=shown is not None,
        at=high.at,
    )


def _ways(scheme: Scheme, pair: tuple[Level, Level]) -> tuple[Text, ...]:
    below, above = pair
    repeat = Text(
        f"在{above.title.zh}的标准里写明{below.title.zh}的要求",
        f"write what {below.title.en} asks into the standard of {above.title.en} too",
    )
    if scheme.nested:
        keep = Text(
            f"保留“高档含低档”（{scheme.nested}），并认可本项",
            f"keep the reading that levels contain the lower ones ({scheme.nested}) and accept this",
        )
        return keep, repeat
    nest = Text(
        "写明“高档含低档”（nested）：某一档成立，须以下各档也成立",
        "state that levels contain the lower ones (nested): one holds only with every lower one",
    )
    return nest, repeat


def ask_alike(visit: Visit) -> Iterator[Finding]:
    """Two levels one above the other whose standards always hold together, in every criterion."""
    scheme = visit.scheme
    criteria = [c for c in scheme.criteria.values() if c.standards]
    asked = [level for level in scheme.levels if any(level.id in c.standards for c in criteria)]
    shared = World(scheme) if criteria else None
    for below, above in pairwise(asked):
        if shared is None:
            continue
        answer = _apart(visit, shared, criteria, (below, above))
        if isinstance(answer, Impossible):
            yield _alike(criteria, below, above)
        elif isinstance(answer, Open):
            yield _perhaps_alike(criteria, below, above)


def _apart(
    visit: Visit, shared: World, criteria: list[Criterion], pair: tuple[Level, Level]
) -> Answer:
    """Whether some criterion can hold at one of two levels and not at the other."""
    found: Answer = Impossible()
    for criterion in criteria:
        world = World(visit.scheme, shared=shared)
        low, high = (world.standard(criterion.id, level.id).certain for level in pair)
        answer = prove(world, [low != high], visit)
        if isinstance(answer, Case):
            return answer
        if isinstance(answer, Open):
            found = answer
    return found


def _perhaps_alike(criteria: list[Criterion], below: Level, above: Level) -> Finding:
    said = Text(
        f"{below.title.zh}和{above.title.zh}的标准是否逐条等价，未能在时限内判定。",
        f"Whether the standards of {below.title.en} and {above.title.en} are equivalent was not settled "
        "in its time.",
    )
    return replace(_alike(criteria, below, above), said=said, proof=None, settled=False)


def _alike(criteria: list[Criterion], below: Level, above: Level) -> Finding:
    stated = [
        c.standards[i].clause for c in criteria for i in (below.id, above.id) if i in c.standards
    ]
    return Finding(
        kind="levels-alike",
        about=(below.id, above.id),
        clauses=clauses_in(*stated),
        said=Text(
            f"{below.title.zh}和{above.title.zh}的标准逐条等价，谁都无法只达到其中一档。",
            f"The standards of {below.title.en} and {above.title.en} are equivalent, criterion by "
            "criterion: nobody can meet one and not the other.",
        ),
        ways=(
            Text(f"为{above.title.zh}另定更高的要求", f"ask more for {above.title.en}"),
            Text("合并两档", "make one level of the two"),
        ),
        proof=Text(
            "对每条标准都已证明：不存在一档成立而另一档不成立的记录。",
            "Proven for every criterion: no records meet one level and not the other.",
        ),
    )
