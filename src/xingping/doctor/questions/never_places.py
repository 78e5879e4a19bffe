"""Levels for which a quota never has a place, however many there are and whatever is set."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, number_asked, places
from xingping.doctor.population.rounding import roundings
from xingping.doctor.population.seasons import campaign_years
from xingping.doctor.population.terms import Expr, UnsettledError, can_be
from xingping.doctor.population.unsettled import unsettled
from xingping.doctor.questions.quotas import EMPTY
from xingping.doctor.visit import Visit
from xingping.policy.scheme import filling
from xingping.policy.scheme.outcome import Quota
from xingping.policy.words import Text

_EVER = Text("有没有名额", "whether there is ever a place")
_LIKELY = (1000, 100, 10, 1)  # numbers of subjects for which a quota usually has places


def ask_never_places(visit: Visit) -> Iterator[Finding]:
    """Each level of each quota: whether anyone can ever have a place."""
    for quota in visit.scheme.quotas.values():
        for level in quota.places:
            try:
                yield from _never(visit, quota, level)
            except UnsettledError:
                yield unsettled(quota, EMPTY, _EVER, level)


def _never(visit: Visit, quota: Quota, level: str) -> Iterator[Finding]:
    """For every number; else for the number asked about, where rounding down is not told already."""
    if not _some(visit, quota, level, None):
        yield _finding(visit, quota, level, None)
        return
    only = number_asked(visit, quota)
    told = not quota.rounding and "floor" in roundings(quota.places[level].tree)
    if only is not None and not told and not _some(visit, quota, level, only):
        yield _finding(visit, quota, level, only)


def _some(visit: Visit, quota: Quota, level: str, only: int | None) -> bool:
    """Whether there can be a place: as the rating makes them, or by what may be set at all."""
    engine, years = Engine(visit.scheme, quota), campaign_years(visit.scheme)
    for count in _LIKELY if only is None else (only,):
        if any(engine.number(level, year, count) for year in years):
            return True
    counting = Counting(visit.scheme, [], {})
    ever: list[Expr] = []
    for year in years:
        number = places(counting, quota.places[level].tree, year, whole=not quota.rounding)
        if number is None:
            raise UnsettledError
        ever.append(number > 0)
    return can_be(*counting.rules_for(only), z3.Or(*ever))


def _finding(visit: Visit, quota: Quota, level: str, only: int | None) -> Finding:
    title, rule = visit.scheme.level_titles[level], quota.places[level]
    when, when_en = ("", "") if only is None else (f"总数{only}个时，", f"with {only}, ")
    outcome = (
        Text(f"任何人都评不上{title.zh}", f"nobody can have {title.en}")
        if filling.limits(quota)
        else Text("任何人都得不到", "nobody can have one")
    )
    return Finding(
        kind=EMPTY,
        about=(quota.id, level),
        clauses=tuple(quota.clause.split()),
        said=Text(
            f"“{quota.title.zh}”{when}给{title.zh}的名额总是0个（{rule.text}）：{outcome.zh}。",
            f"{when_en}'{quota.title.en}' never has a place for {title.en} ({rule.text}): {outcome.en}.",
        ),
        ways=(
            Text(f"给{title.zh}写上名额", f"give {title.en} places"),
            Text("取消这一等级，或取消这项名额", "do without the level, or without the quota"),
        ),
        weight="note" if quota.kind == "guide" else "gap",
        proof=Text(
            "已证明：不论总数和年度参数是多少，名额都不大于0"
            if only is None
            else f"已证明：总数{only}个时，不论年度参数是多少，名额都不大于0",
            "proven: whatever the number of subjects and the parameters, there are no places over 0"
            if only is None
            else f"proven: with {only} subjects, whatever the parameters, there are no places over 0",
        ),
        at=rule.at,
        facts=(("level", level), ("never_for", "all" if only is None else str(only))),
    )
