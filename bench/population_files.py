"""Writing and describing the files of a population: one Parquet or CSV file a register."""

from pathlib import Path

import polars as pl


def write(found: dict[str, pl.DataFrame], folder: Path, form: str) -> None:
    """Write every register into the folder as `<register>.parquet` or `<register>.csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in found.items():
        if form == "csv":
            rows.write_csv(folder / f"{name}.csv", null_value="")
        else:
            rows.write_parquet(folder / f"{name}.parquet", statistics=False)
