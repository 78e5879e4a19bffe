"""Whether two engines gave the same row for every branch."""

import sys
from pathlib import Path

import polars as pl

WHOLE = pl.Int32


def rows(file: Path) -> pl.DataFrame:
    """The rows of an output, by unit, in one set of types."""
    said = pl.read_csv(file) if file.suffix == ".csv" else pl.read_parquet(file)
    text = {"unit": pl.String, "state": pl.String}
    return said.select(pl.col(name).cast(text.get(name, WHOLE)) for name in said.columns).sort(
        "unit"
    )


def differences(one: Path, other: Path) -> list[str]:
    """What differs, a line a column, with the first branch; nothing when all is equal."""
    a, b = rows(one), rows(other)
    if a.columns != b.columns:
        return [f"columns differ: {sorted(set(a.columns) ^ set(b.columns)) or 'their order'}"]
    if not a["unit"].equals(b["unit"]):
        return [f"branches differ: {a.height} and {b.height}"]
    found = []
    for name in a.columns:
        where = a[name].ne_missing(b[name]).arg_true()
        if where.len():
            at = where[0]
            unit, mine, theirs = a["unit"][at], a[name][at], b[name][at]
            found.append(f"{name}: {where.len()} branches, first {unit}: {mine} and {theirs}")
    return found


if __name__ == "__main__":
    print("\n".join(differences(*map(Path, sys.argv[1:]))) or "equal")
