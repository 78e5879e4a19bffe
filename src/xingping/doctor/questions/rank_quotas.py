"""Places that ranks keep from being filled: more of them than can have the rank a level needs."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from xingping.doctor.finding import Finding
from xingping.doctor.parts import clauses_of
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, number_asked, places
from xingping.doctor.population.rank_bounds import Bound, rank_bounds
from xingping.doctor.population.seasons import campaign_years, ready, values_set
from xingping.doctor.population.terms import UnsettledError, smallest
from xingping.doctor.population.unsettled import unsettled
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World
from xingping.policy.scheme.outcome import Level, Quota
from xingping.policy.words import Text

KIND = "quota-rank"
_ASKED = Text(
    "的名额会不会因名次条件用不足", "whether conditions on ranks keep its places from being filled"
)
_PROMISED = {"exactly", "guide"}


def ask_rank_quotas(visit: Visit) -> Iterator[Finding]:
    """Each quota that is meant to be filled, against the ranks that its levels need."""
    scheme = visit.scheme
    promised = [q for q in scheme.quotas.values() if q.kind in _PROMISED and not q.each]
    if not promised or not scheme.ranks:
        return
    for bound in rank_bounds(visit, World(scheme)):
        for quota in promised:
            try:
                number = _exceeding(visit, quota, bound)
            except UnsettledError:
                yield unsettled(quota, KIND, _ASKED, bound.level.id, bound.rank.id)
                continue
            if number is not None:
                yield _finding(visit, quota, bound, number)


def _exceeding(visit: Visit, quota: Quota, bound: Bound) -> int | None:
    """The smallest number of subjects whose places are more than the ranks that may have them."""
    scheme, level = visit.scheme, bound.level.id
    if level not in quota.places or bound.rank.within not in {"all", quota.within}:
        return None
    if not bound.settled:
        raise UnsettledError
    year = campaign_years(scheme)[0]
    counting = Counting(scheme, [], values_set(ready(scheme, year)), everyone=True)
    found = places(counting, quota.places[level].tree, year)
    if found is None:
        raise UnsettledError
    everyone = z3.ToReal(counting.total)
    most = z3.RealVal(int(bound.most))
    if bound.of_ranked:
        most = everyone * bound.most.numerator / bound.most.denominator
    rules = counting.rules_for(number_asked(visit, quota))
    return smallest(counting.total, *rules, found > most, found <= everyone)


def _finding(visit: Visit, quota: Quota, bound: Bound, number: int) -> Finding:
    level, rank = bound.level, bound.rank
    year = campaign_years(visit.scheme)[0]
    given = Engine(visit.scheme, quota).number(level.id, year, number)
    can = number * bound.most // 1 if bound.of_ranked else int(bound.most)
    clauses = (*quota.clause.split(), *clauses_of(bound.parts))
    asking = "、".join(clauses_of(bound.parts)), ", ".join(clauses_of(bound.parts))
    return Finding(
        kind=KIND,
        about=(quota.id, level.id, rank.id),
        clauses=tuple(dict.fromkeys(clauses)),
        said=Text(
            f"“{quota.title.zh}”的名额用不足：{number}个中有{given}个{level.title.zh}名额，"
            f"而按 {asking[0]}，得分各不相同时最多{can}个的{rank.title.zh}够得上。",
            f"the places of '{quota.title.en}' cannot all be filled: of {number} there are {given} for "
            f"{level.title.en}, but by {asking[1]} with different scores at most {can} have the "
            f"{rank.title.en} for it.",
        ),
        ways=(
            Text("名次条件改为占比", "make the rank a share"),
            Text("名额写成上限（至多 at most）", "make the places a ceiling (at most)"),
            Text("减少名额", "give fewer places"),
        ),
        weight="contradiction" if quota.kind == "exactly" else "gap",
        proof=_why(level, number, only=visit.units is not None and quota.within == "all"),
        at=quota.places[level.id].at,
        facts=(("number", str(number)), ("places", str(given)), ("ranks", str(can))),
    )


def _why(level: Level, number: int, *, only: bool) -> Text:
    if only:
        return Text(
            f"没有任何事实能使{level.title.zh}的名次更差；共{number}个时，名额多于这样的名次",
            f"no facts give {level.title.en} a worse rank; with {number} there are more places than ranks",
        )
    return Text(
        f"没有任何事实能使{level.title.zh}的名次更差；{number}是名额多于名次的最小个数",
        f"no facts give {level.title.en} a worse rank; {number} is the smallest number with more "
        "places than ranks",
    )
