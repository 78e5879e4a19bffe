"""Whether a target holds, for any number of subjects at each level: the engine's own target rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from xingping.policy.scheme.outcome import Target
from xingping.rating.compiled import Compiled
from xingping.rating.facts import Facts
from xingping.rating.run import Run, finish, run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOWEST, _HIGHEST = -(1 << 62), 1 << 62
Part = tuple[str, tuple[Any, ...] | None, tuple[Any, ...] | None]
"""A fold over the subjects: its kind; for each level, whether one counts, and with what value."""


class Aims:
    """The targets of a year, over how many subjects have which level."""

    def __init__(self, ready: Compiled, by_level: Sequence[Run]) -> None:
        self.ready, self.by_level = ready, by_level
        year = ready.setting.campaign_year
        self.targets: list[Target] = [
            target
            for target in ready.setting.scheme.targets.values()
            if target.year is None or target.year == year
        ]

    def met(self, name: str, counts: NDArray[np.int64]) -> int | None:
        """In how many rows of ``counts`` (draws x levels) the target is certainly met.

        None where it rests on more than the levels: then no draw of levels can say.
        """
        folds, work = self.ready.group_function(name)
        parts = [self._part(fold.args) for fold in folds]
        if any(part is None for part in parts):
            return None
        known: dict[tuple[int, ...], bool] = {}
        met = 0
        for row in counts.tolist():
            key = tuple(row)
            if key not in known:
                values = [_fold(part, key) for part in parts if part is not None]
                known[key] = bool(work((), (), (), values)[0])
            met += known[key]
        return met

    def _part(self, args: tuple[Any, ...]) -> Part | None:
        kind, _, where, value = args
        counted, values = [], []
        for one in self.by_level:
            both = {(bool(one.get(i, where)), one.get(i, value)) for i in range(one.count)}
            if len(both) != 1:
                return None
            inside, number = both.pop()
            counted.append(inside)
            values.append(number)
        return kind, tuple(counted), tuple(values)


def _fold(part: Part, counts: Sequence[int]) -> int:
    kind, inside, values = part
    found = [
        (number, value)
        for number, within, value in zip(counts, inside or (), values or (), strict=True)
        if within and number
    ]
    if kind == "sum":
        return sum(number * value for number, value in found)
    if kind == "max":
        return max((value for _, value in found), default=_LOWEST)
    return min((value for _, value in found), default=_HIGHEST)


def aims_of(ready: Compiled, facts: Facts) -> Aims:
    """The targets of the year of ``ready``: one run for each level that all subjects would have."""
    runs = []
    for level in ready.setting.scheme.levels:
        one = run(ready, facts)
        finish(one, [(level.value, level.value)] * one.count)
        runs.append(one)
    return Aims(ready, runs)
