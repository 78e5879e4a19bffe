"""Registers of the made-up population whose rows are placed by a year."""

import numpy as np
import polars as pl

from bench.population_draw import Draw, hundredths, part

JUDGED = (2, 3, 5, 7, 9, 10, 11, 12)
WORTH = (12, 8, 8, 10, 6, 8, 10, 8, 10, 6, 6, 8)


def plans(draw: Draw) -> pl.DataFrame:
    """The year plan and quarter plans: at most one of each for a branch and year."""
    share = np.column_stack([draw.by_class(0.99, 0.28)] + [draw.by_class(0.99, 0.08)] * 4)
    unit, quarter = np.nonzero(draw.rng.random(share.shape) < share)
    items = draw.rng.integers(3, 20, unit.size) * draw.chance(0.99, unit.size)
    rows = pl.DataFrame(
        {
            "unit": unit,
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(
                np.int32
            ),
            "quarter": pl.Series(quarter.astype(np.int32)).replace(0, None),
            "items": items.astype(np.int32),
            "items_done": part(draw, items, draw.good[unit]).astype(np.int32),
        }
    )
    return draw.holed(rows, "items", "items_done")


def appraisals(draw: Draw) -> pl.DataFrame:
    """Appraisals of the year: mostly one, held in December or January, sometimes two on one day."""
    unit = np.flatnonzero(draw.chance(draw.by_class(0.98, 0.4)))
    twice = draw.chance(0.06, unit.size)
    held = np.datetime64(f"{draw.year}-10-20") + draw.rng.integers(0, 90, unit.size)
    first = held[twice] - np.where(draw.chance(0.5, twice.sum()), 0, 30)
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
    return rows.with_columns(
        pl.when(alone).then(None).otherwise(pl.col("held_on")).alias("held_on")
    )


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
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(
                np.int32
            ),
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
    score = np.where(draw.chance(0.5, unit.size), score // 50 * 50, score)
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
            "year": np.where(draw.chance(0.99, unit.size), draw.year, draw.year - 1).astype(
                np.int32
            ),
            "stars": draw.pick((3, 4, 5), unit.size, (0.3, 0.3, 0.4)).cast(pl.Int32),
        }
    )
