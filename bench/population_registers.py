"""The registers of the made-up population, drawn branch by branch within the limits of the catalogue."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]

JUDGED = (2, 3, 5, 7, 9, 10, 11, 12)
WORTH = (12, 8, 8, 10, 6, 8, 10, 8, 10, 6, 6, 8)
BODIES = ("office", "county", "city", "province", "nation")


@dataclass
class Draw:
    """One population being drawn: its branches, their committees, and the random numbers."""

    rng: np.random.Generator
    year: int
    group: "Whole"
    thorough: "Flags"
    hole: float
    good: "Flags" = field(init=False)

    def __post_init__(self) -> None:
        """Draw which branches do things by the book."""
        self.good = self.chance(np.where(self.thorough, 0.96, 0.5))

    def chance(self, share: "float | NDArray[np.float64]", size: int = 0) -> "Flags":
        """True with the given share, one a branch or as many as asked."""
        return self.rng.random(size or np.shape(share) or self.thorough.size) < share

    def by_class(self, thorough: float, others: float) -> "NDArray[np.float64]":
        """One number a branch: the first for thorough branches, the second for others."""
        return np.where(self.thorough, thorough, others)

    def rows(self, thorough: float, others: float, least: int = 0) -> "Whole":
        """Positions of branches, each as often as it has rows (means by class)."""
        counts = self.rng.poisson(self.by_class(thorough, others))
        counts = np.maximum(counts, np.where(self.thorough, least, 0))
        return np.repeat(np.arange(counts.size), counts)

    def days(self, count: int, shares: tuple[float, ...]) -> "NDArray[np.datetime64]":
        """Days spread over years: shares of this year, the one before, and so on."""
        ago = self.rng.choice(len(shares), count, p=shares)
        start = (np.datetime64(str(self.year), "Y") - ago).astype("datetime64[D]")
        return start + self.rng.integers(0, 365, count)

    def pick(self, choices: tuple[object, ...], count: int, shares: tuple[float, ...] = ()) -> pl.Series:
        """One of the choices a row."""
        return pl.Series(choices)[self.rng.choice(len(choices), count, p=shares or None)]

    def holed(self, rows: pl.DataFrame, *names: str, share: float = 0.0) -> pl.DataFrame:
        """The same rows with some cells of the named columns empty."""
        for name in names:
            mask = pl.Series(self.chance(share or self.hole, rows.height or 1)[: rows.height])
            rows = rows.with_columns(pl.when(mask).then(None).otherwise(pl.col(name)).alias(name))
        return rows


def part(draw: Draw, whole: "Whole", full: "Flags", lost: int = 4) -> "Whole":
    """A count not above the whole: all of it where `full`, else a few less."""
    return np.where(full, whole, np.maximum(0, whole - draw.rng.integers(0, lost, whole.size)))


def meetings(draw: Draw) -> pl.DataFrame:
    """Meetings: attendance complete where the branch does things by the book."""
    unit = draw.rows(2.4, 0.9, least=1)
    full = draw.good[unit]
    expected = draw.rng.integers(4, 30, unit.size) * draw.chance(0.99, unit.size)
    late = np.minimum(expected, draw.chance(np.where(full, 0.01, 0.2)))
    early = np.minimum(expected, draw.chance(0.005, unit.size))
    rows = pl.DataFrame(
        {
            "unit": unit,
            "held_on": draw.days(unit.size, (0.97, 0.03)),
            "expected": expected.astype(np.int32),
            "present": part(draw, expected, full).astype(np.int32),
            "late": late.astype(np.int32),
            "left_early": early.astype(np.int32),
        }
    )
    return draw.holed(rows, "expected", "present", "late", "left_early")


def tasks(draw: Draw) -> pl.DataFrame:
    """Tasks: key ones and others, done early, late or not at all, graded or not."""
    unit = draw.rows(2.2, 0.7)
    full = draw.good[unit]
    due = draw.days(unit.size, (0.97, 0.03))
    late = np.where(draw.chance(np.where(full, 0.02, 0.3)), 1, -1)
    done = due + late * draw.rng.integers(0, 20, unit.size)
    shares = (0.05, 0.15, 0.8)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "due_on": due,
            "key": draw.chance(0.45, unit.size),
            "done_on": done,
            "grade": draw.pick(("basic", "good", "outstanding"), unit.size, shares),
        }
    )
    undone = pl.Series(draw.chance(np.where(full, 0.01, 0.12)))
    rows = rows.with_columns(
        pl.when(undone).then(None).otherwise(pl.col(c)).alias(c) for c in ("done_on", "grade")
    )
    return draw.holed(rows, "key", "grade")


def cases(draw: Draw) -> pl.DataFrame:
    """Cases filed over four years, some withdrawn, some not yet marked serious."""
    unit = draw.rows(0.04, 0.12)
    filed = draw.days(unit.size, (0.4, 0.25, 0.2, 0.15))
    rows = pl.DataFrame(
        {
            "unit": unit,
            "filed_on": filed,
            "kind": draw.pick(("law", "discipline"), unit.size),
            "serious": draw.chance(0.4, unit.size),
            "party_member": draw.chance(0.7, unit.size),
            "withdrawn_on": filed + draw.rng.integers(5, 200, unit.size),
        }
    )
    rows = draw.holed(rows, "withdrawn_on", share=0.8)
    return draw.holed(rows, "serious", "party_member", share=0.05)


def circulars(draw: Draw) -> pl.DataFrame:
    """Circulars over four years, about rule breaches and work errors."""
    unit = draw.rows(0.06, 0.2)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "issued_on": draw.days(unit.size, (0.4, 0.25, 0.2, 0.15)),
            "about": draw.pick(("rule_breach", "work_error"), unit.size),
            "form": draw.pick(("circular", "accountability"), unit.size),
            "persons": draw.rng.integers(0, 4, unit.size).astype(np.int32),
        }
    )
    return draw.holed(rows, "about", "persons", share=0.04)


def honours(draw: Draw) -> pl.DataFrame:
    """Honours of the year and of the one before."""
    unit = draw.rows(1.2, 0.25)
    about = ("excellence", "branch_work", "publicity", "assessment", "honour", "innovation")
    rows = pl.DataFrame(
        {
            "unit": unit,
            "awarded_on": draw.days(unit.size, (0.9, 0.1)),
            "level": draw.pick(BODIES, unit.size),
            "about": draw.pick(about, unit.size, (0.55, 0.25, 0.05, 0.05, 0.05, 0.05)),
            "form": draw.pick(("commendation", "circular", "model_speech"), unit.size),
        }
    )
    return draw.holed(rows, "about", share=0.02)


def activities(draw: Draw) -> pl.DataFrame:
    """Activities: thorough branches hold two or more of the kind that counts."""
    unit = draw.rows(3.0, 0.6, least=2)
    sports = np.where(draw.thorough[unit], 0.95, 0.5)
    other = draw.pick(("study", "service", "other"), unit.size)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "held_on": draw.days(unit.size, (0.97, 0.03)),
            "kind": pl.select(
                pl.when(pl.Series(draw.chance(sports))).then(pl.lit("cultural_sports")).otherwise(other)
            ).to_series(),
            "group": draw.chance(0.93, unit.size),
            "recorded": draw.chance(0.95, unit.size),
        }
    )
    return draw.holed(rows, "kind", "group", "recorded", share=0.02)


def plans(draw: Draw) -> pl.DataFrame:
    """The year plan and quarter plans: at most one of each for a branch and year."""
    share = np.column_stack([draw.by_class(0.99, 0.28)] + [draw.by_class(0.99, 0.08)] * 4)
    unit, quarter = np.nonzero(draw.rng.random(share.shape) < share)
    items = draw.rng.integers(3, 20, unit.size) * draw.chance(0.99, unit.size)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(np.int32),
            "quarter": pl.Series(quarter.astype(np.int32)).replace(0, None),
            "items": items.astype(np.int32),
            "items_done": part(draw, items, draw.good[unit]).astype(np.int32),
        }
    )
    return draw.holed(rows, "items", "items_done")


def innovations(draw: Draw) -> pl.DataFrame:
    """Innovations, some summed up and recognised."""
    unit = draw.rows(1.3, 0.25, least=1)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "made_on": draw.days(unit.size, (0.97, 0.03)),
            "area": draw.pick(("vehicle", "mechanism", "activity", "method"), unit.size),
            "summed_up": draw.chance(np.where(draw.thorough[unit], 0.95, 0.5)),
            "recognised_by": draw.pick(BODIES, unit.size),
        }
    )
    rows = draw.holed(rows, "recognised_by", share=0.15)
    return draw.holed(rows, "summed_up", share=0.02)


def appraisals(draw: Draw) -> pl.DataFrame:
    """Appraisals of the year: mostly one, held in December or January, sometimes two on one day."""
    unit = np.flatnonzero(draw.chance(draw.by_class(0.98, 0.4)))
    twice = draw.chance(0.06, unit.size)
    held = np.datetime64(f"{draw.year}-10-20") + draw.rng.integers(0, 90, unit.size)
    first = held[twice] - np.where(draw.chance(0.5, twice.sum() or 1)[: twice.sum()], 0, 30)
    both = np.concatenate([unit, unit[twice]])
    members = draw.rng.integers(3, 40, both.size)
    full = draw.good[both]
    rows = pl.DataFrame(
        {
            "unit": both,
            "year": np.full(both.size, draw.year, np.int32),
            "held_on": np.concatenate([held, first]),
            "members": members.astype(np.int32),
            "took_part": part(draw, members, full, 2).astype(np.int32),
            "passed": part(draw, members, full, 2).astype(np.int32),
        }
    )
    rows = draw.holed(rows, "members", "took_part", "passed")
    alone = ~rows["unit"].is_duplicated() & pl.Series(draw.chance(0.03, both.size))
    return rows.with_columns(pl.when(alone).then(None).otherwise(pl.col("held_on")).alias("held_on"))


def findings(draw: Draw) -> pl.DataFrame:
    """Findings on judged criteria: at most one for a branch, year and criterion."""
    share = np.column_stack([draw.by_class(0.985, 0.1)] * len(JUDGED))
    unit, place = np.nonzero(draw.rng.random(share.shape) < share)
    best = draw.pick((5, 4, 3, 0), unit.size, (0.93, 0.04, 0.02, 0.01))
    mixed = draw.pick((5, 4, 3, 0), unit.size, (0.3, 0.3, 0.3, 0.1))
    level = np.where(draw.thorough[unit], best, mixed)
    return pl.DataFrame(
        {
            "unit": unit,
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(np.int32),
            "criterion": pl.Series(JUDGED)[place].cast(pl.String),
            "level": level.astype(np.int32),
        }
    )


def points(draw: Draw) -> pl.DataFrame:
    """Partial credit, with a reason, up to 70 % of the criterion."""
    share = np.column_stack([draw.by_class(0.005, 0.02)] * len(WORTH))
    unit, place = np.nonzero(draw.rng.random(share.shape) < share)
    most = np.asarray(WORTH)[place] * 70
    granted = np.minimum(most, draw.rng.integers(0, 900, unit.size))
    rows = pl.DataFrame(
        {
            "unit": unit,
            "year": np.full(unit.size, draw.year, np.int32),
            "item": pl.Series(place + 1).cast(pl.String),
            "points": hundredths(granted),
            "reason": pl.Series(["partly there"]).new_from_index(0, unit.size),
        }
    )
    return draw.holed(rows, "points")


def assessments(draw: Draw) -> pl.DataFrame:
    """The yearly assessment, in some committees only; whole and half points tie often."""
    offices = draw.chance(0.4, draw.group.max() + 1)
    unit = np.flatnonzero(offices[draw.group] & draw.chance(0.95, draw.group.size))
    score = np.where(
        draw.thorough[unit],
        draw.rng.integers(8700, 10001, unit.size),
        draw.rng.integers(5500, 9900, unit.size),
    )
    score = np.where(draw.chance(0.5, unit.size or 1)[: unit.size], score // 50 * 50, score)
    rows = pl.DataFrame(
        {"unit": unit, "year": np.full(unit.size, draw.year, np.int32), "score": hundredths(score)}
    )
    return draw.holed(rows, "score")


def declarations(draw: Draw) -> pl.DataFrame:
    """Declarations for three, four or five stars: at most one for a branch and year."""
    unit = np.flatnonzero(draw.chance(draw.by_class(0.97, 0.65)))
    return pl.DataFrame(
        {
            "unit": unit,
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(np.int32),
            "stars": draw.pick((3, 4, 5), unit.size, (0.3, 0.3, 0.4)).cast(pl.Int32),
        }
    )


def hundredths(values: "Whole") -> pl.Series:
    """Whole hundredths as an exact decimal column."""
    whole = pl.Series(values.astype(np.int64))
    return (whole.cast(pl.Decimal(12, 4)) / 100).cast(pl.Decimal(5, 2))


REGISTERS: dict[str, Callable[[Draw], pl.DataFrame]] = {
    "meetings": meetings,
    "tasks": tasks,
    "cases": cases,
    "circulars": circulars,
    "honours": honours,
    "activities": activities,
    "plans": plans,
    "innovations": innovations,
    "appraisals": appraisals,
    "findings": findings,
    "points": points,
    "assessments": assessments,
    "declarations": declarations,
}
