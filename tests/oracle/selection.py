"""Selection within a share: who is in, out, tied or open, by counting all pairs."""

from __future__ import annotations

from dataclasses import dataclass

from tests.oracle import evaluate, outcome, ranking, references, values


@dataclass(frozen=True, slots=True)
class Standing:
    """One subject that stands for selection; ``keys``: score, then the tie rule."""

    subject: str
    keys: tuple[object, ...]
    may_reach: bool
    reaches: bool
    out: object

    @property
    def known(self):
        return self.keys[0].low is not None and self.keys[0].low == self.keys[0].high


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whether a subject is in for certain, may be, or ties on the line."""

    certain: bool
    possible: bool
    tied: bool


def standing(world, quota):
    """Everyone who stands: neither exempt nor certainly disqualified."""
    level = references.level_value(world.scheme, next(iter(quota.places)))
    found = {}
    for here in map(world.at, world.subjects):
        out = outcome.vetoed(here)
        if outcome.exempt(here).certain or out.certain:
            continue
        band = outcome.earned(here)
        found[here.subject] = Standing(
            here.subject,
            tuple(ranking.keys(here, quota.by)),
            band.high is None or band.high >= level,
            band.low is not None and band.low >= level,
            out,
        )
    return found


def ties(mine, theirs):
    """How the tie rule places ``theirs`` against ``mine``: -1 behind, 1 ahead, 0 exactly equal,
    None not known; only for scores both known and equal."""
    for a, b in zip(mine.keys[1:], theirs.keys[1:], strict=True):
        (al, ah), (bl, bh) = values.ends(a), values.ends(b)
        if al == ah == bl == bh:
            continue
        if bl > ah:
            return 1
        return -1 if bh < al else None
    return 0


def relation(mine, theirs):
    """-1 behind, 1 ahead, 0 in an exact tie, None neither."""
    (al, ah), (bl, bh) = values.ends(mine.keys[0]), values.ends(theirs.keys[0])
    even = mine.known and theirs.known and al == bl
    placed = ties(mine, theirs) if even else None
    if bh < al or not theirs.may_reach or placed == -1:
        return -1
    sure = not theirs.out.possible and theirs.reaches
    if sure and (bl > ah or placed == 1):
        return 1
    return 0 if placed == 0 else None


def places(world, quota):
    """The places of the quota's one level."""
    here = world.at(world.subjects[0]) if world.subjects else None
    value = evaluate.evaluate(next(iter(quota.places.values())).tree, here)
    return value.low


def choose(world, quota):
    """Subject -> Chosen, for everyone who stands."""
    standers, most = standing(world, quota), places(world, quota)
    chosen = {}
    for mine in standers.values():
        others = [o for o in standers.values() if o.subject != mine.subject]
        related = [(relation(mine, other), other) for other in others]
        not_behind = sum(how != -1 for how, _ in related)
        ahead = sum(how == 1 for how, _ in related)
        open_ = sum(how is None for how, _ in related)
        before = ahead + sum(how == 0 and not o.out.possible for how, o in related)
        clean = not mine.out.possible
        possible = mine.may_reach and ahead < most
        chosen[mine.subject] = Chosen(
            clean and mine.reaches and not_behind < most,
            possible,
            clean and possible and open_ + ahead < most and before >= most,
        )
    return chosen
