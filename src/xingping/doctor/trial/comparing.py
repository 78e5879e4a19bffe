"""The same records under two sets of rules: who rises, who falls, who stays, what is not yet known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from xingping.doctor.trial.causes import causes
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.outcome import Rating
from xingping.rating.rate import Rated

Move = Literal["rises", "falls", "same", "open", "only_before", "only_after"]
"""``open``: what is possible changes, but neither up nor down for certain · ``only_before``,
``only_after``: the subject is rated on one side only."""

MOVES: Mapping[Move, Text] = {
    "rises": Text("上升", "rises"),
    "falls": Text("下降", "falls"),
    "same": Text("不变", "the same"),
    "open": Text("有变，升降未定", "changes, up or down not yet known"),
    "only_before": Text("改后不参加", "not rated by the other rules"),
    "only_after": Text("改后才参加", "rated by the other rules only"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One subject on both sides, and what made the difference."""

    subject: str
    name: str
    move: Move
    before: Rating | None
    after: Rating | None
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many have a level: for certain, and at most."""

    level: str
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All subjects on both sides; ``counts``: by level, worst first, before and after.

    ``said``: what is said of all (targets, reports) on each side.
    """

    before: Scheme
    after: Scheme
    changes: tuple[Change, ...]
    counts_before: tuple[Count, ...]
    counts_after: tuple[Count, ...]
    said_before: tuple[Text, ...]
    said_after: tuple[Text, ...]

    def moved(self, *moves: Move) -> list[Change]:
        """Those who move so."""
        return [change for change in self.changes if change.move in moves]


def compare(before: Rated, after: Rated) -> Comparison:
    """Compare two ratings of the same records, subject by subject (by id)."""
    first, second = before.run.scheme, after.run.scheme
    one = {rating.subject: rating for rating in before}
    other = {rating.subject: rating for rating in after}
    changes = [
        *(_change(first, second, rating, other[s]) for s, rating in one.items() if s in other),
        *(Change(s, r.name, "only_before", r, None, ()) for s, r in one.items() if s not in other),
        *(Change(s, r.name, "only_after", None, r, ()) for s, r in other.items() if s not in one),
    ]
    order: dict[Move, int] = {move: place for place, move in enumerate(MOVES)}
    changes.sort(key=lambda change: (order[change.move], _place(change), change.subject))
    return Comparison(
        first,
        second,
        tuple(changes),
        counts(first, before.ratings),
        counts(second, after.ratings),
        before.said,
        after.said,
    )


def _change(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Change:
    move = _move(first, second, one, other)
    why = () if move == "same" else causes(first, second, one, other)
    return Change(one.subject, one.name, move, one, other, why)


def _move(first: Scheme, second: Scheme, one: Rating, other: Rating) -> Move:
    low = (height(first, str(one.stars)), height(second, str(other.stars)))
    high = (height(first, str(one.stars_possible)), height(second, str(other.stars_possible)))
    if len(second.levels) < 2 and one.score != other.score:  # noqa: PLR2004 -- scores alone decide
        return _by_score(one, other)
    if low[0] == low[1] and high[0] == high[1]:
        return "same"
    if low[1] >= low[0] and high[1] >= high[0]:
        return "rises"
    if low[1] <= low[0] and high[1] <= high[0]:
        return "falls"
    return "open"


def _by_score(one: Rating, other: Rating) -> Move:
    before, after = one.score.known, other.score.known
    if before is None or after is None:
        return "open"
    return "rises" if after > before else "falls"


def height(scheme: Scheme, level: str) -> tuple[int, int]:
    """How high a level stands: levels with numbers by their number, others by their place."""
    for place, one in enumerate(scheme.levels):
        if one.id == level:
            return (0, one.value) if scheme.levels_numeric else (0, place)
    return (0, int(level)) if level.lstrip("-").isdigit() else (-1, 0)


def _place(change: Change) -> tuple[bool, int]:
    rating = change.after or change.before
    rank = rating.rank_best if rating else None
    return (rank is None, rank or 0)


def counts(scheme: Scheme, ratings: Sequence[Rating]) -> tuple[Count, ...]:
    """How many have each level, for certain and at most; exempt subjects count with their level."""
    values = [(level.id, height(scheme, level.id)) for level in scheme.levels]
    found = []
    for level, value in values:
        certain = possible = 0
        for rating in ratings:
            low, high = (
                height(scheme, str(rating.stars)),
                height(scheme, str(rating.stars_possible)),
            )
            certain += low == high == value
            possible += low <= value <= high
        found.append(Count(level, certain, possible))
    return tuple(found)
