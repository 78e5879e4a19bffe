"""Rank conditions against targets and quotas: with different scores few can have a good rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.parts import clauses_of
from xingping.doctor.population.apart import MOST_APART, Apart
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.kinds import TooManyPartsError
from xingping.doctor.population.rank_bounds import Bound, rank_bounds
from xingping.doctor.population.terms import Expr, UnsettledError, can_be, largest
from xingping.doctor.questions.ties import tied
from xingping.doctor.visit import Visit
from xingping.doctor.wording import ACTUAL_NUMBER, MORE_TIME
from xingping.doctor.world.world import World
from xingping.policy.scheme.outcome import Target
from xingping.policy.sentences import ask_both
from xingping.policy.sentences.figures import percent
from xingping.policy.words import Text

KIND = "target-rank"
_FAR = 10_000  # if so many and more cannot meet it, there is a largest number that can


def ask_ranks(visit: Visit) -> Iterator[Finding]:
    """Each target against the ranks that its levels need, all scores being different."""
    if not visit.scheme.ranks or not visit.scheme.targets:
        return
    world = World(visit.scheme)
    bounds = list(rank_bounds(visit, world))
    fresh = (World(visit.scheme, shared=world), World(visit.scheme, shared=world))
    for target in visit.scheme.targets.values():
        try:
            yield from _Asking(visit, fresh, target, bounds).findings()
        except TooManyPartsError:
            continue  # told by the question about targets
        except UnsettledError:
            yield _open(visit, target)


@dataclass(frozen=True, slots=True)
class _Asking:
    visit: Visit
    fresh: tuple[World, World]
    target: Target
    bounds: Sequence[Bound]

    def findings(self) -> Iterator[Finding]:
        tree = self.target.rule.tree
        counting = Counting(self.visit.scheme, [tree])
        met = counting.condition(tree)
        proven = [bound for bound in self.bounds if bound.settled]
        limits = [(bound, _limit(counting, bound)) for bound in proven]
        if not can_be(*counting.rules, met):
            return  # told by the question about targets
        found = self._failing(counting, met, [limit for _, limit in limits])
        if found is None:
            if len(proven) < len(self.bounds):
                raise UnsettledError
            return
        # Those bounds that are to blame: each fails the target alone, else all together.
        alone = [b for b, limit in limits if self._failing(counting, met, [limit]) == found]
        blamed = alone[:1] or proven
        yield self._finding(found, blamed)
        by_ties = tied(self.visit, self.fresh[1], self.target, blamed, found)
        if by_ties is not None:
            yield by_ties

    def _failing(self, counting: Counting, met: Expr, limits: list[Expr]) -> int | None:
        """The largest number that can meet the target (0: none can); None if there is no end."""
        rules, everyone = [*counting.rules, *limits, met], counting.total
        units = self.visit.units
        if can_be(*rules, everyone >= _FAR if units is None else everyone == units):
            return None
        return largest(everyone, *rules, everyone <= _FAR) or 0

    def _finding(self, most: int, bounds: Sequence[Bound]) -> Finding:
        scheme, target = self.visit.scheme, self.target
        asked = ask_both(target.rule.tree, scheme)
        within, within_en = _within(bounds)
        why = [_said(bound) for bound in bounds]
        shown = self.visit.units or most + 1
        witness = None
        if len(bounds) == 1:
            number = shown if shown <= MOST_APART else most + 1
            witness = Apart(self.visit, self.fresh[0], bounds[0], target, number).witness()
        up_to = Text(
            f"只有{within}不超过{most}个时才做得到", f"can be met by up to {most} {within_en}only"
        )
        if self.visit.units is not None:
            up_to = Text(f"共{shown}个时做不到", f"cannot be met by {shown}")
        elif most == 0:
            up_to = Text("无论多少个都做不到", "can be met by no number of them")
        clauses = (*target.clause.split(), *clauses_of(p for b in bounds for p in b.parts))
        return Finding(
            kind=KIND,
            about=(target.id, *(f"{bound.rank.id} {bound.level.id}" for bound in bounds)),
            clauses=tuple(dict.fromkeys(clauses)),
            said=Text(
                f"得分各不相同时，目标 {target.clause}（{asked.zh}）{up_to.zh}："
                f"{'；'.join(w.zh for w in why)}。",
                f"with different scores the target {target.clause} ({asked.en}) {up_to.en}: "
                f"{'; '.join(w.en for w in why)}.",
            ),
            ways=(
                Text(
                    "名次条件改为占比（如前30%）", "make the rank a share (such as the first 30 %)"
                ),
                Text("名次与分数“有一即可”", "let the rank or the score do"),
                Text("降低目标比例", "lower the target's share"),
            ),
            weight="contradiction",
            witness=witness,
            proof=_why(bounds, most, self.visit.units),
            at=target.rule.at,
            facts=(
                ("up_to", str(most)),
                *((f"{b.rank.id} {b.level.id}", str(b.most)) for b in bounds),
            ),
        )


def _open(visit: Visit, target: Target) -> Finding:
    asked = ask_both(target.rule.tree, visit.scheme)
    return Finding(
        kind=KIND,
        about=(target.id,),
        clauses=tuple(target.clause.split()),
        said=Text(
            f"得分各不相同时目标 {target.clause}（{asked.zh}）能否达到，未能在时限内判定。",
            f"Whether the target {target.clause} ({asked.en}) can be met with different scores could "
            "not be settled in time.",
        ),
        ways=(MORE_TIME, ACTUAL_NUMBER),
        settled=False,
        at=target.rule.at,
    )


def _limit(counting: Counting, bound: Bound) -> Expr:
    """At most so many have the level: with different scores each rank is one subject's."""
    values = [level.value for level in counting.scheme.levels]
    number = z3.Sum(*(counting.of_value(v) for v in values if v >= bound.level.value))
    if bound.of_ranked:
        return number * bound.most.denominator <= counting.total * bound.most.numerator
    return number <= int(bound.most)


def _within(bounds: Sequence[Bound]) -> tuple[str, str]:
    if all(bound.rank.within == "all" for bound in bounds):
        return "总数", "subjects "
    return "一起排名的", "subjects ranked together "


def _said(bound: Bound) -> Text:
    clauses = "、".join(clauses_of(bound.parts))
    level, rank = bound.level.title, bound.rank.title
    if bound.of_ranked:
        share = percent(bound.most, "zh")
        return Text(
            f"{clauses} 使{level.zh}（及以上）的{rank.zh}都在前{share}",
            f"{clauses} put the {rank.en} of whoever has {level.en} or better in the first {share}",
        )
    return Text(
        f"按 {clauses}，{level.zh}及以上的{rank.zh}不低于第{bound.most}，最多{bound.most}个可得{level.zh}及以上",
        f"by {clauses} {level.en} or better needs {rank.en} {bound.most} or better, so at most "
        f"{bound.most} can have it",
    )


def _why(bounds: Sequence[Bound], most: int, units: int | None) -> Text:
    zh = "、".join(f"{b.level.title.zh}而名次在第{b.most}之后" for b in bounds)
    en = ", ".join(f"{b.level.title.en} with a rank beyond {b.most}" for b in bounds)
    when = f"总数多于{most}个" if units is None else f"总数{units}个"
    when_en = f"more than {most} subjects" if units is None else f"{units} subjects"
    return Text(
        f"没有任何事实能使一个对象得{zh}；每个名次只有一个对象，{when}时，没有任何情形达到目标",
        f"no facts whatever give a subject {en}; each rank is had once, and with {when_en} no outcome "
        "meets the target",
    )
