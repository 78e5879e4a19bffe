"""Registers of the made-up population whose rows are placed by a day."""

import numpy as np
import polars as pl

from bench.population_draw import Draw, part

BODIES = ("office", "county", "city", "province", "nation")


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
                pl.when(pl.Series(draw.chance(sports)))
                .then(pl.lit("cultural_sports"))
                .otherwise(other)
            ).to_series(),
            "group": draw.chance(0.93, unit.size),
            "recorded": draw.chance(0.95, unit.size),
        }
    )
    return draw.holed(rows, "kind", "group", "recorded", share=0.02)


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
