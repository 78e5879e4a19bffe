"""Levels that nobody reaches by doing all that is asked: only bonus points lead there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.parts import clauses_in
from xingping.doctor.scores.about import About
from xingping.doctor.scores.dividing import dividing_score
from xingping.doctor.scores.reach import most
from xingping.doctor.visit import Visit
from xingping.doctor.wording import cited, listed
from xingping.doctor.world.proving import Case, Impossible, Open, prove
from xingping.doctor.world.world import World
from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.outcome import Level
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

NEEDED = "level-needs-bonus"


def ask_bonus_needed(visit: Visit) -> Iterator[Finding]:
    """Bands that some record reaches, and none without bonus points."""
    scheme = visit.scheme
    bonus = [c for c in scheme.criteria.values() if c.bonus]
    if scheme.bands is None or not bonus:
        return
    world = World(scheme)
    score = dividing_score(world)
    bands = {
        level: world.truth(scheme.bands.rules[level.id].tree).possible
        for level in reversed(scheme.levels)
        if level.id in scheme.bands.rules
    }
    without = [z3.And(p.low == 0, p.high == 0) for p in (world.points(c.id) for c in bonus)]
    if not isinstance(prove(world, without, visit), Case):
        return
    out: list[Level] = []
    for level, band in bands.items():
        answer = prove(world, [band, *without], visit)
        if isinstance(answer, Open):
            yield _open(visit, level)
        if not isinstance(answer, Impossible):
            break
        if isinstance(prove(world, [band], visit), Case):
            out.append(level)
    if out:
        end = most(world, score[1], visit, without) if score else None
        best = figure(end.value) if end is not None and end.value is not None else ""
        left = next((level for level in bands if level not in out), None)
        yield _told(visit, bonus, out, (best, left.title if left else Text("", "")))


def _about(visit: Visit, criteria: Sequence[Criterion], levels: Sequence[Level]) -> About:
    bands = visit.scheme.bands
    clauses = clauses_in(*(one.clause for one in criteria), bands.clause if bands else "")
    at = criteria[0].at if criteria else None
    return About(NEEDED, tuple(level.id for level in levels), clauses, at, "note")


def _open(visit: Visit, level: Level) -> Finding:
    what = Text(
        f"不靠加分能否达到{level.title.zh}", f"whether {level.title.en} is reached without bonus"
    )
    return _about(visit, (), [level]).open(what)


def _told(
    visit: Visit, bonus: Sequence[Criterion], out: Sequence[Level], rest: tuple[str, Text]
) -> Finding:
    best, left = rest
    about = _about(visit, bonus, out)
    items = listed(Text(f"“{c.title.zh}”", f"'{c.title.en}'") for c in bonus)
    levels, where = listed(level.title for level in out), cited(about.clauses)
    only = Text(f"最多{best}分，", f"gives {best} at most and ") if best else Text("", "")
    return about.made(
        Text(
            f"该做的全部做到而没有{items.zh}，{only.zh}只能是{left.zh}；{levels.zh}必须靠加分{where.zh}。",
            f"all that is asked, without {items.en}, {only.en}leads to {left.en} only; {levels.en} "
            f"takes bonus points{where.en}.",
        ),
        (
            Text(
                "确认这是本意（加分才算优秀），并接受本项",
                "confirm that this is meant, and accept it",
            ),
            Text(
                "降低分数线，使全部做到即可达到",
                "lower the line so that doing all of it reaches the level",
            ),
            Text("提高基础分，减少加分", "let the base give more and the bonus less"),
        ),
        proof=Text(
            "加分为0时，任何记录都到不了这些等级（由约束求解证明）",
            "with no bonus points, no records lead to these levels (the solver finds none)",
        ),
        facts=(("most", best),),
    )
