"""Stars once places are shared out, and the state of each result."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.language.tree import Node
from xingping.policy.scheme.outcome import Quota
from xingping.rating.compile.place import At
from xingping.rating.compiled import Compiled
from xingping.rating.outcome import State
from xingping.rating.run import Run
from xingping.rating.selection import Candidate, Chosen, select


@dataclass(slots=True)
class Stars:
    """Levels (as the numbers that rules compute with): certain and possible, per subject."""

    low: list[int]
    high: list[int]
    undecided: list[bool]
    chosen: dict[str, list[Chosen | None]] = field(default_factory=dict)
    places: dict[tuple[str, Hashable, str], int] = field(default_factory=dict)


def stars_before(one: Run) -> Stars:
    """The levels before places are shared out."""
    bound = one.compiled.outputs.stars
    ends = [(one.get(i, bound.lo), one.get(i, bound.hi)) for i in range(one.count)]
    count = len(ends)
    return Stars(
        [low // bound.den for low, _ in ends],
        [high // bound.den for _, high in ends],
        [False] * count,
    )


def share_places(one: Run, stars: Stars) -> None:
    """Give out the places of every quota that limits a level, the best level first."""
    for quota in one.scheme.quotas.values():
        if quota.kind not in {"at most", "exactly"}:
            continue
        values = {level.id: level.value for level in one.scheme.levels}
        order = sorted(quota.places, key=lambda level: -values[level])
        if quota.beyond != "next" and values[quota.beyond] > values[order[0]]:
            continue  # a ceiling on the worst level is filled from below
        for level in order:
            _share(one, stars, quota, level, values)


def _share(one: Run, stars: Stars, quota: Quota, level: str, values: Mapping[str, int]) -> None:
    line = values[level]
    beyond = _beyond(quota, line, one)
    groups = one.groups(quota.within)
    chosen: list[Chosen | None] = [None] * one.count
    for group, members in _grouped(groups).items():
        number = places_of(one.compiled, quota, level, len(members))
        if number is None:
            continue
        stars.places[quota.id, group, level] = number
        standing = [i for i in members if stands(one, i)]
        candidates = [_candidate(one, stars, quota, i, line) for i in standing]
        for i, choice in zip(standing, select(candidates, number), strict=True):
            chosen[i] = choice
            _settle(stars, i, choice, line, beyond)
    stars.chosen[f"{quota.id} {level}"] = chosen


def _settle(stars: Stars, i: int, choice: Chosen, line: int, beyond: int) -> None:
    if choice.certain:
        return
    stars.undecided[i] |= choice.undecided
    stars.low[i] = min(stars.low[i], beyond) if stars.low[i] >= line else stars.low[i]
    if not choice.possible and stars.high[i] >= line:
        stars.high[i] = min(stars.high[i], beyond)


def _beyond(quota: Quota, line: int, one: Run) -> int:
    values = sorted(level.value for level in one.scheme.levels)
    if quota.beyond == "next":
        return max((v for v in values if v < line), default=values[0])
    return next(level.value for level in one.scheme.levels if level.id == quota.beyond)


def _grouped(groups: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for i, group in enumerate(groups):
        found.setdefault(group, []).append(i)
    return found


def stands(one: Run, i: int) -> bool:
    """Whether the subject stands for selection: neither exempt nor certainly out."""
    return not (one.cond(i, one.compiled.outputs.exempt)[0] or disqualified(one, i)[0])


def disqualified(one: Run, i: int) -> tuple[bool, bool]:
    """Whether a veto that takes the subject out certainly, or possibly, holds."""
    low = high = False
    for name, veto in one.scheme.vetoes.items():
        if veto.unranked:
            lo, hi = one.cond(i, one.compiled.outputs.vetoes[name])
            low, high = low or lo, high or hi
    return low, high


def _candidate(one: Run, stars: Stars, quota: Quota, i: int, line: int) -> Candidate:
    first, *breakers = one.compiled.outputs.quotas[quota.id]
    bound = first
    lo, hi = one.get(i, bound.lo), one.get(i, bound.hi)  # type: ignore[union-attr]  # -- the first key is a rounded number
    band = one.compiled.outputs.band
    reach_low, reach_high = stars.low[i], stars.high[i]
    if band is not None:
        reach_low, reach_high = one.get(i, band.lo), one.get(i, band.hi)
    return Candidate(
        lo,
        hi,
        sure=reach_low >= line,
        could=reach_high >= line,
        clear=not disqualified(one, i)[1],
        ties=tuple(one.tie(i, key) for key in breakers),
    )


def places_of(compiled: Compiled, quota: Quota, level: str, count: int) -> int | None:
    """How many places there are for a group of ``count`` subjects; None while not known."""
    found = group_number(compiled, quota.places[level].tree, count)
    return None if found is None else found.__floor__()


def group_number(compiled: Compiled, tree: Node, count: int) -> Fraction | None:
    """A rule over how many there are, worked out for ``count`` of them; None while open."""
    value = compiled.whole.reader.number(tree, At())
    lo, hi, lo_open, hi_open = compiled.numbers(
        (value.lo, value.hi, value.lo_open, value.hi_open), count
    )
    return None if lo_open or hi_open or lo != hi else Fraction(lo, value.den)


def state_of(one: Run, stars: Stars, i: int) -> State:
    """The state of a result (records.md)."""
    outputs, scheme = one.compiled.outputs, one.scheme
    _, perhaps_out = disqualified(one, i)
    vetoed = any(one.cond(i, veto)[0] for veto in outputs.vetoes.values())
    with_places = any(q.kind in {"at most", "exactly"} for q in scheme.quotas.values())
    exempt, perhaps_exempt = one.cond(i, outputs.exempt)
    if exempt:
        return "exempt"
    if vetoed:
        return "disqualified" if with_places else "vetoed"
    if one.cond(i, outputs.not_rated)[0]:
        return "not_rated"
    if stars.undecided[i]:
        return "undecided"
    if perhaps_out or perhaps_exempt or stars.low[i] != stars.high[i]:
        return "provisional"
    return "rated"
