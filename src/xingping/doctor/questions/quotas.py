"""Quotas that do not add up, leave a level without places, or give small groups none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import z3

from xingping.doctor.finding import Finding, Weight
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, number_asked, places
from xingping.doctor.population.seasons import campaign_years, ready, values_set
from xingping.doctor.population.terms import Expr, UnsettledError, smallest
from xingping.doctor.population.unsettled import unsettled
from xingping.doctor.questions.no_places import no_place
from xingping.doctor.visit import Visit
from xingping.doctor.wording import listed
from xingping.doctor.world.proving import EFFORT, Impossible, prove
from xingping.doctor.world.world import World
from xingping.policy.scheme.outcome import Level, Quota
from xingping.policy.words import Text

SUM, EMPTY = "quota-sum", "quota-level-empty"
_ADDS_UP = Text("各等级名额之和与总数是否相符", "whether the places add up to everyone")


def ask_quotas(visit: Visit) -> Iterator[Finding]:
    """Each quota's places for every number of subjects, or for the number asked for."""
    for quota in visit.scheme.quotas.values():
        if not quota.each:
            season = values_set(ready(visit.scheme, campaign_years(visit.scheme)[0]))
            counting = Counting(visit.scheme, [], season, everyone=True)
            yield from _Asking(visit, quota, counting).findings()


@dataclass(frozen=True, slots=True)
class _Asking:
    visit: Visit
    quota: Quota
    counting: Counting

    def findings(self) -> Iterator[Finding]:
        if self.quota.kind in {"exactly", "guide"}:
            try:
                yield from self._first_sums()
            except UnsettledError:
                yield unsettled(self.quota, SUM, _ADDS_UP)
        values = self.visit.scheme.level_values
        for level in self.quota.places:
            upward = values.get(self.quota.beyond, -1) > values[level]  # a ceiling on a low level
            if not upward:
                yield from no_place(self.visit, self.quota, level, self.counting)

    def _first_sums(self) -> Iterator[Finding]:
        """What is found of the first year in which anything is."""
        for year in campaign_years(self.visit.scheme):
            found = list(self._sums(year))
            yield from found
            if found:
                return

    @property
    def _only(self) -> int | None:
        return number_asked(self.visit, self.quota)

    @property
    def _rules(self) -> list[Expr]:
        return self.counting.rules_for(self._only)

    def _sum(self, year: int) -> Expr:
        """The places of all levels; of shares rounded together the whole part of their sum."""
        found: Expr = z3.RealVal(0)
        for rule in self.quota.places.values():
            number = places(self.counting, rule.tree, year, whole=not self.quota.rounding)
            if number is None:
                raise UnsettledError
            found = found + number
        return z3.ToReal(z3.ToInt(found)) if self.quota.rounding else found

    def _sums(self, year: int) -> Iterator[Finding]:
        total, everyone = self._sum(year), z3.ToReal(self.counting.total)
        over = smallest(self.counting.total, *self._rules, total > everyone)
        if over is not None:
            yield self._does_not_add_up(year, over, over=True)
            return
        left_out = [lv for lv in self.visit.scheme.levels if lv.id not in self.quota.places]
        under = smallest(self.counting.total, *self._rules, total < everyone)
        if not left_out and under is not None and self.quota.kind == "exactly":
            yield self._does_not_add_up(year, under, over=False)
        left_out = [level for level in left_out if under is None and self._earned(level)]
        if left_out:
            none = listed((level.title for level in left_out), most=len(left_out))
            yield self._finding(
                EMPTY,
                Text(
                    f"“{self.quota.title.zh}”的名额加起来总是等于总数，{none.zh}没有名额：按名额任何人都得不到这一等级。",
                    f"the places of '{self.quota.title.en}' always add up to everyone, which leaves none "
                    f"for {none.en}: nobody is meant to have that level.",
                ),
                Text(
                    "不论总数多少，名额之和都不小于总数",
                    "for no number of subjects is the sum less than all",
                )
                if self._only is None
                else Text(
                    f"总数{self._only}个时，名额之和不小于总数",
                    f"with {self._only} subjects the sum is not less than all",
                ),
                (
                    Text(f"给{none.zh}写上名额", f"give {none.en} places"),
                    Text("写明名额只是上限", "say that the places are ceilings (kind: at most)"),
                ),
                facts=tuple(("level", level.id) for level in left_out),
                weight="note" if self.quota.kind == "guide" else "gap",
            )

    def _earned(self, level: Level) -> bool:
        """Whether the rule of the level, or its band, may give the level before places do.

        One that nothing gives is there for those whom vetoes and gates put aside: it needs no places.
        """
        scheme = self.visit.scheme
        world = World(scheme)
        if scheme.stars.rule is not None:
            earned = world.number(scheme.stars.rule.tree)
            at = Fraction(level.value)
            given = z3.And(earned.at_least(at), earned.at_most(at))
        elif scheme.bands is not None and level.id in scheme.bands.rules:
            given = world.holds(scheme.bands.rules[level.id].tree)
        else:
            return False
        return not isinstance(prove(world, [given], self.visit, EFFORT // 8), Impossible)

    def _does_not_add_up(self, year: int, count: int, *, over: bool) -> Finding:
        engine = Engine(self.visit.scheme, self.quota)
        numbers = [engine.number(level, year, count) for level in self.quota.places]
        known = [n for n in numbers if n is not None]
        added = "＋".join(map(str, known)), " + ".join(map(str, known))
        sums = f"（{added[0]}＝{sum(known)}）", f" ({added[1]} = {sum(known)})"
        if len(known) < len(numbers) or not (sum(known) > count if over else sum(known) < count):
            raise UnsettledError  # the rating makes other places of it
        least, least_en = "这是最小的这样的总数；", "this is the smallest such number; "
        if self._only is not None:
            least = least_en = ""
        more, more_en = ("多", "more") if over else ("少", "fewer")
        return self._finding(
            SUM,
            Text(
                f"“{self.quota.title.zh}”各等级名额之和与总数不符：总数{count}个时比总数{more}{sums[0]}，"
                "名额无法分完或分不够。"
                if not over
                else f"“{self.quota.title.zh}”各等级名额之和与总数不符：总数{count}个时比总数{more}{sums[0]}，"
                "不可能都用足。",
                f"the places of '{self.quota.title.en}' do not add up: with {count} they are {more_en} than "
                f"there are subjects{sums[1]}, so they cannot {'all be filled' if over else 'hold everyone'}.",
            ),
            Text(
                f"{least}名额由评定程序算出：{added[0]}",
                f"{least_en}the rating makes the places {added[1]}",
            ),
            (
                Text(
                    "各比例合起来写成100%，按最大余数取整（取整: 最大余数）",
                    "let the shares add up to 100 % and round by largest remainder",
                ),
                Text("留一个等级不定名额", "leave one level without places"),
                Text("写成上限（至多 at most）", "make them ceilings (at most)"),
            ),
            facts=(("number", str(count)), ("places", " ".join(map(str, known)))),
            weight="contradiction" if self.quota.kind == "exactly" else "gap",
        )

    def _finding(
        self,
        kind: str,
        said: Text,
        proof: Text,
        ways: tuple[Text, ...],
        *,
        facts: tuple[tuple[str, str], ...],
        weight: Weight,
    ) -> Finding:
        return Finding(
            kind=kind,
            about=(self.quota.id,),
            clauses=tuple(self.quota.clause.split()),
            said=said,
            ways=ways,
            weight=weight,
            proof=proof,
            at=next(iter(self.quota.places.values())).at,
            facts=facts,
        )
