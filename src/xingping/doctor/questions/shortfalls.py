"""Places that do not meet a campaign's target, even if all are used."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.doctor.finding import Finding
from xingping.doctor.population.campaign import Campaign
from xingping.doctor.population.told import campaign_finding, sum_said, target_said
from xingping.doctor.wording import ACTUAL_NUMBER
from xingping.policy.words import Text

SHORT, AGAIN = "campaign-short", "campaign-chosen-again"
_TRIED = (*range(20, 41), *range(1, 20))


def shortfalls(one: Campaign, units: int | None) -> Iterator[Finding]:
    """What a target lacks, for ``units`` subjects or for every number of them."""
    every = one.missed(one.own, None)
    if every is None:
        yield unsettled(one)
        return
    number = units
    if units is None and not every:
        number = next((n for n in _TRIED if one.missed(one.own, n)), 0)
    found = every or (one.missed(one.own, number) if number else False)
    if found is None:
        yield unsettled(one)
    if not found:
        return
    proof = _why(None if every else number)
    if len(one.years) == 1 and (one.target.year or 1) > 1:
        yield _again(one, units, proof)
    else:
        yield _short(one, number or _TRIED[0], proof)


def _again(one: Campaign, units: int | None, proof: Text) -> Finding:
    last = one.years[0]
    whole = Campaign(one.scheme, one.quota, one.level, one.target, range(1, last + 1))
    fine = whole.reached(whole.own, units)
    rest = "；各年名额合起来本来够" if fine else ""
    rest_en = "; the places of all years together would do" if fine else ""
    level = one.scheme.level_titles[one.level]
    zh, en = target_said(one)
    return campaign_finding(
        one,
        (AGAIN, "contradiction"),
        Text(
            f"{zh}只能靠第{last}年的名额达到，名额却不够：方案没有写明已是{level.zh}的保留星级、"
            f"不再占名额，同一对象会被重复评选{rest}。",
            f"{en} can only be met by the places of year {last}, and they are too few: the scheme does "
            f"not say that who is at {level.en} keeps it without a place, so the same are chosen "
            f"again{rest_en}.",
        ),
        proof,
        (
            Text(
                "写明已获该星级的免评、保留星级（exempt）",
                "say that holders are exempt and keep the level (exempt)",
            ),
            Text(f"第{last}年的名额改为累计比例", f"make the places of year {last} cumulative"),
            Text("降低目标", "lower the target"),
        ),
    )


def _short(one: Campaign, count: int, proof: Text) -> Finding:
    places = one.numbers(one.own, count) or []
    zh, en = target_said(one)
    sums = [f"：总数{count}个时是{sum_said(places, count, 'zh')}", ""] if places else ["", ""]
    sums[1] = f": with {count} they are {sum_said(places, count, 'en')}" if places else ""
    return campaign_finding(
        one,
        (SHORT, "contradiction"),
        Text(
            f"各年名额全部用足也达不到{zh}{sums[0]}。",
            f"all places of all years do not meet {en}{sums[1]}.",
        ),
        proof,
        (
            Text("提高年度比例", "raise the yearly shares"),
            Text("取整改为进一，按累计取整", "round up, on the sum so far"),
            Text("降低目标", "lower the target"),
        ),
        facts=(("number", str(count)), ("places", " ".join(map(str, places)))),
    )


def _why(number: int | None) -> Text:
    if number is None:
        return Text(
            "不论总数多少，名额全部用足，没有任何情形达到目标",
            "with all places used the target is met for no number of subjects",
        )
    return Text(
        f"总数{number}个时，名额全部用足，没有任何情形达到目标",
        f"with all places used the target is not met for {number}",
    )


def unsettled(one: Campaign, kind: str = SHORT) -> Finding:
    """The question of a target that could not be settled."""
    zh, en = target_said(one)
    why, why_en = _WHY_OPEN.get(one.quota.within != "all", ("", ""))
    if one.ample:
        why, why_en = "（同分可能多占名额）", " (equal scores may take more places)"
    return campaign_finding(
        one,
        (kind, "contradiction"),
        Text(
            f"各年名额能否达到{zh}{why}，未能判定。",
            f"Whether the places meet {en}{why_en} is not settled.",
        ),
        None,
        (
            Text("把名额写成总数的比例", "state the places as shares of all"),
            ACTUAL_NUMBER,
        ),
    )


_WHY_OPEN = {
    True: ("（名额按组计算，组数和大小未定）", " (places are counted in groups of any size)")
}
