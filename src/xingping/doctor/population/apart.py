"""Cases of several subjects whose scores all differ: who has a level then, and what a target comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from xingping.doctor.population.rank_bounds import Bound
from xingping.doctor.population.terms import Expr
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import Value, World
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.outcome import Target
from xingping.policy.words import Text

MOST_APART = 12  # subjects that a case lays out one by one


@dataclass(frozen=True, slots=True)
class Apart:
    """``number`` subjects with different scores who all meet what a level asks beside its rank.

    ``world``: one in which little has been asked, as cases then come quicker.
    """

    visit: Visit
    world: World
    bound: Bound
    target: Target
    number: int

    def witness(self) -> Witness | None:
        """The case, where the engine ranks them apart and says that the target is not met."""
        if not 0 < self.number <= MOST_APART:
            return None
        given = list(self._different())
        if len(given) < self.number:
            return None
        example = self._rated(given)
        if example is None or example.expect[self.target.id] != "not met":
            return None
        ranks = [one.expect["rank"] for one in example.subjects]
        if ranks != [str(place) for place in range(1, self.number + 1)]:
            return None
        return said_of(self.visit.scheme, example, self._said(example))

    def _different(self) -> Iterator[Given]:
        """What is given of each: the smallest case with a score that none before has."""
        scheme, level, world = self.visit.scheme, self.bound.level, self.world
        stars, score = world.stars(), world.rank_keys(self.bound.rank.id)[0]
        rules = [stars.low >= level.value * stars.den, score.there]
        for _ in range(self.number):
            scores: list[Expr] = []

            def see(model: Expr, scores: list[Expr] = scores) -> None:
                scores.append(_other(score, model))

            given = one_case(world, rules, self.visit, see)
            if given is None:
                return
            if len(rules) == 2:  # noqa: PLR2004 -- the first: all have its season
                rules += fixed(world, season_of(scheme, given))
            rules += scores
            yield given

    def _rated(self, given: list[Given]) -> Example | None:
        """All of them rated together, the first rank first."""
        asks = ("rank", "stars")
        sorts = [Sort(f"no{i}", one, 1, asks) for i, one in enumerate(given, start=1)]
        title = Text(
            f"{self.number}个得分各不相同", f"{self.number} subjects with different scores"
        )
        example = population(self.visit.scheme, title, sorts, (self.target.id,), self.target.year)
        if example is None or not all(one.expect["rank"].isdecimal() for one in example.subjects):
            return None
        placed = sorted(example.subjects, key=lambda one: int(one.expect["rank"]))
        named = tuple(replace(one, id=f"no{i}") for i, one in enumerate(placed, start=1))
        return replace(example, subjects=named)

    def _said(self, example: Example) -> Text:
        level = self.bound.level
        values = self.visit.scheme.level_values
        having = sum(values[one.expect["stars"]] >= level.value for one in example.subjects)
        return Text(
            f"{self.number}个得分各不相同，名次第1至第{self.number}：{having}个得{level.title.zh}及以上，"
            "目标达不到",
            f"{self.number} with different scores, ranked 1 to {self.number}: {having} at {level.title.en} "
            "or better, and the target is missed",
        )


def _other(score: Value, model: Expr) -> Expr:
    """Another score than in this case."""
    low = model.eval(score.low, model_completion=True)
    den = score.den if isinstance(score.den, int) else model.eval(score.den, model_completion=True)
    mine = z3.IntVal(score.den) if isinstance(score.den, int) else score.den
    return low * mine != score.low * den
