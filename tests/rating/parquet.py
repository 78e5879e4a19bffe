"""Records written as Parquet files, one a register, for large runs."""

import polars as pl

from xingping.policy.language.tree import Kind

FIRST = 719163  # 1970-01-01


def write(policy, records, folder):
    """A file for every register of ``records``; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in records.tables.items():
        specs = policy.catalogue.registers[name].fields
        columns = [
            cells(specs.get(field), field, column) for field, column in table.columns.items()
        ]
        pl.DataFrame(columns).write_parquet(folder / f"{name}.parquet")
    return folder


def cells(spec, name, column):
    match Kind.TEXT if spec is None else spec.type.kind:
        case Kind.DAY:
            days = [None if day is None else day - FIRST for day in column]
            return pl.Series(name, days, pl.Int32).cast(pl.Date)
        case Kind.YES:
            return pl.Series(name, column, pl.Boolean)
        case Kind.NUMBER:
            numbers = pl.Series(name, column, pl.Int64)
            if spec.step == 1:
                return numbers
            return (numbers.cast(pl.Float64) / spec.step.denominator).cast(pl.Decimal(18, 2))
        case _:
            return pl.Series(name, [None if v is None else str(v) for v in column], pl.String)
