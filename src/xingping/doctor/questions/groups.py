"""Places counted in each group and rounded up there: together more than the share of all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, limits, places
from xingping.doctor.population.rounding import roundings, turned
from xingping.doctor.population.seasons import campaign_years, ready, values_set
from xingping.doctor.population.terms import UnsettledError, smallest
from xingping.doctor.population.unsettled import unsettled
from xingping.doctor.visit import Visit
from xingping.policy.scheme.outcome import Quota
from xingping.policy.sentences.figures import percent
from xingping.policy.words import Text

KIND = "quota-groups-exceed"
_ASKED = Text(
    "在各组内进一，合起来是否超过全体的比例",
    "whether it exceeds the share of all by being rounded up in every group",
)
GROUPS = 5  # so many equal groups show it


def ask_groups(visit: Visit) -> Iterator[Finding]:
    """Each quota within groups whose places are rounded up."""
    for quota in limits(visit.scheme):
        for level, rule in quota.places.items():
            if quota.within != "all" and "ceil" in roundings(rule.tree) and not quota.rounding:
                try:
                    yield from _exceeding(visit, quota, level)
                except UnsettledError:
                    yield unsettled(quota, KIND, _ASKED, level)


def _exceeding(visit: Visit, quota: Quota, level: str) -> Iterator[Finding]:
    scheme, rule = visit.scheme, quota.places[level]
    year = campaign_years(scheme)[0]
    counting = Counting(scheme, [], values_set(ready(scheme, year)), everyone=True)
    rounded = places(counting, rule.tree, year)
    exact = places(counting, turned(rule.tree, "exact"), year, whole=False)
    if rounded is None or exact is None:
        raise UnsettledError
    # Equal groups: their places against the share of all of them, that one rounded up too.
    over = GROUPS * rounded > -z3.ToReal(z3.ToInt(-(GROUPS * exact)))
    size = smallest(counting.total, *counting.rules, counting.total > 1, over)
    if size is None:
        return
    engine = Engine(scheme, quota)
    each, whole = engine.number(level, year, size), engine.number(level, year, GROUPS * size)
    if each is None or whole is None or GROUPS * each <= whole:
        raise UnsettledError  # the rating makes other places of it
    title = scheme.level_titles[level]
    everyone = GROUPS * size
    share = Fraction(GROUPS * each, everyone)
    yield _finding(
        quota,
        level,
        (
            Text(
                f"“{quota.title.zh}”在各组内分别进一，合起来超过全体的比例：{GROUPS}个各{size}人（个）的组"
                f"共有{GROUPS * each}个{title.zh}名额（{percent(share, 'zh')}），合并计算只有{whole}个。",
                f"'{quota.title.en}' is rounded up in every group, which exceeds the share of all: {GROUPS} "
                f"groups of {size} get {GROUPS * each} places for {title.en} ({percent(share, 'en')}), "
                f"counted together {whole}.",
            ),
            Text(
                f"名额由评定程序算出：{size}个时{each}，{everyone}个时{whole}；{size}是最小的这样的组",
                f"the rating makes the places: {each} for {size}, {whole} for {everyone}; {size} is the "
                "smallest such group",
            ),
        ),
        (
            Text(
                "在全体范围内计算名额（范围: 全部，即 within: all）",
                "count the places over all (within: all)",
            ),
            Text(
                "各组舍去，余下的名额按全体排名补足", "round down in groups, give the rest by rank"
            ),
            Text("写明以各组之和为准", "say that the sum over the groups counts"),
        ),
        (("size", str(size)), ("groups", str(GROUPS * each)), ("whole", str(whole))),
    )


def _finding(
    quota: Quota,
    level: str,
    told: tuple[Text, Text],
    ways: tuple[Text, ...],
    facts: tuple[tuple[str, str], ...],
) -> Finding:
    said, proof = told
    return Finding(
        kind=KIND,
        about=(quota.id, level),
        clauses=tuple(quota.clause.split()),
        said=said,
        ways=ways,
        weight="note",
        proof=proof,
        at=quota.places[level].at,
        facts=facts,
    )
