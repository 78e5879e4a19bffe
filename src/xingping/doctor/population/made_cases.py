"""Cases beside a score that is made of the criteria: where it is recorded, where a line is higher."""

from __future__ import annotations

from fractions import Fraction

import z3

from xingping.doctor.finding import Witness
from xingping.doctor.population.cases import (
    Given,
    Sort,
    fixed,
    one_case,
    population,
    said_of,
    season_of,
)
from xingping.doctor.population.made import Made
from xingping.doctor.world.writing import decimal
from xingping.policy.scheme.outcome import Level, Parameter
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

MOST_AHEAD = 12  # so many with the better record are tried


def second_by_record(one: Made, level: Level, score: Fraction) -> Witness | None:
    """Some who meet all else at a level with recorded scores: the last misses it by rank alone."""
    stars = one.world.stars()
    has = stars.low >= level.value * stars.den
    first = one_case(one.world, [one.recorded, has, one.score.at_least(score)], one.visit)
    if first is None:
        return None
    same = fixed(one.world, season_of(one.visit.scheme, first))
    second = one_case(one.world, [one.recorded, has, one.below(score), *same], one.visit)
    if second is None:
        return None
    title = Text("有记录的分数不同", "with recorded scores that differ")
    for ahead in range(1, MOST_AHEAD + 1):
        example = population(one.visit.scheme, title, _in_row(first, second, ahead))
        if example is None:
            return None
        got = [subject.expect for subject in example.subjects]
        place = str(ahead + 1)
        if got[0]["stars"] != level.id or got[1]["rank"] != place:
            return None
        if got[1]["stars"] != level.id:
            return said_of(one.visit.scheme, example, _missed(level, place))
    return None


def _in_row(first: Given, second: Given, ahead: int) -> list[Sort]:
    """So many who come first, and one behind them."""
    asks = ("rank", "stars")
    return [Sort("first", first, ahead, asks), Sort("second", second, 1, asks)]


def _missed(level: Level, place: str) -> Text:
    return Text(
        f"有记录的：first 名次第1，得{level.title.zh}；second 其他条件相同而名次第{place}，得不到{level.title.zh}",
        f"with records first has rank 1 and {level.title.en}; second meets all else, has rank {place}, and "
        f"is not at {level.title.en}",
    )


def lower_band(one: Made) -> Witness | None:
    """One who meets all standards of a level with a recorded score below its band."""
    met, band = one.world.standards(), one.world.band()
    for level in reversed(one.visit.scheme.levels[1:]):
        below = [met.low >= level.value, band.low < level.value]
        given = one_case(one.world, [one.recorded, *below], one.visit)
        if given is None:
            continue
        sorts = [Sort("someone", given, 1, ("standards", "band"))]
        title = Text("有记录的分数段较低", "with a recorded score in a lower band")
        example = population(one.visit.scheme, title, sorts)
        if example is None or example.subjects[0].expect["standards"] != level.id:
            continue
        outcome = Text(
            f"有记录的，全部标准达到{level.title.zh}，分数段却较低",
            f"with a record all standards of {level.title.en} are met and the band is lower",
        )
        return said_of(one.visit.scheme, example, outcome)
    return None


def above_line(one: Made, level: Level, parameter: Parameter, score: Fraction) -> Witness | None:
    """One who has a level while the line is not above its score, and loses it one step higher."""
    scheme, stars = one.visit.scheme, one.world.stars()
    given = one_case(
        one.world,
        [
            one.made,
            *one.others(level.id, exactly=True),
            z3.Not(one.line_above(parameter, score)),
            stars.low >= level.value * stars.den,
        ],
        one.visit,
    )
    if given is None:
        return None
    step = parameter.step
    higher = ((score / step).__floor__() + 1) * step
    title = Text(f"{parameter.title.zh}高一步", f"the {parameter.title.en} one step higher")
    asks = ("rank", "stars")
    before = population(scheme, title, [Sort("one", given, 1, asks)])
    after = population(
        scheme, title, [Sort("one", {**given, parameter.id: decimal(higher)}, 1, asks)]
    )
    if before is None or after is None:
        return None
    had, got = before.subjects[0].expect["stars"], after.subjects[0].expect["stars"]
    if had != level.id or got == level.id:
        return None
    outcome = Text(
        f"{parameter.title.zh}定为{figure(higher)}，名次第{after.subjects[0].expect['rank']}，"
        f"得不到{level.title.zh}",
        f"with a {parameter.title.en} of {figure(higher)} and rank {after.subjects[0].expect['rank']} "
        f"{level.title.en} is missed",
    )
    return said_of(scheme, after, outcome)
