"""A level that no records lead to."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.places import moved_to
from xingping.doctor.scores.about import About
from xingping.doctor.scores.dividing import dividing_score
from xingping.doctor.scores.reach import most
from xingping.doctor.scores.seeking import seek
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Impossible, Open
from xingping.doctor.world.world import World
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

NO_LEVEL = "level-unreachable"


def ask_levels(visit: Visit) -> Iterator[Finding]:
    """A level that no records lead to."""
    scheme = visit.scheme
    if scheme.stars.rule is None:
        return
    world = World(scheme)
    stars = world.stars()
    places = {level for quota in scheme.quotas.values() for level in quota.places}
    places |= moved_to(scheme)
    for level in scheme.levels[1:]:
        if level.id in places or not isinstance(stars.den, int):
            continue
        has = z3.And(stars.low == level.value * stars.den, stars.high == level.value * stars.den)
        answer, _ = seek(world, [has], visit)
        about = About(
            NO_LEVEL,
            (level.id,),
            tuple(scheme.stars.clause.split()),
            scheme.stars.rule.at,
            "contradiction",
        )
        if isinstance(answer, Open):
            yield about.open(
                Text(f"能否评上{level.title.zh}", f"whether {level.title.en} can be reached")
            )
        if isinstance(answer, Impossible):
            yield _unreachable(visit, world, level.title, about)


def _unreachable(visit: Visit, world: World, title: Text, about: About) -> Finding:
    score, best, why = dividing_score(world), "", Text("", "")
    end = most(world, score[1], visit) if score else None
    if score and end and end.value is not None:
        of, best = score[0], figure(end.value)
        why = Text(f"，{of.zh}最高只有{best}分", f"; the {of.en} is at most {best}")
    return about.made(
        Text(
            f"没有任何情形能评上{title.zh}：条件合在一起做不到{why.zh}。",
            f"nothing leads to {title.en}: its conditions cannot hold together{why.en}.",
        ),
        (
            Text(
                "降低该级的分数线或名次要求", "lower the line or the rank that the level asks for"
            ),
            Text("增加可得的分数", "offer more points"),
            Text("取消这一级", "do without the level"),
        ),
        proof=Text(
            "任何记录都得不到这一级（由约束求解证明）",
            "no records give this level (the solver finds none)",
        ),
        facts=(("most", best),),
    )
