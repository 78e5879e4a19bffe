"""Whether two engines gave the same row for every branch.

Reads the peers' CSV and Parquet, and the JSON that `xingping rate --format json` writes.
"""

import json
import sys
from pathlib import Path

import polars as pl

TEXT = ("unit", "state")
SAME = ("rank_best", "rank_worst", "stars", "stars_possible", "state")
VERDICTS = {"not_met": 0, "not_yet_known": 1, "met": 2}


def flat(subject: dict) -> dict[str, object]:
    """One subject of the JSON in the columns of the peers."""
    verdicts = {
        f"v_{criterion}_{level}": VERDICTS[said]
        for criterion, levels in subject["criteria"].items()
        for level, said in levels.items()
    }
    scores = {side: int(subject[side].replace(".", "")) for side in ("score_low", "score_high")}
    same = {name: subject[name] for name in SAME}
    return {"unit": subject["subject"], **verdicts, **scores, **same}


def rows(file: Path) -> pl.DataFrame:
    """The rows of an output, by unit, in one set of types."""
    if file.suffix == ".json":
        told = json.loads(file.read_text(encoding="utf-8"))
        said = pl.DataFrame([flat(subject) for subject in told], infer_schema_length=None)
    else:
        said = pl.read_csv(file) if file.suffix == ".csv" else pl.read_parquet(file)
    types = {name: pl.String if name in TEXT else pl.Int32 for name in said.columns}
    return said.select(pl.col(name).cast(kind) for name, kind in types.items()).sort("unit")


def differences(one: Path, other: Path) -> list[str]:
    """What differs, a line a column, with the first branch; nothing when all is equal."""
    a, b = rows(one), rows(other)
    if sorted(a.columns) != sorted(b.columns):
        return [f"columns differ: {sorted(set(a.columns) ^ set(b.columns))}"]
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
