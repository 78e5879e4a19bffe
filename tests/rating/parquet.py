"""Records as a folder of Parquet files, as a large run reads them."""

import polars as pl

from xingping.policy.language.tree import Kind


def write(scheme, records, folder):
    """REGISTER.parquet for each table; days as dates, numbers as they are said."""
    for name, table in records.tables.items():
        fields = scheme.catalogue.registers[name].fields
        columns = [_column(fields.get(n), n, values) for n, values in table.columns.items()]
        pl.DataFrame(columns).write_parquet(folder / f"{name}.parquet")
    return folder


def _column(spec, name, values):
    kind = spec.type.kind if spec is not None else Kind.TEXT
    if kind is Kind.DAY:
        days = pl.Series(name, [None if v is None else v - 719163 for v in values], pl.Int32)
        return days.cast(pl.Date)
    if kind is Kind.NUMBER:
        steps = spec.step.denominator
        said = [v if v is None or steps == 1 else v / steps for v in values]
        return pl.Series(name, said, pl.Int64 if steps == 1 else pl.Float64)
    return pl.Series(name, values, pl.Boolean if kind is Kind.YES else pl.String)
