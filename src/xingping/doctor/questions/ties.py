"""Targets that can be met only because equal scores share the better rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xingping.doctor.finding import Finding, Witness
from xingping.doctor.parts import clauses_of
from xingping.doctor.population.cases import Sort, one_case, population, said_of
from xingping.doctor.population.rank_bounds import Bound
from xingping.doctor.visit import Visit
from xingping.doctor.world.witness import answered
from xingping.doctor.world.world import World
from xingping.policy.scheme.outcome import Target
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.sentences import ask_both
from xingping.policy.words import Text

KIND = "target-ties"
MOST_SHOWN = 60  # equal subjects that a case lays out


@dataclass(frozen=True, slots=True)
class Tied:
    """A target that fails above ``most`` subjects with different scores, by one bound on a rank.

    ``world``: one in which little has been asked, as cases then come quicker.
    """

    visit: Visit
    world: World
    target: Target
    bound: Bound
    most: int

    def finding(self) -> Finding | None:
        """The case of equal scores that meets it; None where equal scores do not help."""
        rank = self.bound.rank
        if rank.ties not in {"share", "dense"}:
            return None
        asked = self.visit.units or 0
        number = asked if 0 < asked <= MOST_SHOWN else max(self.most + 1, 2)
        witness = self._witness(number)
        aim = ask_both(self.target.rule.tree, self.visit.scheme)
        clauses = (*self.target.clause.split(), *clauses_of(self.bound.parts))
        readings = " ".join(rank.assumes)
        read, read_en = (f"（{readings}）", f" ({readings})") if readings else ("", "")
        finding = Finding(
            kind=KIND,
            about=(self.target.id, rank.id, self.bound.level.id),
            clauses=tuple(dict.fromkeys(clauses)),
            said=Text(
                f"超过{self.most}个时，目标 {self.target.clause}（{aim.zh}）只能靠同分达到：同分并列取较好名次"
                f"{read}，{number}个得分相同就都是第1；若并列取较差名次，这{number}个就达不到。",
                f"above {self.most} the target {self.target.clause} ({aim.en}) can only be met by equal "
                f"scores: they share the better rank{read_en}, so that {number} equal ones are all "
                f"first; if they shared the worse rank, these {number} would miss it.",
            ),
            ways=(
                Text("写明同分怎样排名，并说明理由", "say how equal scores are ranked, and why"),
                Text("名次条件改为占比或分数线", "make the rank a share, or a line of points"),
                Text("降低目标比例", "lower the target's share"),
            ),
            weight="gap",
            witness=witness,
            at=self.target.rule.at,
            facts=(("up_to", str(self.most)), ("number", str(number))),
        )
        if witness is not None:
            return finding
        return replace(
            finding,
            said=Text(
                f"超过{self.most}个时，目标 {self.target.clause}（{aim.zh}）能否靠同分达到，未能判定。",
                f"whether equal scores can meet the target {self.target.clause} ({aim.en}) above "
                f"{self.most} is not settled.",
            ),
            settled=False,
        )

    def _witness(self, number: int) -> Witness | None:
        scheme, level = self.visit.scheme, self.bound.level
        stars = self.world.stars()
        given = one_case(self.world, [stars.low >= level.value * stars.den], self.visit)
        if given is None:
            return None
        sorts = [Sort("equal", given, number, ("rank", "stars"))]
        title = Text(f"{number}个得分相同", f"{number} with equal scores")
        example = population(scheme, title, sorts, (self.target.id,), self.target.year)
        if example is None or example.expect[self.target.id] != "met":
            return None
        worse = answered(_worse(scheme, self.bound), example)
        if worse is None or worse.expect[self.target.id] != "not met":
            return None
        got = worse.subjects[0].expect
        outcome = Text(
            f"{number}个都是第{example.subjects[0].expect['rank']}、{level.title.zh}，目标达到；"
            f"并列取较差名次则都是第{got['rank']}，目标达不到",
            f"all {number} have rank {example.subjects[0].expect['rank']} and {level.title.en}, and the "
            f"target is met; sharing the worse rank all have {got['rank']}, and it is not",
        )
        return said_of(scheme, example, outcome)


def _worse(scheme: Scheme, bound: Bound) -> Scheme:
    """The scheme with equal scores sharing the worse rank."""
    rank = replace(bound.rank, ties="worse")
    return replace(scheme, ranks={**scheme.ranks, rank.id: rank})


def tied(
    visit: Visit, world: World, target: Target, bounds: Sequence[Bound], most: int
) -> Finding | None:
    """What equal scores do for a target that one bound on a rank fails above ``most`` subjects."""
    if len(bounds) != 1 or (visit.units is not None and visit.units <= most):
        return None
    return Tied(visit, world, target, bounds[0], most).finding()
