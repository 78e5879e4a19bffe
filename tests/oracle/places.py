"""Places shared out the plain way: everything known, and every way in which ties may turn out.

People are dictionaries: ``level`` (earned), ``key`` (what places go by, best first), ``stands``,
``may`` (have a place), ``least`` and ``most`` (the levels that vetoes leave), ``rated``.
"""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations


def outcomes(people, levels, quota):
    """Every list of levels that may come out."""
    places = numbers(people, quota)
    quota = {**quota, "levels": levels}
    if quota["kind"] == "exactly":
        top = [
            level for level in reversed(levels) if all(x in places for x in levels if x >= level)
        ]
        low = [x for x in levels if x in places and x not in top]
        steps = [(level, False) for level in top] + [(level, True) for level in low]
        yield from _forced(people, places, quota, steps, {})
        return
    beyond = quota["beyond"]
    up = quota["up"] = beyond != "next" and beyond > min(places)
    order = sorted(places, reverse=not up)
    yield from _limited(people, places, quota, order, [p["level"] for p in people])


def numbers(people, quota):
    """Level -> places."""
    counts = {
        "all": len(people),
        "rated": sum(p["rated"] for p in people),
        "eligible": sum(p["rated"] and p["stands"] and p["may"] for p in people),
    }
    counts["one"] = 1
    shares = {
        level: Fraction(share) * counts[base] for level, (share, base) in quota["places"].items()
    }
    if not quota.get("rounding"):
        return {level: math.floor(share) for level, share in shares.items()}
    found = {level: math.floor(share) for level, share in shares.items()}
    for _ in range(math.floor(sum(shares.values())) - sum(found.values())):
        most = max(shares, key=lambda level: (shares[level] - found[level], level))
        found[most] += 1
    return found


def winners(candidates, number, key, ties):
    """Every set of candidates that may win."""
    ranked = sorted(candidates, key=key, reverse=True)
    if len(ranked) <= number:
        yield set(ranked)
        return
    line = key(ranked[number - 1]) if number else None
    sure = {c for c in ranked if number and key(c) > line}
    tied = [c for c in ranked if number and key(c) == line]
    if len(sure) + len(tied) <= number or ties == "share":
        yield sure | set(tied)
    elif ties == "none":
        yield sure
    else:
        for chosen in combinations(tied, number - len(sure)):
            yield sure | set(chosen)


def _limited(people, places, quota, order, now):
    if not order:
        yield now
        return
    line, *rest = order
    up, levels = quota["up"], quota["levels"]
    fixed = [i for i, p in enumerate(people) if up and p["rated"] and p["least"] == p["most"]]
    here = [i for i, p in enumerate(people) if p["stands"] and now[i] == line and i not in fixed]
    able = [i for i in here if people[i]["may"]]
    number = max(places[line] - sum(now[i] == line for i in fixed), 0)
    ties = (
        {"share": "none", "none": "share"}.get(quota["ties"], quota["ties"])
        if up
        else quota["ties"]
    )
    beyond = levels[levels.index(line) - 1] if quota["beyond"] == "next" else quota["beyond"]
    for inside in winners(able, number, lambda i: people[i]["key"], ties):
        after = [beyond if i in here and i not in inside else n for i, n in enumerate(now)]
        yield from _limited(people, places, quota, rest, after)


def _forced(people, places, quota, steps, got):
    if not steps:
        yield [_rest(p, got.get(i), places, quota) for i, p in enumerate(people)]
        return
    (line, low), *rest = steps
    able = [
        i
        for i, p in enumerate(people)
        if p["stands"] and p["may"] and i not in got and p["least"] <= line <= p["most"]
    ]
    ties = (
        {"share": "none", "none": "share"}.get(quota["ties"], quota["ties"])
        if low
        else quota["ties"]
    )

    def key(i):
        return tuple(-k for k in people[i]["key"]) if low else people[i]["key"]

    held = sum(p["rated"] and p["least"] == p["most"] == line for p in people) if low else 0
    for inside in winners(able, max(places[line] - held, 0), key, ties):
        yield from _forced(people, places, quota, rest, {**got, **dict.fromkeys(inside, line)})


def _rest(person, got, places, quota):
    if got is not None:
        return got
    if not person["stands"] or person["level"] not in places:
        return person["level"]
    if quota["beyond"] != "next":
        return quota["beyond"]
    levels = quota["levels"]
    return levels[max(levels.index(min(places)) - 1, 0)]
