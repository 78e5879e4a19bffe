"""A made-up population for the bench: branches in committees, with a year of records and holes in them."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from bench import population_dated as dated
from bench import population_yearly as yearly
from bench.population_draw import Draw

if TYPE_CHECKING:
    from numpy.typing import NDArray

YEAR = 2026
# register and how many years before the rated one: what scheme A looks at
KEPT = [
    ("cases", 0),
    ("circulars", 2),
    ("tasks", 0),
    ("appraisals", 0),
    ("honours", 0),
    ("plans", 0),
    ("cases", 2),
    ("meetings", 0),
    ("activities", 0),
    ("innovations", 0),
    ("circulars", 0),
    ("cases", 1),
    ("circulars", 1),
]

REGISTERS: dict[str, Callable[[Draw], pl.DataFrame]] = {
    "meetings": dated.meetings,
    "tasks": dated.tasks,
    "cases": dated.cases,
    "circulars": dated.circulars,
    "honours": dated.honours,
    "activities": dated.activities,
    "innovations": dated.innovations,
    "plans": yearly.plans,
    "appraisals": yearly.appraisals,
    "findings": yearly.findings,
    "points": yearly.points,
    "assessments": yearly.assessments,
    "declarations": yearly.declarations,
}


@dataclass(frozen=True)
class Shape:
    """How large and how holed a population is.

    `thorough` is the share of branches with a full set of records, `listed` how many of the
    13 register-years are declared as kept branch by branch (the others by one '*' row),
    `unkept` the share of branches left out there, `hole` the share of empty cells.
    """

    branches: int
    seed: int = 1
    year: int = YEAR
    thorough: float = 0.12
    listed: int = 2
    unkept: float = 0.05
    hole: float = 0.01
    committee: tuple[int, int] = (4, 24)


def committees(shape: Shape, rng: np.random.Generator) -> "NDArray[np.int64]":
    """The committee of every branch, from 0, in order (mean size 14 unless the shape says otherwise)."""
    least, most = shape.committee
    sizes = rng.integers(least, most + 1, size=1 + shape.branches // least)
    return np.repeat(np.arange(sizes.size), sizes)[: shape.branches]


def units(shape: Shape, group: "NDArray[np.int64]") -> pl.DataFrame:
    """The register of branches, in committee order."""
    number = pl.int_range(1, shape.branches + 1, eager=True)
    ids = "b" + number.cast(pl.String).str.zfill(7)
    groups = "c" + pl.Series(group + 1).cast(pl.String).str.zfill(6)
    return pl.DataFrame({"unit": ids, "name": "Branch " + ids, "group": groups})


def kept(shape: Shape, rng: np.random.Generator, ids: pl.Series) -> pl.DataFrame:
    """Which registers were kept: '*' rows, and lists of branches with holes."""
    parts = []
    for place, (register, ago) in enumerate(KEPT):
        whole = place >= shape.listed
        some = pl.Series(["*"]) if whole else ids.filter(rng.random(len(ids)) >= shape.unkept)
        parts.append(
            pl.DataFrame({"unit": some}).select(
                pl.lit(register).alias("register"),
                pl.lit(shape.year - ago, dtype=pl.Int32).alias("year"),
                "unit",
            )
        )
    return pl.concat(parts)


def generate(shape: Shape) -> dict[str, pl.DataFrame]:
    """Every register of the population, rows in no particular order, the same for the same shape."""
    rng = np.random.default_rng(shape.seed)
    group = committees(shape, rng)
    table = units(shape, group)
    ids = table["unit"]
    drawn = Draw(
        rng=rng,
        year=shape.year,
        group=group,
        thorough=rng.random(shape.branches) < shape.thorough,
        hole=shape.hole,
    )
    made = {name: frame(drawn) for name, frame in REGISTERS.items()}
    found = {
        name: rows.with_columns(ids.gather(rows["unit"]).alias("unit"))
        for name, rows in made.items()
    }
    found = {"units": table, "kept": kept(shape, rng, ids)} | found
    return {name: rows[rng.permutation(rows.height)] for name, rows in found.items()}


def write(shape: Shape, folder: Path, form: str = "parquet") -> dict[str, int]:
    """Write a population into a folder, one file a register; returns rows per register."""
    found = generate(shape)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in found.items():
        if form == "csv":
            rows.write_csv(folder / f"{name}.csv", null_value="")
        else:
            rows.write_parquet(folder / f"{name}.parquet", statistics=False)
    return {name: rows.height for name, rows in found.items()}


def office(folder: Path, seed: int = 1) -> dict[str, int]:
    """Write one committee of 14 branches as CSV."""
    shape = Shape(branches=14, seed=seed, thorough=0.5, listed=2, committee=(14, 14))
    return write(shape, folder, "csv")


def main() -> None:
    """Write a population from the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--branches", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--office", action="store_true", help="one committee of 14, as CSV")
    got = asked.parse_args()
    if got.office:
        rows = office(got.folder, got.seed)
    else:
        rows = write(Shape(branches=got.branches, seed=got.seed), got.folder)
    records = sum(rows.values()) - rows["units"]
    print(f"{rows['units']} branches, {records} records ({records / rows['units']:.1f} a branch)")
    print("  ".join(f"{name} {count}" for name, count in rows.items()))


if __name__ == "__main__":
    main()
