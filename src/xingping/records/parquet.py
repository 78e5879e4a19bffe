"""Parquet files: one a register, each column of one type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import polars as pl
from polars.exceptions import PanicException, PolarsError

from xingping.records.sheet import BLOCK_ROWS, Block, Sheet, unreadable
from xingping.records.written import Cell, Flag, Odd

PARQUET_LIMIT = 512 * 1024 * 1024
PARQUET_CELLS = 100_000_000


def open_parquet(path: Path) -> Sheet:
    """A Parquet file as a sheet; its lines are the numbers of its rows. Raises `UnreadableError`."""
    try:
        names, rows = _measure(path)
        if path.stat().st_size > PARQUET_LIMIT or rows * len(names) > PARQUET_CELLS:
            raise unreadable(
                path.name,
                f"文件超过 {PARQUET_LIMIT >> 20} MB 或 {PARQUET_CELLS // 10**8} 亿个单元格",
                f"the file holds more than {PARQUET_LIMIT >> 20} MB or {PARQUET_CELLS} cells",
                "请按机关党委分开评定",
                "rate each committee by itself",
            )
        frame = pl.read_parquet(path)
    except (PolarsError, PanicException, OSError) as error:
        raise unreadable(
            path.name,
            "不是完好的 Parquet 文件",
            "this is no sound Parquet file",
            "请重新导出",
            "export it again",
        ) from error

    def blocks(_start: int, _width: int) -> Iterator[Block]:
        for first in range(0, rows, BLOCK_ROWS):
            piece = frame.slice(first, BLOCK_ROWS)
            lines = range(first + 1, first + 1 + piece.height)
            yield Block(lines, [_cells(piece[name]) for name in names])

    return Sheet(path.name, "", [(0, names)], blocks, letters=False, width=len(names))


def _measure(path: Path) -> tuple[list[str], int]:
    lazy = pl.scan_parquet(path)
    return lazy.collect_schema().names(), int(lazy.select(pl.len()).collect().item())


def _cells(column: pl.Series) -> Sequence[Cell]:
    if column.dtype == pl.Float32:  # it holds seven digits: 18.7, not 18.700000762939453
        return [None if value is None else float(f"{value:.7g}") for value in column.to_list()]
    try:
        values = column.to_list()
    except (ValueError, OverflowError):  # days beyond the years that a date may have
        values = column.cast(pl.String).to_list()
    return list(map(_cell, values)) if _needs_care(column.dtype) else values


def _needs_care(kind: pl.DataType) -> bool:
    return not (kind.is_integer() or kind in {pl.String, pl.Date, pl.Float64, pl.Categorical})


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, int, float, Decimal)):
        return Flag(value) if isinstance(value, bool) else value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else Odd("time", str(value))
    if isinstance(value, bytes):
        with suppress(UnicodeDecodeError):  # some programs mark no column as text
            return value.decode()
    return value if isinstance(value, date) else Odd("kind", str(value))
