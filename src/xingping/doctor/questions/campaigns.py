"""Whether the places of all years together meet a campaign's target, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xingping.doctor.finding import Finding
from xingping.doctor.population.campaign import Campaign, campaigns
from xingping.doctor.population.kinds import TooManyPartsError
from xingping.doctor.population.rounding import of_all, roundings, turned
from xingping.doctor.population.told import campaign_finding, sum_said, target_said
from xingping.doctor.questions.shortfalls import shortfalls, unsettled
from xingping.doctor.visit import Visit
from xingping.policy.language.tree import Node
from xingping.policy.words import Text

NO_SLACK, ROUNDING = "campaign-no-slack", "campaign-rounding"
_TRIED = range(20, 41)  # numbers of subjects at which no target is met by chance


def ask_campaigns(visit: Visit) -> Iterator[Finding]:
    """Places over the years against each target: enough, with one to spare, however rounded."""
    try:
        for campaign in campaigns(visit.scheme):
            yield from _Asking(visit, campaign).findings()
    except TooManyPartsError:
        return  # told by the question about targets


@dataclass(frozen=True, slots=True)
class _Asking:
    visit: Visit
    campaign: Campaign

    def findings(self) -> Iterator[Finding]:
        one, units = self.campaign, self.visit.units
        enough = one.reached(one.own, units) if one.quota.within == "all" else None
        if enough is None or (one.ample and not enough):
            yield unsettled(one)
        elif enough and not one.ample:
            yield from self._no_slack()
            yield from self._rounding()
        elif not enough:
            yield from shortfalls(one, units)

    @property
    def shown(self) -> int:
        """A number of subjects to show it by: the one asked for, the author's own, or some."""
        if self.visit.units is not None:
            return self.visit.units
        told = [str(example.given.get("all", "")) for example in self.visit.scheme.examples]
        return next((int(number) for number in told if number.isdecimal()), 0)

    def _no_slack(self) -> Iterator[Finding]:
        one, units = self.campaign, self.visit.units
        every = one.missed(one.own, None, lost=1)
        tried = _TRIED if units is None else (units,)
        some = [] if every else [n for n in tried if one.missed(one.own, n, lost=1)]
        if not every and not some:
            if every is None:
                yield unsettled(one, NO_SLACK)
            return
        when = Text("不论总数多少", "whatever the number of subjects")
        if not every:
            when = Text(f"总数为{some[0]}个时", f"with {some[0]} in all")
        held, held_en = self._held()
        zh, en = target_said(one)
        sum_zh, sum_en = self._sum(one.own, self.shown)
        yield campaign_finding(
            one,
            (NO_SLACK, "gap"),
            Text(
                f"各年名额加起来{sum_zh}恰好够{zh}，前提是没有人重复入选{held}、也没有人失去星级："
                f"{when.zh}，少1个（复检不合格、被撤销或名额空缺）就达不到。",
                f"the places of all years{sum_en} just meet {en}, provided nobody is chosen twice"
                f"{held_en} and nobody is lost: {when.en}, one fewer (re-check failed, cancelled, a "
                "place left empty) and it is missed.",
            ),
            Text(
                "名额合计减1后，不论总数多少，没有任何情形达到目标"
                if every
                else f"名额合计减1后，总数为{some[0]}时，没有任何情形达到目标",
                "no number of subjects meets the target with one place less"
                if every
                else f"with {some[0]} subjects one place less does not meet the target",
            ),
            (
                Text(
                    "后面年份按实际尚缺的个数定名额，补上失去的",
                    "set the later years' places by what is still missing, so that losses are made up",
                ),
                Text("各年比例留出余量", "leave some margin in the yearly shares"),
                Text("目标只计曾获星级的", "count all who were ever chosen towards the target"),
            ),
            facts=(("spare", "0"), ("for", "every number" if every else str(some[0]))),
        )

    def _rounding(self) -> Iterator[Finding]:
        one = self.campaign
        down = self._rounded_down()
        if "ceil" not in {way for tree in one.own.values() for way in roundings(tree)}:
            return
        number = self.shown
        if not number or not one.missed(down, number):
            number = next((n for n in _TRIED if one.missed(down, n)), 0)
        lower, upper = one.numbers(down, number), one.numbers(one.own, number)
        if self.visit.units not in {None, number or None}:
            return
        if not number or lower is None or upper is None:
            if one.reached(down, self.visit.units) is not True:
                yield unsettled(one, ROUNDING)
            return
        apart = one.missed_but_for_multiples(down)
        only = only_en = ""
        if apart is not None:
            only = f"。只有总数是{apart}的倍数时，舍去也能达到"
            only_en = f". Rounded down it is met only for multiples of {apart}"
        zh, en = target_said(one)
        yield campaign_finding(
            one,
            (ROUNDING, "note"),
            Text(
                f"{zh}能否达到取决于取整：总数{number}个时，各年比例都舍去尾数是"
                f"{sum_said(lower, number, 'zh')}，达不到；按方案的进一是{sum_said(upper, number, 'zh')}{only}。",
                f"whether {en} is met rests on rounding: with {number}, each year's share rounded "
                f"down gives {sum_said(lower, number, 'en')}, which misses it; rounded up as the scheme "
                f"does {sum_said(upper, number, 'en')}{only_en}.",
            ),
            Text(
                f"名额由评定程序算出；按舍去的名额，总数{number}个时没有任何情形达到目标",
                f"the places are what the rating makes of the rule; rounded down, no outcome of "
                f"{number} meets the target",
            ),
            (
                Text(
                    "在文件中写明进一，并写明按累计取整",
                    "say in the policy that sums are rounded up",
                ),
                Text("名额直接写成个数", "state the places as whole numbers"),
                Text(
                    "目标中写明“约”，或按取整后的个数写", "state the target by the rounded number"
                ),
            ),
            facts=(
                ("number", str(number)),
                ("down", " ".join(map(str, lower))),
                ("own", " ".join(map(str, upper))),
            ),
        )

    def _rounded_down(self) -> dict[int, Node]:
        one = self.campaign
        if one.quota.share is not None:
            return {year: of_all(one.quota.share.tree, "floor") for year in one.years}
        return {year: turned(tree, "floor") for year, tree in one.own.items()}

    def _held(self) -> tuple[str, str]:
        exempt = self.visit.scheme.exempt
        if exempt is None or len(self.campaign.years) == 1:
            return "", ""
        clauses = " ".join((*exempt.clause.split(), *exempt.assumes))
        return f"（已获的不再评选，{clauses}）", f" (holders are not selected again, {clauses})"

    def _sum(self, trees: dict[int, Node], number: int) -> tuple[str, str]:
        places = self.campaign.numbers(trees, number) if number else None
        if places is None:
            return "", ""
        zh, en = (sum_said(places, number, lang) for lang in ("zh", "en"))
        return f"（总数{number}个时{zh}）", f" (with {number}: {en})"
