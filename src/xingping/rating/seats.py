"""How many places a quota has in a group: its base counted, shares worked out and rounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Quota
from xingping.rating.compile.place import At
from xingping.rating.compiled import Compiled
from xingping.rating.entrants import disqualified, takes_part
from xingping.rating.run import Run

Between = tuple[int, int]
"""The least and the most."""
Counts = Mapping[str, Between]
"""How many there are: ``all``; ``rated`` (taking part); ``eligible`` (and free to have a place)."""


def counts_of(one: Run, quota: Quota, members: Sequence[int]) -> Counts:
    """How many of a group there are, take part, and may have a place."""
    size = len(members)
    counts = {"all": (size, size)}
    named = {name for rule in quota.places.values() for name in _named(rule.tree)}
    if quota.share is not None:
        named |= _named(quota.share.tree)
    if "rated" in named:
        taking = [takes_part(one, i) for i in members]
        counts["rated"] = (sum(lo for lo, _ in taking), sum(hi for _, hi in taking))
    if "eligible" in named:
        free = [eligible(one, quota, i) for i in members]
        counts["eligible"] = (sum(lo for lo, _ in free), sum(hi for _, hi in free))
    return counts


def eligible(one: Run, quota: Quota, i: int) -> tuple[bool, bool]:
    """Whether a subject certainly, and possibly, takes part and may have a place."""
    lo, hi = takes_part(one, i)
    out_lo, out_hi = disqualified(one, i)
    may_lo, may_hi = may_have(one, quota, i)
    return lo and may_lo and not out_hi, hi and may_hi and not out_lo


def may_have(one: Run, quota: Quota, i: int) -> tuple[bool, bool]:
    """Whether a subject is, certainly and possibly, one of those who may have a place."""
    condition = one.compiled.outputs.of_quota.get(quota.id)
    return (True, True) if condition is None else one.cond(i, condition)


def alike(number: int) -> Counts:
    """A group of this size in which everyone takes part and may have a place."""
    return dict.fromkeys(("all", "rated", "eligible"), (number, number))


def seats(compiled: Compiled, quota: Quota, counts: Counts) -> dict[str, Between]:
    """Level -> its places, never below none; as many as there are people while not known."""
    most = counts["all"][1]
    found = {level: _between(compiled, rule.tree, counts) for level, rule in quota.places.items()}
    exact = {level: lo for level, (lo, hi) in found.items() if lo is not None and lo == hi}
    if quota.rounding and len(exact) == len(found):
        order = [level.id for level in reversed(compiled.setting.scheme.levels)]
        whole = largest_remainder({k: exact[k] for k in order if k in exact})
        return {level: (whole[level], whole[level]) for level in found}
    up = 1 if quota.rounding else 0  # by largest remainder a share is rounded down or up
    return {
        level: (
            0 if lo is None else max(lo.__floor__(), 0),
            most if hi is None else max(hi.__ceil__() if up else hi.__floor__(), 0),
        )
        for level, (lo, hi) in found.items()
    }


def largest_remainder(shares: Mapping[str, Fraction]) -> dict[str, int]:
    """Whole places for shares that belong together (best level first).

    Each gets its whole part; what the sum still holds goes to the largest remainders, of equal ones
    to the better level.
    """
    found = {level: max(share, Fraction(0)).__floor__() for level, share in shares.items()}
    left = sum(shares.values(), Fraction(0)).__floor__() - sum(found.values())
    by_rest = sorted(shares, key=lambda level: found[level] - shares[level])
    for level in by_rest[: max(left, 0)]:
        found[level] += 1
    return found


def places_of(compiled: Compiled, quota: Quota, level: str, count: int) -> int | None:
    """How many places there are for a group of ``count`` subjects; None while not known."""
    low, high = seats(compiled, quota, alike(count))[level]
    open_ = group_number(compiled, quota.places[level].tree, count) is None
    return None if open_ or low != high else low


def group_number(compiled: Compiled, rule: Node, count: int) -> Fraction | None:
    """A rule over how many there are, worked out for ``count`` of them; None while open."""
    lo, hi = _between(compiled, rule, alike(count))
    return lo if lo == hi else None


def _between(
    compiled: Compiled, rule: Node, counts: Counts
) -> tuple[Fraction | None, Fraction | None]:
    value = compiled.whole.reader.number(rule, At())
    all_ = counts["all"]
    columns = {"count all": all_[0]}
    for name in ("rated", "eligible"):
        low, high = counts.get(name, all_)
        columns |= {f"count {name} low": low, f"count {name} high": high}
    wanted = (value.lo, value.hi, value.lo_open, value.hi_open)
    lo, hi, lo_open, hi_open = compiled.numbers(wanted, columns)
    return (
        None if lo_open else Fraction(lo, value.den),
        None if hi_open else Fraction(hi, value.den),
    )


def _named(rule: Node) -> set[str]:
    return {
        node.name for node in walk(rule) if isinstance(node, tree.Ref) and node.what == "system"
    }
