"""How the places of a quota are filled: which way, in which order of levels, by rank or by line."""

from __future__ import annotations

from collections.abc import Sequence

from xingping.policy.scheme.outcome import Level, Quota
from xingping.policy.scheme.scheme import Scheme


def limits(quota: Quota) -> bool:
    """Whether the quota changes levels; a guide is only compared, a reward only given."""
    return quota.kind in {"at most", "exactly"}


def gives(scheme: Scheme, quota: Quota) -> bool:
    """Whether the places alone give the level: a forced distribution, or a scheme without a rule.

    Then the best of those who may have a place get it, whatever their score says; else only who
    has earned the level stands for a place of it.
    """
    return limits(quota) and (quota.kind == "exactly" or scheme.stars.rule is None)


def upward(scheme: Scheme, quota: Quota) -> bool:
    """Whether those without a place rise: a ceiling on the worst levels, filled from below."""
    values = scheme.level_values
    lowest = min(values[level] for level in quota.places)
    return limits(quota) and quota.beyond in values and values[quota.beyond] > lowest


def moves(scheme: Scheme, quota: Quota) -> bool:
    """Whether someone may come to a level that was not earned, as far as vetoes and gates allow."""
    return gives(scheme, quota) or upward(scheme, quota)


def blocks(
    levels: Sequence[Level], listed: Sequence[str]
) -> tuple[list[Level], list[Level]] | None:
    """The listed levels filled from above (best first) and from below (worst first).

    None where a listed level hangs between two that are not listed: its places would have no
    beginning.
    """
    top: list[Level] = []
    for level in reversed(levels):
        if level.id not in listed:
            break
        top.append(level)
    bottom: list[Level] = []
    for level in levels:
        if level.id not in listed or level in top:
            break
        bottom.append(level)
    return (top, bottom) if len(top) + len(bottom) == len(listed) else None
