"""The pages of a report: cells as they stood, and a mark and a note on each bad one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from xingping.policy.words import Lang
from xingping.records.sheet import Sheet
from xingping.records.table import RecordFault
from xingping.records.template import printed_wide
from xingping.records.written import Cell, Flag, Odd

ROWS, COLUMNS, TEXT, NOTE = 1_048_576, 16_384, 32_767, 30_000
"""What a sheet, a cell and a note can hold."""
LARGEST = 10**15
"""Beyond it a workbook loses digits of a number."""
_WIDTH = 13  # columns: room for a day

Marks = dict[tuple[int, int], list[RecordFault]]
"""Faults by row and column, from 0."""


class Marker:
    """Writes pages into an open workbook, row after row."""

    def __init__(self, book: Any, lang: Lang) -> None:  # noqa: ANN401 -- xlsxwriter has no types
        self._book, self._lang = book, lang
        bad = {"bg_color": "#FFD9D6", "border": 1, "border_color": "#B5121B"}
        self._plain = {kind: book.add_format({"num_format": code}) for kind, code in _CODES.items()}
        self._bad = {
            kind: book.add_format(bad | {"num_format": code}) for kind, code in _CODES.items()
        }

    def write(self, name: str, sheet: Sheet, marks: Marks) -> None:
        """Write one page with its marks; rows are written in order, marked empty ones too."""
        page = self._book.add_worksheet(name)
        printed_wide(page)
        page.set_column(0, max(min(sheet.width, COLUMNS) - 1, 0), _WIDTH)
        by_row: dict[int, Marks] = {}
        for at, faults in sorted(marks.items()):
            by_row.setdefault(at[0], {})[at] = faults
        waiting = sorted(by_row)
        for row, cells in _rows(sheet):
            while waiting and waiting[0] < row:
                self._row(page, waiting[0], (), by_row[waiting.pop(0)])
            if waiting and waiting[0] == row:
                self._row(page, row, cells, by_row[waiting.pop(0)])
            else:
                self._row(page, row, cells, {})
        for row in waiting:
            self._row(page, row, (), by_row[row])

    def _row(self, page: Any, row: int, cells: Sequence[Cell], marks: Marks) -> None:  # noqa: ANN401 -- xlsxwriter has no types
        for column, cell in enumerate(cells):
            if (row, column) in marks:
                self._mark(page, (row, column), cell, marks)
            elif cell is not None and cell != "":
                _put(page, row, column, cell, self._plain)
        for at in marks:
            if at[1] >= len(cells):
                self._mark(page, at, None, marks)

    def _mark(self, page: Any, at: tuple[int, int], cell: Cell, marks: Marks) -> None:  # noqa: ANN401 -- xlsxwriter has no types
        _put(page, *at, cell, self._bad)
        colon = "；" if self._lang == "zh" else "; "
        told = (f"{f.expected(self._lang)}{colon}{f.todo(self._lang)}" for f in marks[at])
        page.write_comment(*at, "\n".join(told)[:NOTE], {"x_scale": 2, "visible": False})


_CODES = {
    "text": "@",
    "plain": "General",
    "day": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm",
    "percent": "0.00%",
}


def _rows(sheet: Sheet) -> Iterator[tuple[int, Sequence[Cell]]]:
    """Each row with its place in the sheet, from 0."""
    step = 0 if sheet.letters or not sheet.head or sheet.head[0][0] else 1
    if step:  # Parquet: the names of its columns
        yield 0, sheet.head[0][1]
    for block in sheet.blocks(0, max(sheet.width, 1)):
        beyond: dict[int, list[tuple[int, Cell]]] = {}
        for line, column, cell in block.beyond:
            beyond.setdefault(line, []).append((column, cell))
        for line, cells in zip(block.lines, zip(*block.columns, strict=True), strict=True):
            row: list[Cell] = list(cells)
            for column, cell in beyond.get(line, ()):
                row += [None] * (column + 1 - len(row))
                row[column] = cell
            if line + step <= ROWS:
                yield line - 1 + step, row[:COLUMNS]


def _put(page: Any, row: int, column: int, cell: Cell, formats: Mapping[str, Any]) -> None:  # noqa: ANN401 -- xlsxwriter has no types; a way to write for each kind of cell
    if isinstance(cell, Odd) and cell.number is not None:
        kind = "percent" if cell.kind == "percent" else "time"
        page.write_number(row, column, cell.number, formats[kind])
    elif cell is None or not str(cell):
        page.write_blank(row, column, None, formats["plain"])
    elif isinstance(cell, Flag):
        page.write_boolean(row, column, cell.value, formats["plain"])
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, formats["day"])
    elif isinstance(cell, (str, Odd)) or not -LARGEST < cell < LARGEST:
        page.write_string(row, column, str(cell)[:TEXT], formats["text"])
    else:
        page.write_number(row, column, cell, formats["plain"])
