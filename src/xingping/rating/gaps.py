"""What a level still lacks, by what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xingping.policy.scheme.scheme import Scheme
from xingping.rating.explaining import Reason
from xingping.rating.outcome import Rating


@dataclass(frozen=True, slots=True)
class Gap:
    """By what can be done about it, the criteria that a level still lacks."""

    still_possible: tuple[str, ...]
    not_ours: tuple[str, ...]
    settled: tuple[str, ...]


def level_value(scheme: Scheme, level: int | str) -> int:
    """The number that rules compute with for a level."""
    return next((one.value for one in scheme.levels if one.id == str(level)), 0)


def _enough(scheme: Scheme, rating: Rating, level: int, name: str) -> bool:
    """Whether points lack nothing: the score certainly reaches the level's band already."""
    return (
        not scheme.has_standards
        and name in rating.items
        and level_value(scheme, rating.band if rating.band is not None else 0) >= level
    )


def gaps_of(
    scheme: Scheme, rating: Rating, reasons: Mapping[str, Mapping[str, Reason]]
) -> dict[str, Gap]:
    """For each level above what is certain: what is missing, by who can do something about it."""
    now = level_value(scheme, rating.stars)
    gaps = {}
    for level in scheme.levels:
        if level.value <= now:
            continue
        lists: dict[str, list[str]] = {"still_possible": [], "not_ours": [], "settled": []}
        for name, by_level in reasons.items():
            why = by_level.get(level.id)
            if why is None or why.reach is None or _enough(scheme, rating, level.value, name):
                continue
            ours = {"branch", "member"} if scheme.subject != "units" else {"branch"}
            kind = (
                "settled"
                if why.reach == "settled"
                else ("still_possible" if ours & set(why.by) else "not_ours")
            )
            lists[kind].append(name)
        gaps[level.id] = Gap(*(tuple(lists[k]) for k in ("still_possible", "not_ours", "settled")))
    return gaps
