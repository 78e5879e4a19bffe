"""Cases of several subjects: the smallest of each sort, rated together by the engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from xingping.doctor.finding import Witness
from xingping.doctor.population.terms import Expr
from xingping.doctor.visit import Visit
from xingping.doctor.world.layout import TooLargeError
from xingping.doctor.world.telling import told
from xingping.doctor.world.witness import answered, smallest_case
from xingping.doctor.world.world import World
from xingping.policy.faults import Place
from xingping.policy.scheme.example import Example, ExampleSubject
from xingping.policy.scheme.outcome import FIRST_YEAR
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.examples.rows import YEAR

_AT = Place("doctor")
Given = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Sort:
    """Some equal subjects: what is given to each, and what is asked of each result."""

    id: str
    given: Given
    times: int
    asks: tuple[str, ...]


def one_case(
    world: World,
    conditions: Sequence[Expr],
    visit: Visit,
    see: Callable[[Expr], None] = lambda _: None,
) -> dict[str, object] | None:
    """What is given of the smallest subject that meets the conditions; None where none was found.

    ``see`` is shown the case's counts and values.
    """
    if visit.left <= 0:
        return None
    try:
        return smallest_case(world, list(conditions), visit, see)
    except TooLargeError:
        return None


def season_of(scheme: Scheme, given: Given) -> dict[str, object]:
    """The parameters among what is given."""
    return {name: value for name, value in given.items() if name in scheme.parameters}


def fixed(world: World, season: Given) -> list[Expr]:
    """Conditions that give every parameter the value it has in a case (first years aside)."""
    found = []
    for name, value in season.items():
        spec = world.scheme.parameters[name]
        number = spec.default if value is None else value
        if name != FIRST_YEAR and isinstance(number, str) and number.replace(".", "", 1).isdigit():
            whole, _, part = number.partition(".")
            scale = 10 ** len(part)
            steps = int(whole + part) * spec.step.denominator
            found.append(world.parameter(name) * scale == steps)
    return found


def population(
    scheme: Scheme,
    title: Text,
    sorts: Sequence[Sort],
    of_all: Sequence[str] = (),
    campaign_year: int | None = None,
) -> Example | None:
    """The sorts together as a worked example that expects what the engine says; None if it cannot.

    ``of_all``: what is asked of all subjects at once (targets). Parameters are those of the first
    sort that gives them.
    """
    season: dict[str, object] = {}
    for sort in sorts:
        season = {**season_of(scheme, sort.given), **season}
    if campaign_year is not None and FIRST_YEAR in scheme.parameters:
        season[FIRST_YEAR] = str(YEAR + 1 - campaign_year)
    subjects = tuple(
        ExampleSubject(
            sort.id,
            {name: value for name, value in sort.given.items() if name not in season},
            dict.fromkeys(sort.asks, "unknown"),
            sort.times,
            _AT,
            {},
        )
        for sort in sorts
        if sort.times
    )
    asked = Example(title, "", season, {}, dict.fromkeys(of_all, "unknown"), _AT, subjects)
    return answered(scheme, asked)


def said_of(scheme: Scheme, example: Example, outcome: Text) -> Witness:
    """An example of several subjects in words: who there is, and what comes of it."""
    zh, en = [], []
    if example.given:
        season = told(scheme, example.given)
        zh.append(season.zh)
        en.append(season.en)
    for one in example.subjects:
        facts = told(scheme, one.given)
        zh.append(f"{one.id}（{one.times}个）：{facts.zh}")
        en.append(f"{one.id} ({one.times}): {facts.en}")
    return Witness(outcome, example, Text("。".join(zh), ". ".join(en)))
