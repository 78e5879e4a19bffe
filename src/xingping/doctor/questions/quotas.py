"""Quotas that do not add up, leave a level without places, or give small groups none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from xingping.doctor.finding import Finding, Weight
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, places
from xingping.doctor.population.rounding import roundings
from xingping.doctor.population.seasons import campaign_years, ready, values_set
from xingping.doctor.population.terms import Expr, largest, possible, smallest
from xingping.doctor.visit import Visit
from xingping.policy.language.tree import Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Quota
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

SUM, EMPTY, NONE = "quota-sum", "quota-level-empty", "quota-no-place"
_LEAST_GROUP = 2  # a group of one is no group


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
            for year in campaign_years(self.visit.scheme):
                found = list(self._sums(year))
                yield from found
                if found:
                    break
        yield from self._no_place()

    @property
    def _rules(self) -> list[Expr]:
        units = self.visit.units if self.quota.within == "all" else None
        fixed = [] if units is None else [self.counting.total == units]
        return [*self.counting.rules, *fixed]

    def _sum(self, year: int) -> Expr | None:
        """The places of all levels; shares that are rounded together are summed unrounded."""
        found: Expr = z3.RealVal(0)
        for rule in self.quota.places.values():
            number = places(self.counting, rule.tree, year, whole=not self.quota.rounding)
            if number is None:
                return None
            found = found + number
        return found

    def _sums(self, year: int) -> Iterator[Finding]:
        total, everyone = self._sum(year), z3.ToReal(self.counting.total)
        if total is None:
            return
        over = smallest(self.counting.total, *self._rules, total > everyone)
        if over is not None:
            yield self._does_not_add_up(year, over, over=True)
            return
        left_out = [lv for lv in self.visit.scheme.levels if lv.id not in self.quota.places]
        under = smallest(self.counting.total, *self._rules, total < everyone)
        if not left_out and under is not None and self.quota.kind == "exactly":
            yield self._does_not_add_up(year, under, over=False)
        if left_out and under is None and possible(*self._rules, total < everyone) is False:
            names = [level.title for level in left_out]
            zh, en = "、".join(n.zh for n in names), ", ".join(n.en for n in names)
            yield self._finding(
                EMPTY,
                Text(
                    f"“{self.quota.title.zh}”的名额加起来总是等于总数，{zh}没有名额：按名额任何人都得不到这一等级。",
                    f"the places of '{self.quota.title.en}' always add up to everyone, which leaves none "
                    f"for {en}: nobody is meant to have that level.",
                ),
                Text(
                    "名额之和小于总数，对任何总数都无解",
                    "for no number of subjects is the sum less than all",
                ),
                (
                    Text(f"给{zh}写上名额", f"give {en} places"),
                    Text("写明名额只是上限", "say that the places are ceilings (kind: at most)"),
                ),
                facts=tuple(("level", level.id) for level in left_out),
                weight="note" if self.quota.kind == "guide" else "gap",
            )

    def _does_not_add_up(self, year: int, count: int, *, over: bool) -> Finding:
        engine = Engine(self.visit.scheme, self.quota)
        numbers = [engine.number(level, year, count) for level in self.quota.places]
        known = [n for n in numbers if n is not None]
        added = "＋".join(map(str, known)), " + ".join(map(str, known))
        sums = f"（{added[0]}＝{sum(known)}）", f" ({added[1]} = {sum(known)})"
        if len(known) < len(numbers) or (sum(known) > count) != over:
            sums = "", ""
        more, more_en = ("多", "more") if over else ("少", "fewer")
        return self._finding(
            SUM,
            Text(
                f"“{self.quota.title.zh}”各等级名额之和与总数不符：总数 {count} 个时比总数{more}{sums[0]}，"
                "名额无法分完或分不够。"
                if not over
                else f"“{self.quota.title.zh}”各等级名额之和与总数不符：总数 {count} 个时比总数{more}{sums[0]}，"
                "不可能都用足。",
                f"the places of '{self.quota.title.en}' do not add up: with {count} they are {more_en} than "
                f"there are subjects{sums[1]}, so they cannot {'all be filled' if over else 'hold everyone'}.",
            ),
            Text(
                f"这是最小的这样的总数；名额由评定程序算出为 {added[0] or '未定'}",
                f"this is the smallest such number; the rating makes the places {added[1] or 'open'}",
            ),
            (
                Text(
                    "各比例合起来写成 100%，用最大余额法取整（rounding: largest remainder）",
                    "let the shares add up to 100 % and round by largest remainder",
                ),
                Text("留一个等级不定名额", "leave one level without places"),
                Text("写成上限（at most）", "make them ceilings (at most)"),
            ),
            facts=(("number", str(count)), ("places", " ".join(map(str, known)))),
            weight="contradiction" if self.quota.kind == "exactly" else "gap",
        )

    def _no_place(self) -> Iterator[Finding]:
        values = {level.id: level.value for level in self.visit.scheme.levels}
        for level, rule in self.quota.places.items():
            upward = values.get(self.quota.beyond, -1) > values[level]  # a ceiling on a low level
            if self.quota.rounding or upward or "floor" not in roundings(rule.tree):
                continue
            total: Expr = z3.RealVal(0)
            for year in campaign_years(self.visit.scheme):
                number = places(self.counting, rule.tree, year)
                total = total if number is None else total + number
            none = largest(
                self.counting.total, *self._rules, total == 0, self.counting.total < _FAR
            )
            if none is None or none < _LEAST_GROUP or none == _FAR - 1:
                continue
            yield self._too_few(level, none)

    def _too_few(self, level: str, none: int) -> Finding:
        title = next(lv.title for lv in self.visit.scheme.levels if lv.id == level)
        group = self.quota.within != "all"
        who, who_en = ("一组", "a group") if group else ("总数", "all together")
        when, when_en = self._season(level)
        down = self._share_at(level, none)
        return self._finding(
            NONE,
            Text(
                f"“{self.quota.title.zh}”舍去尾数，{when}{who}不超过 {none} 个的，{title.zh}一个名额也没有{down[0]}。",
                f"'{self.quota.title.en}' rounds down: {when_en}{who_en} of at most {none} get no place for "
                f"{title.en}{down[1]}.",
            ),
            Text(
                f"{none} 是名额为 0 的最大个数，{none + 1} 个时有 {self._engine(level, none + 1)} 个名额",
                f"{none} is the largest number without a place; {none + 1} get {self._engine(level, none + 1)}",
            ),
            (
                Text("写明至少 1 个：higher(1, …)", "give at least one place: higher(1, …)"),
                Text("改为进一，或按累计取整", "round up, or on the sum so far"),
                Text("小组合并计算名额", "count small groups together"),
            ),
            facts=(("level", level), ("none_up_to", str(none))),
            weight="note",
            about=(level,),
        )

    def _season(self, level: str) -> tuple[str, str]:
        """The parameters that the places rest on, with the value they are looked at with."""
        scheme, found = self.visit.scheme, []
        for node in walk(self.quota.places[level].tree):
            if isinstance(node, Ref) and node.what == "parameter":
                value = self.counting.fixed.get(node.name)
                found.append((scheme.parameters[node.name].title, figure(value or 0)))
        if not found:
            return "", ""
        zh, en = (
            "、".join(f"{t.zh}为 {v}" for t, v in found),
            ", ".join(f"{t.en} {v}" for t, v in found),
        )
        return f"{zh}时，", f"with {en}, "

    def _share_at(self, level: str, none: int) -> tuple[str, str]:
        """What ten such groups lose beside one count of all."""
        if self.quota.within == "all":
            return "", ""
        whole = self._engine(level, 10 * none)
        if not whole:
            return "", ""
        return (
            f"；十个这样的组合起来算本有 {whole} 个",
            f"; ten such groups counted together would have {whole}",
        )

    def _engine(self, level: str, count: int) -> int | None:
        year = campaign_years(self.visit.scheme)[0]
        return Engine(self.visit.scheme, self.quota).number(level, year, count)

    def _finding(
        self,
        kind: str,
        said: Text,
        proof: Text,
        ways: tuple[Text, ...],
        *,
        facts: tuple[tuple[str, str], ...],
        weight: Weight,
        about: tuple[str, ...] = (),
    ) -> Finding:
        return Finding(
            kind=kind,
            about=(self.quota.id, *about),
            clauses=tuple(self.quota.clause.split()),
            said=said,
            ways=ways,
            weight=weight,
            proof=proof,
            at=next(iter(self.quota.places.values())).at,
            facts=facts,
        )


_FAR = 1000
