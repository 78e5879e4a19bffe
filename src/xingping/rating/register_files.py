"""Registers in Parquet files, as columns: only what a program reads, numbers instead of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from polars.exceptions import PolarsError

from xingping.policy.catalogue import FieldSpec
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.compile.polars import CODE, OTHER
from xingping.records.table import RecordFault, RecordsFaultyError

FIRST_OF_1970 = 719163  # date(1970, 1, 1).toordinal()
ADVICE = Text(
    "请用 xingping rate 读取这批文件，它会逐格检查",
    "read these files with xingping rate, which checks every cell",
)


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """A folder with a Parquet file a register. ``words``: the code of each word asked for."""

    scheme: Scheme
    folder: Path
    words: Mapping[str, int]

    def scan(self, register: str) -> pl.LazyFrame | None:
        """A register, or None if the folder has none."""
        path = self.folder / f"{register}.parquet"
        return pl.scan_parquet(path) if path.exists() else None

    def columns(self, register: str, fields: Sequence[str], lazy: pl.LazyFrame) -> list[pl.Expr]:
        """The cells of fields: whole numbers, truths, codes of words; empty cells stay empty."""
        specs = self.scheme.catalogue.registers[register].fields
        try:
            schema = lazy.collect_schema()
        except PolarsError as error:
            raise faulty(
                register, "", "不是完好的 Parquet 文件", "no sound Parquet file"
            ) from error
        return [
            self.cell(register, specs[name], schema[name]).alias(name)
            if name in schema
            else pl.lit(None, self.kind(specs[name])).alias(name)
            for name in fields
        ]

    def kind(self, spec: FieldSpec) -> type[pl.DataType]:
        """The type of a field's column."""
        match spec.type.kind:
            case Kind.YES:
                return pl.Boolean
            case Kind.NUMBER | Kind.DAY:
                return pl.Int64
            case _:
                return CODE

    def cell(self, register: str, spec: FieldSpec, kind: pl.DataType) -> pl.Expr:
        """One field's cells. Raises RecordsFaultyError for a column of another type."""
        column = pl.col(spec.id)
        if kind == pl.Null:
            return column.cast(self.kind(spec))
        match spec.type.kind:
            case Kind.YES if kind == pl.Boolean:
                return column
            case Kind.DAY if kind.is_temporal():
                return column.cast(pl.Date).to_physical() + FIRST_OF_1970
            case Kind.NUMBER if kind.is_numeric():
                return _number(column, spec, kind)
            case Kind.NUMBER | Kind.DAY | Kind.YES:
                raise faulty(
                    register, spec.id, f"列的类型是 {kind}", f"the column's type is {kind}"
                )
            case _:
                return self._code(column, spec)

    def _code(self, column: pl.Expr, spec: FieldSpec) -> pl.Expr:
        asked = list(self.words)
        names = self.scheme.catalogue.choices.get(spec.type.choices, {})
        titles = {said: word for word, title in names.items() for said in (title.zh, title.en)}
        listed = [word for word in names if word not in self.words]
        text = column.cast(pl.String)
        if titles:
            text = text.replace({said: word for said, word in titles.items() if said not in names})
        code = text.cast(pl.Enum(asked + listed), strict=False).to_physical().cast(CODE)
        return pl.when(column.is_not_null()).then(code.fill_null(OTHER))

    def check(self, register: str, frame: pl.DataFrame) -> None:
        """Raises RecordsFaultyError where a choice is none of its list."""
        specs = self.scheme.catalogue.registers[register].fields
        for column in frame.iter_columns():
            spec = specs.get(column.name)
            listed = spec is not None and spec.type.choices in self.scheme.catalogue.choices
            if listed and (column == OTHER).any():
                raise faulty(
                    register,
                    column.name,
                    "有不在选项中的值",
                    "a value that is not among the choices",
                )


def _number(column: pl.Expr, spec: FieldSpec, kind: pl.DataType) -> pl.Expr:
    steps = spec.step.denominator
    if kind.is_integer():
        return column if steps == 1 else column.cast(pl.Int64) * steps
    if kind.is_float():
        return (column * steps).round().cast(pl.Int64)
    return (column * steps).cast(pl.Int64)


def faulty(register: str, field: str, zh: str, en: str) -> RecordsFaultyError:
    """One fault of a register's file."""
    return RecordsFaultyError(
        [RecordFault(f"{register}.parquet", "", field, "", Text(zh, en), ADVICE)]
    )
