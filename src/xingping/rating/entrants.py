"""Who takes part in a rating and stands for places: neither exempt, nor absent, nor disqualified."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.scheme.outcome import Quota
from xingping.rating.compile.outputs import Bound
from xingping.rating.run import Run


def takes_part(one: Run, i: int) -> tuple[bool, bool]:
    """Whether a subject is, certainly and possibly, rated: neither exempt nor taking no part."""
    outputs = one.compiled.outputs
    exempt_lo, exempt_hi = one.cond(i, outputs.exempt)
    absent_lo, absent_hi = one.cond(i, outputs.not_rated)
    return not (exempt_hi or absent_hi), not (exempt_lo or absent_lo)


def disqualified(one: Run, i: int) -> tuple[bool, bool]:
    """Whether a veto that takes the subject out certainly, or possibly, holds."""
    low = high = False
    for name, veto in one.scheme.vetoes.items():
        if veto.unranked:
            lo, hi = one.cond(i, one.compiled.outputs.vetoes[name])
            low, high = low or lo, high or hi
    return low, high


def stands(one: Run, i: int) -> bool:
    """Whether the subject stands for selection: taking part and not certainly disqualified."""
    return takes_part(one, i)[1] and not disqualified(one, i)[0]


def certainly_stands(one: Run, i: int) -> bool:
    """Whether nothing can still take the subject out."""
    return takes_part(one, i)[0] and not disqualified(one, i)[1]


def order_of(one: Run, quota: Quota, i: int) -> tuple[int, int]:
    """Both ends of what places go by."""
    first = one.compiled.outputs.quotas[quota.id][0]
    if not isinstance(first, Bound):
        msg = "places go by a rounded number first"
        raise TypeError(msg)
    return one.get(i, first.lo), one.get(i, first.hi)


def ties_of(one: Run, quota: Quota, i: int, *, split: bool = False) -> tuple[Fraction | None, ...]:
    """The tie-breakers of a subject; ``split``: its place in the file is the last of them."""
    ties = tuple(one.tie(i, key) for key in one.compiled.outputs.quotas[quota.id][1:])
    return (*ties, Fraction(-i)) if split else ties
