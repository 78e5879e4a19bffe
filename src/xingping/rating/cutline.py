"""The cut lines of a rating: for each quota, level and group who is in, tied, first out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from xingping.policy.scheme.filling import limits, upward
from xingping.policy.scheme.outcome import Quota
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.cut_sheet import CutLine
from xingping.rating.entrants import stands
from xingping.rating.rate import Rated, rate
from xingping.rating.season import SeasonError
from xingping.rating.seats import group_number, places_of
from xingping.rating.sharing import grouped
from xingping.records.table import Records


def cutline(
    scheme: Scheme,
    records: Records,
    *,
    year: int,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
) -> CutLine:
    """The first cut line of the scheme. Raises SeasonError for a scheme without quotas."""
    return cutlines(scheme, records, year=year, on=on, parameters=parameters)[0]


def cutlines(
    scheme: Scheme,
    records: Records,
    *,
    year: int,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
) -> list[CutLine]:
    """A cut line for each quota, level and group; groups and levels in order, the best first.

    Raises SeasonError for a scheme without quotas.
    """
    limited = [q for q in scheme.quotas.values() if limits(q)]
    if not limited:
        raise SeasonError(
            Text(
                f"方案“{scheme.title.zh}”没有名额，不划分数线；请改用 xingping rate",
                f"the scheme '{scheme.title.en}' has no quota, so there is no cut line; "
                "use xingping rate",
            )
        )
    rated = rate(scheme, records, year=year, on=on, parameters=parameters)
    order = [level.id for level in reversed(scheme.levels)]
    found: list[CutLine] = []
    for quota in limited:
        groups = grouped(rated.run.groups(quota.within)) or {"": []}
        found += [
            cut_of(rated, quota, level, str(group), groups[group])
            for group in sorted(groups, key=str)
            for level in sorted(quota.places, key=order.index)
        ]
    return found


def cut_of(rated: Rated, quota: Quota, level: str, group: str, members: Sequence[int]) -> CutLine:
    """The cut line of a level in a group (its members' places), of a rating that is at hand."""
    one = rated.run
    chosen = rated.stars.chosen.get(f"{quota.id} {level}", [])
    here = {i: chosen[i] for i in members if i < len(chosen)}
    line = next(one_.value for one_ in one.scheme.levels if one_.id == level)
    rises = upward(one.scheme, quota)
    ends = rated.stars.low if rises else rated.stars.high

    def missed(i: int) -> bool:
        """Whether it came out on the other side of the line, not at a level beyond this one."""
        return stands(one, i) and (ends[i] > line if rises else ends[i] < line)

    ids = one.facts.subjects
    by_id = {rating.subject: rating for rating in rated.ratings}
    low = {i: _key(rated, i, "lo", quota) for i in here}
    high = {i: _key(rated, i, "hi", quota) for i in here}
    inside = sorted((i for i, c in here.items() if c and c.certain), key=low.__getitem__)
    tied = sorted(ids[i] for i, c in here.items() if c and c.undecided)
    outside = sorted(
        (i for i, c in here.items() if c and not c.possible and missed(i)),
        key=high.__getitem__,
    )
    last = ids[inside[-1]] if inside else None
    first = ids[outside[0]] if outside else None
    a = by_id[last].score.known if last else None
    b = by_id[first].score.known if first else None
    count = len(members)
    return CutLine(
        one.scheme,
        quota,
        level,
        group,
        count,
        group_number(one.compiled, quota.share.tree, count) if quota.share else None,
        rated.stars.places.get(
            (quota.id, group, level), places_of(one.compiled, quota, level, count)
        ),
        tuple(ids[i] for i in inside),
        tuple(tied),
        last,
        first,
        a - b if a is not None and b is not None else None,
        {r.subject: r.name for r in rated.ratings},
        {r.subject: r.score for r in rated.ratings},
        sum(c is not None for c in here.values()),
    )


def _key(rated: Rated, i: int, end: str, quota: Quota) -> tuple[object, ...]:
    """Best first: the score's end, the tie-breakers, then the id."""
    one = rated.run
    first, *breakers = one.compiled.outputs.quotas[quota.id]
    score = -one.get(i, getattr(first, end))
    ties = []
    for key in breakers:
        value = one.tie(i, key)
        bound = getattr(key, end, None)
        if value is None and bound is not None:
            value = Fraction(one.get(i, bound), getattr(key, "den", 1))
        ties.append((value is None, -value if value is not None else Fraction(0)))
    return (score, *ties, one.facts.subjects[i])
