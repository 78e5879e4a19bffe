"""Places rounded down: so few that there is none for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, number_asked, places
from xingping.doctor.population.rounding import roundings
from xingping.doctor.population.seasons import campaign_years
from xingping.doctor.population.terms import Expr, UnsettledError, largest
from xingping.doctor.population.unsettled import unsettled
from xingping.doctor.visit import Visit
from xingping.policy.language.tree import Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Quota
from xingping.policy.sentences.figures import figure
from xingping.policy.words import Text

NONE = "quota-no-place"
_SOME = Text("人少时有没有名额", "whether a few get any place")
_LEAST_GROUP = 2  # a group of one is no group
_FAR = 1000


def no_place(visit: Visit, quota: Quota, level: str, counting: Counting) -> Iterator[Finding]:
    """Up to how many a quota rounded down leaves this level without a place."""
    try:
        yield from _Asking(visit, quota, level, counting).findings()
    except UnsettledError:
        yield unsettled(quota, NONE, _SOME, level)


@dataclass(frozen=True, slots=True)
class _Asking:
    visit: Visit
    quota: Quota
    level: str
    counting: Counting

    @property
    def _only(self) -> int | None:
        return number_asked(self.visit, self.quota)

    @property
    def _rules(self) -> list[Expr]:
        return self.counting.rules_for(self._only)

    def findings(self) -> Iterator[Finding]:
        level, rule = self.level, self.quota.places[self.level]
        if self.quota.rounding or "floor" not in roundings(rule.tree):
            return
        total: Expr = z3.RealVal(0)
        for year in campaign_years(self.visit.scheme):
            number = places(self.counting, rule.tree, year)
            if number is None:
                raise UnsettledError
            total = total + number
        everyone = self.counting.total
        none = largest(everyone, *self._rules, total == 0, everyone < _FAR)
        if none is None or none < _LEAST_GROUP or none == _FAR - 1:
            return
        yield self._too_few(level, none)

    def _too_few(self, level: str, none: int) -> Finding:
        more = None if self._only else self._engine(level, none + 1)
        if self._engine(level, none) != 0 or more == 0:
            raise UnsettledError  # the rating makes other places of it
        several = self.visit.scheme.campaign is not None
        sum_zh, sum_en = ("各年合计", " in all years together") if several else ("", "")
        title = self.visit.scheme.level_titles[level]
        group = self.quota.within != "all"
        who, who_en = ("一组", "a group") if group else ("总数", "a total")
        when, when_en = self._season(level)
        down = self._share_at(level, none)
        return Finding(
            kind=NONE,
            about=(self.quota.id, level),
            clauses=tuple(self.quota.clause.split()),
            said=Text(
                f"“{self.quota.title.zh}”舍去尾数，{when}{who}不超过{none}个的，{title.zh}一个名额也没有{down[0]}。",
                f"'{self.quota.title.en}' rounds down: {when_en}{who_en} of at most {none} gets no place for "
                f"{title.en}{down[1]}.",
            ),
            proof=Text(
                f"{none}是名额为0的最大个数，{none + 1}个时{sum_zh}有{more}个名额",
                f"{none} is the largest number without a place; {none + 1} get {more}{sum_en}",
            )
            if more is not None
            else Text(
                f"名额由评定程序算出：{none}个时是0",
                f"the rating makes the places: none for {none}",
            ),
            ways=(
                Text(
                    "写明至少1个：较高(1, …)，即 higher(1, …)",
                    "give at least one place: higher(1, …)",
                ),
                Text("改为进一，或按累计取整", "round up, or on the sum so far"),
                Text("小组合并计算名额", "count small groups together"),
            ),
            facts=(("level", level), ("none_up_to", str(none))),
            weight="note",
            at=next(iter(self.quota.places.values())).at,
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
            "、".join(f"{t.zh}为{v}" for t, v in found),
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
            f"；十个这样的组合起来计算本有{whole}个",
            f"; ten such groups counted together would have {whole}",
        )

    def _engine(self, level: str, count: int) -> int | None:
        """The places of all years together, as the rating makes them."""
        engine, years = Engine(self.visit.scheme, self.quota), campaign_years(self.visit.scheme)
        numbers = [engine.number(level, year, count) for year in years]
        known = [number for number in numbers if number is not None]
        return sum(known) if len(known) == len(numbers) else None
