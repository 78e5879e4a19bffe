"""Scheme A as a NumPy/Numba kernel tuned by hand: the peer for a large population.

Reads one Parquet file a register, numbers the branches in committee order, writes one row a branch.
"""

import sys
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from bench.numba_rating import kernel

WHOLE = pl.Int32
KEPT = {
    "meetings": 0,
    "tasks": 1,
    "honours": 2,
    "activities": 3,
    "plans": 4,
    "innovations": 5,
    "appraisals": 6,
}
STATES = pl.Enum(["rated", "not_rated", "provisional", "vetoed"])


def day(name: str) -> pl.Expr:
    """A date as days from 1970, -1 where empty."""
    return pl.col(name).to_physical().fill_null(-1)


def number(name: str) -> pl.Expr:
    """A whole number, -1 where empty."""
    return pl.col(name).cast(WHOLE).fill_null(-1)


def flag(name: str) -> pl.Expr:
    """A yes/no as 1, 0, -1."""
    return pl.col(name).cast(pl.Int8).fill_null(-1)


def among(name: str, *words: str) -> pl.Expr:
    """Whether a choice is one of the words, as 1, 0, -1."""
    test = pl.any_horizontal(pl.col(name) == word for word in words)
    return test.cast(pl.Int8).fill_null(-1).alias(name)


def hundredths(name: str) -> pl.Expr:
    """Points in hundredths, -1 where empty."""
    return (pl.col(name) * 100).cast(WHOLE).fill_null(-1)


GRADE = (pl.col("grade") != "basic").cast(pl.Int8) + (pl.col("grade") == "outstanding").cast(
    pl.Int8
)
COLUMNS = {
    "meetings": [day("held_on"), *map(number, ("expected", "present", "late", "left_early"))],
    "tasks": [day("due_on"), flag("key"), day("done_on"), GRADE.fill_null(-1).alias("grade")],
    "cases": [day("filed_on"), flag("serious"), flag("party_member"), day("withdrawn_on")],
    "circulars": [day("issued_on"), among("about", "work_error"), number("persons")],
    "honours": [day("awarded_on"), among("about", "excellence", "branch_work")],
    "activities": [
        day("held_on"),
        among("kind", "cultural_sports"),
        flag("group"),
        flag("recorded"),
    ],
    "plans": list(map(number, ("year", "quarter", "items", "items_done"))),
    "innovations": [
        day("made_on"),
        flag("summed_up"),
        pl.col("recognised_by").is_not_null().cast(pl.Int8).alias("recognised_by"),
    ],
    "appraisals": [
        number("year"),
        day("held_on"),
        *map(number, ("members", "took_part", "passed")),
    ],
    "findings": list(map(number, ("year", "criterion", "level"))),
    "points": [number("year"), number("item"), hundredths("points")],
    "assessments": [number("year"), hundredths("score")],
    "declarations": [number("year"), number("stars")],
}


def kept_bit(year: int) -> pl.Expr:
    """The bit of a register and year in a branch's word of what was kept; null for other years."""
    ago = year - pl.col("year")
    places = pl.col("register").replace_strict(KEPT, default=None, return_dtype=WHOLE)
    several = pl.col("register").replace_strict(
        {"cases": 7, "circulars": 10}, default=None, return_dtype=WHOLE
    )
    return (
        pl.when(ago == 0)
        .then(places.fill_null(several))
        .when(ago.is_in([1, 2]))
        .then(several + ago)
    )


def read(folder: Path, year: int) -> tuple[pl.Series, "np.ndarray", tuple]:
    """Branch ids in committee order, where committees end, and every register as arrays."""
    units = pl.read_parquet(folder / "units.parquet", columns=["unit", "group"])
    group = pl.col("group").cast(pl.Categorical).to_physical()  # numbers sort faster than texts
    units = units.with_columns(group).sort("group")
    ids = units["unit"]
    place = pl.col("unit").cast(pl.Enum(ids), strict=False).to_physical().cast(WHOLE)
    kept = pl.scan_parquet(folder / "kept.parquet").select(
        place.fill_null(-1), kept_bit(year).alias("bit")
    )
    plans = [kept.drop_nulls("bit")] + [
        pl.scan_parquet(folder / f"{name}.parquet").select(place, *columns)
        for name, columns in COLUMNS.items()
    ]
    tables = tuple(
        tuple(column.to_numpy() for column in frame.iter_columns())
        for frame in pl.collect_all(plans)
    )
    edges = np.append(0, np.cumsum(units.select(pl.col("group").rle().struct.field("len"))["len"]))
    return ids, edges.astype(np.int64), tables


def rate(folder: Path, out: Path, year: int, on: date, target: int) -> None:
    """Rate a folder of Parquet files; write one row a branch."""
    ids, edges, tables = read(folder, year)
    days = [date(year - ago, 1, 1) for ago in range(3)] + [date(year, 12, 31), on]
    *years, end, today = [int(np.datetime64(d).astype(int)) for d in days]
    season = (tuple(years), end, min(end, today), today, year, target)
    verdicts, low, high, best, worst, result = kernel(tables, edges, season)
    names = [f"v_{c}_{level}" for c in range(1, 14) for level in (3, 4, 5)]
    columns = {"unit": ids} | dict(zip(names, verdicts, strict=True))
    columns |= {"score_low": low, "score_high": high, "rank_best": best, "rank_worst": worst}
    columns |= dict(zip(("stars", "stars_possible", "state"), result, strict=True))
    rows = pl.DataFrame(columns)
    rows = rows.with_columns(
        pl.when(pl.col("rank_best") >= 0).then(pl.col("rank_best", "rank_worst")),
        pl.col("state").cast(pl.UInt8).cat.to(STATES),
    )
    rows.write_parquet(out, statistics=False)


def main(folder: str, out: str, year: str, on: str, target: str) -> None:
    """Rate a folder from the command line."""
    rate(Path(folder), Path(out), int(year), date.fromisoformat(on), int(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
