"""Rules that are always or never so, whatever the records are, and arms that are never taken."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.parts import Part
from xingping.doctor.questions.conditions import (
    Test,
    arms_of,
    choices_of,
    conditions_of,
    of_population,
    within,
)
from xingping.doctor.visit import Visit
from xingping.doctor.wording import MORE_TIME, cited
from xingping.doctor.world.proving import Impossible, Open, Prover
from xingping.doctor.world.world import World
from xingping.policy.faults import Place
from xingping.policy.language import tree
from xingping.policy.sentences import ask_both
from xingping.policy.words import Text

_KINDS = {
    "standard": Text("标准", "the standard"),
    "veto": Text("否决", "the veto"),
    "gate": Text("门槛", "the gate"),
    "act": Text("处理", "the consequence"),
    "exempt": Text("", ""),
    "not_rated": Text("", ""),
    "criterion": Text("标准", "the criterion"),
}


def ask_settled_conditions(visit: Visit) -> Iterator[Finding]:
    """Each condition: whether it can hold at all, and whether it can fail."""
    tests = [test for test in conditions_of(visit.scheme) if not of_population(test.node)]
    world = World(visit.scheme)
    truths = [world.truth(test.node, test.criteria[0]) for test in tests]
    prover = Prover([world], visit)
    for test, truth in zip(tests, truths, strict=True):
        holds = prover.ask([truth.possible])
        if isinstance(holds, Impossible):
            yield _settled(visit, test, "never-holds")
            continue
        fails = prover.ask([z3.Not(truth.certain)])
        if isinstance(fails, Impossible):
            yield _settled(visit, test, "always-holds")
        elif isinstance(holds, Open) or isinstance(fails, Open):
            yield _open(test, "always-holds")


def _settled(visit: Visit, test: Test, kind: str) -> Finding:
    never = kind == "never-holds"
    part = test.part
    asked = ask_both(test.node, visit.scheme)
    title, where = _title(part), cited(part.clauses)
    outcome = (
        Text("任何记录都不能使它成立", "no records whatever make it hold")
        if never
        else Text("任何记录都不能使它不成立", "no records whatever make it fail")
    )
    return Finding(
        kind=kind,
        about=(part.kind, part.id, _text(test)),
        clauses=part.clauses,
        said=Text(
            f"{title.zh}{where.zh}的条件“{asked.zh}”{'永远不会成立' if never else '永远成立，不起作用'}。",
            f"The condition of {title.en}{where.en}, '{asked.en}', "
            f"{'can never hold' if never else 'always holds and decides nothing'}.",
        ),
        ways=(
            Text(
                "核对数值和比较方向，改正条件", "check the figures and the comparison, and mend it"
            ),
            Text("删去这一条件", "leave the condition out"),
        ),
        weight="contradiction" if never and part.kind in {"standard", "gate"} else "gap",
        proof=Text(
            f"已按各栏目的取值范围证明：{outcome.zh}。",
            f"Proven within the limits of all fields: {outcome.en}.",
        ),
        at=_place(test),
    )


def _text(test: Test) -> str:
    return next((rule.text for rule in test.part.rules if rule.tree is test.node), "pass")


def _place(test: Test) -> Place | None:
    return next((rule.at for rule in test.part.rules if rule.tree is test.node), test.part.at)


def _title(part: Part) -> Text:
    kind = _KINDS.get(part.kind, Text("", ""))
    zh = f"{kind.zh}“{part.title.zh}”" if kind.zh else f"“{part.title.zh}”"
    en = f"{kind.en} '{part.title.en}'" if kind.en else f"'{part.title.en}'"
    if part.level:
        return Text(f"{zh}（{part.level}档）", f"{en} (level {part.level})")
    return Text(zh, en)


def _open(test: Test, kind: str) -> Finding:
    title, where = _title(test.part), cited(test.part.clauses)
    return Finding(
        kind=kind,
        about=(test.part.kind, test.part.id, _text(test)),
        clauses=test.part.clauses,
        said=Text(
            f"{title.zh}{where.zh}的条件能否成立、能否不成立，未能在时限内判定。",
            f"Whether the condition of {title.en}{where.en} can hold and can fail was not settled "
            "in its time.",
        ),
        ways=(MORE_TIME,),
        weight="note",
        settled=False,
        at=_place(test),
    )


def ask_idle_arms(visit: Visit) -> Iterator[Finding]:
    """Each arm of `by` and `if`: whether anyone, or any record, takes it."""
    world = World(visit.scheme)
    asked = [
        (test, choice, number, [_holds(world, test, arm, name) for name in test.criteria])
        for test, choice in choices_of(visit.scheme)
        if not of_population(test.node)
        for number, arm in enumerate(arms_of(choice), start=1)
    ]
    prover = Prover([world], visit)
    for test, choice, number, terms in asked:
        if terms:
            answer = prover.ask([z3.Or(*terms)])
            if isinstance(answer, Impossible):
                yield _idle(visit, test, choice, number)
            elif isinstance(answer, Open):
                yield _unsettled(test, number)


def _holds(world: World, test: Test, arm: tree.Node, criterion: str) -> z3.BoolRef:
    return world.truth(within(test.node, arm), criterion).possible


def _idle(visit: Visit, test: Test, choice: tree.By | tree.If, number: int) -> Finding:
    part = test.part
    title, where = _title(part), cited(part.clauses)
    arm = arms_of(choice)[number - 1]
    last = arm.parts[-1] if isinstance(arm, tree.Logic) and isinstance(choice, tree.By) else arm
    asked = ask_both(last, visit.scheme)
    return Finding(
        kind="idle-arm",
        about=(part.kind, part.id, str(number), _written(test)),
        clauses=part.clauses,
        said=Text(
            f"{title.zh}{where.zh}的第{number}种情形（{asked.zh}）永远轮不到。",
            f"Case {number} of {title.en}{where.en} ({asked.en}) is never the one.",
        ),
        ways=(
            Text("调整各情形的先后或数值", "mend the order or the figures of the cases"),
            Text("删去这一情形", "leave the case out"),
        ),
        weight="note",
        proof=Text(
            "已按各栏目的取值范围证明：没有记录先满足它而不满足前面各种情形。",
            "Proven within the limits of all fields: no records meet it and none of the cases before.",
        ),
        at=part.rules[0].at if part.rules else part.at,
    )


def _unsettled(test: Test, number: int) -> Finding:
    title, where = _title(test.part), cited(test.part.clauses)
    return Finding(
        kind="idle-arm",
        about=(test.part.kind, test.part.id, str(number), _written(test)),
        clauses=test.part.clauses,
        said=Text(
            f"{title.zh}{where.zh}的第{number}种情形会不会用到，未能在时限内判定。",
            f"Whether case {number} of {title.en}{where.en} is ever the one was not settled in its time.",
        ),
        ways=(MORE_TIME,),
        weight="note",
        settled=False,
        at=test.part.at,
    )


def _written(test: Test) -> str:
    return test.part.rules[0].text if test.part.rules else ""
