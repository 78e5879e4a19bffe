"""The rows of a large run: verdicts, bounds, ranks, stars and states, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import numpy as np
import polars as pl
from numpy.typing import NDArray

from xingping.policy.scheme.filling import limits
from xingping.rating.columns import ColumnRun
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import Bound
from xingping.rating.outcome import State
from xingping.rating.run import OPEN
from xingping.rating.sharing import share_places
from xingping.rating.standing import Places
from xingping.rating.stars import Stars

Truths = NDArray[np.bool_]
Whole = NDArray[np.int64]
STATES = pl.Series(get_args(State), dtype=pl.Enum(get_args(State)))
NUMBER = {state: number for number, state in enumerate(get_args(State))}


def results(one: ColumnRun, ids: pl.Series, places: Places | None) -> pl.DataFrame:
    """One row a subject (see `ranges.rate_parquet`); ``places``: those of the first rank."""
    columns = [ids]
    for criterion, levels in one.compiled.outputs.criteria.items():
        for level, condition in levels.items():
            lo, hi = (one.ready.column(e) for e in (condition.lo, condition.hi))
            columns.append((lo.cast(pl.Int8) + hi.cast(pl.Int8)).alias(f"v_{criterion}_{level}"))
    if one.compiled.outputs.score is not None:
        columns += _score(one, one.compiled.outputs.score)
    standing = _Standing(one)
    columns += _ranks(standing, places)
    low, high, undecided = _stars(one)
    state = standing.states(low, high, undecided)
    base = one.scheme.levels[0].value
    open_veto = (state == NUMBER["provisional"]) & standing.perhaps_out & ~standing.out
    low = np.where(open_veto, np.minimum(low, base), low)
    columns += [_levels(one, "stars", low), _levels(one, "stars_possible", high)]
    return pl.DataFrame([*columns, STATES.gather(state).alias("state")])


def _score(one: ColumnRun, score: Bound) -> list[pl.Series]:
    """Hundredths, rounded half up; empty where open, and where a gate ended the process."""
    gate = one.compiled.outputs.stopped.lo
    stopped = one.ready.column(gate) if one.scheme.gates else None
    found = []
    for name, e in (("score_low", score.lo), ("score_high", score.hi)):
        column = one.ready.column(e)
        usual = (
            pl.Series(name, column)
            .to_frame()
            .select(pl.when(pl.col(name).is_between(-OPEN, OPEN)).then(pl.col(name)))
        )
        cents = (usual[name] * 200 + score.den) // (2 * score.den)
        if stopped is not None:
            cents = cents.set(stopped, None)
        found.append(cents.cast(pl.Int32).alias(name))
    return found


def _ranks(standing: _Standing, places: Places | None) -> list[pl.Series]:
    if places is None:
        return []
    none = (places.best == 0) | standing.exempt
    parts = (("rank_best", places.best), ("rank_worst", places.worst))
    return [
        pl.Series(name, part, dtype=pl.Int32).set(pl.Series(none), None) for name, part in parts
    ]


def _levels(one: ColumnRun, name: str, values: Whole) -> pl.Series:
    """Levels as numbers, or as their ids where these are words."""
    if one.scheme.levels_numeric:
        return pl.Series(name, values, dtype=pl.Int16)
    ids = {level.value: level.id for level in one.scheme.levels}
    return pl.Series(name, values).replace_strict(ids, return_dtype=pl.String)


def _stars(one: ColumnRun) -> tuple[Whole, Whole, Truths]:
    """Certain and possible levels, places shared out, and for whom that is undecided."""
    bound = one.compiled.outputs.stars
    low, high = (one.ready.column(e).to_numpy() // bound.den for e in (bound.lo, bound.hi))
    if not one.scheme.quotas:
        return low, high, np.zeros(one.count, np.bool_)
    stars = Stars(low.tolist(), high.tolist(), [False] * one.count)
    share_places(one, stars)
    return np.array(stars.low), np.array(stars.high), np.array(stars.undecided)


@dataclass(slots=True, init=False)
class _Standing:
    """Who is exempt, vetoed, out: certainly or perhaps."""

    one: ColumnRun
    exempt: Truths
    perhaps_exempt: Truths
    not_rated: Truths
    vetoed: Truths
    out: Truths
    perhaps_out: Truths

    def __init__(self, one: ColumnRun) -> None:
        outputs, vetoes = one.compiled.outputs, one.scheme.vetoes
        self.one = one
        self.exempt, self.perhaps_exempt = self._sides(outputs.exempt)
        self.not_rated = self._sides(outputs.not_rated)[0]
        self.vetoed, self.out, self.perhaps_out = (np.zeros(one.count, np.bool_) for _ in range(3))
        for name, condition in outputs.vetoes.items():
            lo, hi = self._sides(condition)
            self.vetoed |= lo
            if vetoes[name].unranked:
                self.out |= lo
                self.perhaps_out |= hi

    def _sides(self, condition: Cond) -> tuple[Truths, Truths]:
        lo, hi = (self.one.ready.column(e).to_numpy() for e in (condition.lo, condition.hi))
        return lo, hi

    def states(self, low: Whole, high: Whole, undecided: Truths) -> NDArray[np.intp]:
        """The number of each result's state, as `placing.state_of` says."""
        with_places = any(map(limits, self.one.scheme.quotas.values()))
        cases: list[tuple[Truths, State]] = [
            (self.exempt, "exempt"),
            (self.vetoed, "disqualified" if with_places else "vetoed"),
            (self.not_rated, "not_rated"),
            (undecided, "undecided"),
            (self.perhaps_out | self.perhaps_exempt | (low != high), "provisional"),
        ]
        numbers = [np.intp(NUMBER[state]) for _, state in cases]
        return np.select([where for where, _ in cases], numbers, np.intp(NUMBER["rated"]))
