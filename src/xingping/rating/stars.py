"""The levels of all subjects, certain and possible, while places are being shared out."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from xingping.rating.run import Run
from xingping.rating.selection import Chosen


@dataclass(slots=True)
class Stars:
    """Levels (as the numbers that rules compute with): certain and possible, per subject.

    ``chosen``: 'quota level' -> what selection said of each subject; ``places``: how many there
    were, by quota, group and level, where that is known.
    """

    low: list[int]
    high: list[int]
    undecided: list[bool]
    chosen: dict[str, list[Chosen | None]] = field(default_factory=dict)
    places: dict[tuple[str, Hashable, str], int] = field(default_factory=dict)

    def chosen_of(self, quota: str, level: str, count: int) -> list[Chosen | None]:
        """What selection said of each of ``count`` subjects, to be filled in."""
        return self.chosen.setdefault(f"{quota} {level}", [None] * count)


def stars_before(one: Run) -> Stars:
    """The levels before places are shared out."""
    bound = one.compiled.outputs.stars
    ends = [(one.get(i, bound.lo), one.get(i, bound.hi)) for i in range(one.count)]
    return Stars(
        [low // bound.den for low, _ in ends],
        [high // bound.den for _, high in ends],
        [False] * len(ends),
    )
