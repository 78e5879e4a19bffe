"""Drawing a made-up population: shares, counts, days and empty cells, from one seed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Whole = NDArray[np.int64]


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

    def chance(self, share: "float | NDArray[np.float64]", size: int | None = None) -> "Flags":
        """True with the given share: as many as asked, else one for each share."""
        return self.rng.random(np.shape(share) if size is None else size) < share

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

    def pick(
        self, choices: tuple[object, ...], count: int, shares: tuple[float, ...] = ()
    ) -> pl.Series:
        """One of the choices a row."""
        return pl.Series(choices)[self.rng.choice(len(choices), count, p=shares or None)]

    def holed(self, rows: pl.DataFrame, *names: str, share: float = 0.0) -> pl.DataFrame:
        """The same rows with some cells of the named columns empty."""
        for name in names:
            mask = pl.Series(self.chance(share or self.hole, rows.height))
            rows = rows.with_columns(pl.when(mask).then(None).otherwise(pl.col(name)).alias(name))
        return rows


def part(draw: Draw, whole: "Whole", full: "Flags", lost: int = 4) -> "Whole":
    """A count not above the whole: all of it where `full`, else a few less."""
    return np.where(full, whole, np.maximum(0, whole - draw.rng.integers(0, lost, whole.size)))


def hundredths(values: "Whole") -> pl.Series:
    """Whole hundredths as an exact decimal column."""
    whole = pl.Series(values.astype(np.int64))
    return (whole.cast(pl.Decimal(12, 4)) / 100).cast(pl.Decimal(5, 2))
