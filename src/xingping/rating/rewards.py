"""Rewards by place: who is among the first so many, in the period or in each part of it."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.policy.scheme.outcome import Quota
from xingping.rating.entrants import certainly_stands, order_of, stands, ties_of
from xingping.rating.outcome import Verdict
from xingping.rating.pieces import Work, pieces
from xingping.rating.run import Run
from xingping.rating.seats import counts_of, may_have, seats
from xingping.rating.selection import Candidate, select
from xingping.rating.sharing import grouped

Won = Mapping[str, list[Verdict]]
"""The part of the period ('' for all of it) -> whether each subject is among the first."""


def rewards(one: Run, work: Work) -> dict[str, Won]:
    """What the quotas of kind 'reward' give; they change no level."""
    found: dict[str, Won] = {}
    for quota in one.scheme.quotas.values():
        if quota.kind != "reward":
            continue
        if quota.each:
            parts = pieces(one, quota.each, work)
            found[quota.id] = {part.label: _won(part.run, quota) for part in parts}
        else:
            found[quota.id] = {"": _won(one, quota)}
    return found


def _won(one: Run, quota: Quota) -> list[Verdict]:
    """Met for who is certainly among the first, not yet known for who may be."""
    verdicts: list[Verdict] = ["not_met"] * one.count
    for members in grouped(one.groups(quota.within)).values():
        places = seats(one.compiled, quota, counts_of(one, quota, members)).values()
        standing = [i for i in members if stands(one, i)]
        candidates = [_candidate(one, quota, i) for i in standing]
        number, most = sum(low for low, _ in places), sum(high for _, high in places)
        for i, choice in zip(standing, select(candidates, number, most, quota.ties), strict=True):
            if choice.certain:
                verdicts[i] = "met"
            elif choice.possible:
                verdicts[i] = "not_yet_known"
    return verdicts


def _candidate(one: Run, quota: Quota, i: int) -> Candidate:
    sure, could = may_have(one, quota, i)
    return Candidate(
        *order_of(one, quota, i),
        sure=sure,
        could=could,
        clear=certainly_stands(one, i),
        ties=ties_of(one, quota, i),
        fit=sure,
    )
