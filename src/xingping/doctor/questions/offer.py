"""Totals that are stated against what the parts give: not reached, or exceeded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.scores.about import About
from xingping.doctor.scores.reach import most
from xingping.doctor.scores.seeking import seek
from xingping.doctor.scores.showing import NotShownError, shown
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, Impossible, Open
from xingping.doctor.world.world import Value, World
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Num

EXCEEDED, UNREACHED = "total-exceeded", "total-unreached"


def ask_totals(visit: Visit) -> Iterator[Finding]:
    """The total that the source states: can it be reached, can it be exceeded?"""
    for name, result in visit.scheme.results.items():
        if result.total is None:
            continue
        world = World(visit.scheme)
        value = world.result(name)
        if isinstance(value, Value) and isinstance(value.den, int):
            stated = _Stated(
                visit, world, value, _static(world.whole.result(name)), result.title, result.total
            )
            about = (name,), tuple(result.clause.split()), result.rule.at
            yield from stated.reached(About(UNREACHED, *about, "contradiction"))
            yield from stated.exceeded(About(EXCEEDED, *about), name, "")


def ask_worth(visit: Visit) -> Iterator[Finding]:
    """What a criterion is worth against what its lines offer."""
    for criterion in visit.scheme.criteria.values():
        if not criterion.lines or criterion.worth is None:
            continue
        world = World(visit.scheme)
        about = (criterion.id,), tuple(criterion.clause.split()), criterion.at
        points, read = world.points(criterion.id), world.whole.criteria.points(criterion.id, At())
        stated = _Stated(visit, world, points, _static(read), criterion.title, criterion.worth)
        yield from stated.reached(About(UNREACHED, *about))
        yield from stated.exceeded(About(EXCEEDED, *about), "points", criterion.id)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A number, the most it can be by the limits of its parts (None: open), and the total stated."""

    visit: Visit
    world: World
    value: Value
    most: Fraction | None
    title: Text
    total: Fraction

    def reached(self, about: About) -> Iterator[Finding]:
        """Whether some record reaches the total."""
        total, title = figure(self.total), self.title
        answer, _ = seek(self.world, [self.value.at_least(self.total)], self.visit)
        if isinstance(answer, Open):
            yield about.open(
                Text(f"{title.zh}能否达到满分{total}", f"whether {title.en} reaches {total}")
            )
        if not isinstance(answer, Impossible):
            return
        end = most(self.world, self.value, self.visit)
        best = figure(end.value) if end is not None and end.value is not None else ""
        yield about.made(
            Text(
                f"{title.zh}写明满分{total}，但各项全部做到最多{best or '也不到'}{'分' if best else total}。",
                f"{title.en} is stated to be out of {total}, but all there is gives "
                f"{f'at most {best}' if best else 'less'}.",
            ),
            (
                Text("补足缺少的分项", "add the lines that are missing"),
                Text(
                    "改正各项分值，使合计等于满分", "mend the points so that they sum to the total"
                ),
                Text("改写满分，并核对分数段", "restate the total, and check the bands against it"),
            ),
            proof=Text(
                f"任何记录都得不到{total}分（由约束求解证明）",
                f"no records give {total} (the solver finds none)",
            ),
            facts=(("total", total), ("most", best)),
        )

    def exceeded(self, about: About, expect: str, criterion: str) -> Iterator[Finding]:
        """Whether some record goes beyond the total."""
        if self.most is not None and self.most <= self.total:
            return
        total, title = figure(self.total), self.title
        above = z3.And(
            self.value.at_least(self.total),
            self.value.low * self.total.denominator != self.value.den * self.total.numerator,
        )
        answer, more = seek(self.world, [above], self.visit)
        if isinstance(answer, Open):
            yield about.open(
                Text(f"{title.zh}会不会超过满分{total}", f"whether {title.en} exceeds {total}")
            )
        if not isinstance(answer, Case):
            return
        try:
            case, got = shown(
                self.world,
                self.value,
                [above, *more],
                (expect, criterion, lambda got: Text(f"得{got}分", f"{got} points")),
                self.visit,
            )
        except NotShownError:
            case, got = None, ""
        yield about.made(
            Text(
                f"{title.zh}写明满分{total}，却可以超过{f'，如{got}分' if got else ''}。",
                f"{title.en} is stated to be out of {total}, and can be more{f', such as {got}' if got else ''}.",
            ),
            (
                Text(
                    f"加上限：lower({total}, …)或max: {total}",
                    f"cap it: lower({total}, …) or max: {total}",
                ),
                Text("减少分项的分值", "lower the points of the lines"),
                Text("写明加分计入满分之外", "state that bonus points come on top of the total"),
            ),
            case,
            facts=(("total", total),),
        )


def _static(read: object) -> Fraction | None:
    """The most that a compiled number can be by the limits of its parts."""
    if not isinstance(read, Num) or read.high is None:
        return None
    return Fraction(read.high, read.den)
