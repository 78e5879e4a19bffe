"""From the cells of one sheet to the values of one register, with everything odd told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import cast

from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records import layout as layouts
from xingping.records import sayings
from xingping.records.blanks import Blanks
from xingping.records.cells import Parse
from xingping.records.draft import Draft
from xingping.records.header_faults import no_header, sheet_line, tell_headers, too_wide
from xingping.records.headers import Headers, find_header
from xingping.records.layout import Layout
from xingping.records.sayings import Problem
from xingping.records.sheet import Block, Findings, Sheet, UnreadableError
from xingping.records.table import RecordFault, Value
from xingping.records.written import Cell, clean, shown

_CACHE = 200_000  # distinct cells of a column remembered; more would be free text
COLUMNS_LIMIT = 1_024


def read_sheet(sheet: Sheet, layout: Layout, scheme: Scheme, year: int, found: Findings) -> Draft:
    """The rows of one sheet; what cannot be read is told in ``found``."""
    draft = Draft(layout, sheet)
    headers = find_header([cells for _, cells in sheet.head], layout.names)
    if headers.row < 0:
        if any(not _empty(cell) for _, cells in sheet.head for cell in cells) or _below(sheet):
            found.fault(no_header(sheet, layout))
            draft.broken = True
        return draft
    draft.at = headers.columns
    tell_headers(draft, headers, found)
    if len(sheet.head[headers.row][1]) > COLUMNS_LIMIT:
        found.fault(too_wide(sheet, COLUMNS_LIMIT))
        draft.broken = True
        return draft
    width = max(len(cells) for _, cells in sheet.head[headers.row : headers.row + 1])
    filler = _Filler(draft, headers, width, found)
    filler.parsers = {name: layouts.reader(layout, name, scheme, year) for name in headers.columns}
    try:
        for block in sheet.blocks(headers.row + 1, width):
            filler.take(block)
            if found.full:
                found.cut = draft.broken = True
                break
    except UnreadableError as error:
        found.fault(error.fault)
        draft.broken = True
    filler.tell_blanks()
    return draft


def _below(sheet: Sheet) -> bool:
    """Whether anything stands under the first rows: then a header is wanted after all."""
    for block in sheet.blocks(len(sheet.head), sheet.width):
        if block.beyond or any(not _empty(cell) for cells in block.columns for cell in cells):
            return True
    return False


def _empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not clean(cell))


class _Filler:
    """Fills a draft block by block."""

    def __init__(self, draft: Draft, headers: Headers, width: int, found: Findings) -> None:
        self.draft = draft
        self.found = found
        self.width = width
        self.at = headers.columns
        self.parsers: dict[str, Parse] = {}
        self.caches: dict[str, dict[Cell, Value | Problem]] = {name: {} for name in self.at}
        self.problems: set[str] = set()
        self.blank = Blanks()
        named = {*self.at.values(), *headers.extra, *(at for at, *_ in headers.near)}
        named |= {at for at, *_ in headers.twice}
        self.unnamed = dict.fromkeys((at for at in range(width) if at not in named), False)
        self.last = max(named)
        self.row = sheet_line(draft.sheet, headers.row)
        draft.columns = {name: [] for name in self.at}

    def take(self, block: Block) -> None:
        """Add the rows of a block that are not blank."""
        told: set[int] = set()
        for line, column, cell in block.beyond:
            if line not in told:  # one such cell says it for its row
                self.found.fault(_too_long(self.draft.sheet, line, column, cell))
                told.add(line)
        blank = self._blank(block)
        lines, columns = block.lines, block.columns
        empty = sorted([*block.blank, *(lines[index] for index in blank)])
        if blank:
            keep = [index not in blank for index in range(len(lines))]
            lines = list(compress(lines, keep))
            columns = [list(compress(column, keep)) for column in columns]
        self.blank.take(empty, lines[-1] if lines else None)
        for at, filled in self.unnamed.items():
            if not filled and not all(map(_empty, columns[at])):
                self.unnamed[at] = True
        start = len(self.draft)
        self.draft.lines.extend(lines)
        for name, at in self.at.items():
            self._column(name, columns[at], start)

    def _blank(self, block: Block) -> set[int]:
        """Rows with nothing in them; looked for only where the first field is empty."""
        first = block.columns[next(iter(self.at.values()))]
        return {
            row
            for row, cell in enumerate(first)
            if (cell is None or not cell or _empty(cell))
            and all(_empty(column[row]) for column in block.columns)
        }

    def _column(self, name: str, cells: Sequence[Cell], start: int) -> None:
        cache = self.caches[name]
        if len(cache) > _CACHE:
            cache.clear()
        parse = self.parsers[name]
        for cell in set(cells) - cache.keys():
            cache[cell] = parse(cell)
            if isinstance(cache[cell], Problem):
                self.problems.add(name)
        read = list(map(cache.__getitem__, cells))
        told = name in self.problems
        values = self._tell(name, cells, read, start) if told else cast("list[Value]", read)
        if self.draft.layout.columns[name].filled and None in values:
            self._tell_empty(name, values, start)
        self.draft.columns[name] += values

    def _tell(
        self, name: str, cells: Sequence[Cell], read: Sequence[Value | Problem], start: int
    ) -> list[Value]:
        """Tell the problems; the values with None in their place."""
        bad = self.draft.bad.setdefault(name, set())
        values: list[Value] = []
        for row, value in enumerate(read):
            if isinstance(value, Problem):
                bad.add(start + row)
                self.draft.tell(self.found, name, start + row, value, shown(cells[row]))
                values.append(None)
            else:
                values.append(value)
        return values

    def _tell_empty(self, name: str, values: Sequence[Value], start: int) -> None:
        bad = self.draft.bad.setdefault(name, set())
        for row, value in enumerate(values, start):
            if value is None and row not in bad:
                bad.add(row)
                self.draft.tell(self.found, name, row, sayings.EMPTY, "")

    def tell_blanks(self) -> None:
        """Note blank rows between rows, and columns without a header."""
        sheet = self.draft.sheet
        self.blank.tell(sheet, self.found)
        for at, filled in self.unnamed.items():
            place = f"{sheet.place}:{sheet.cell(self.row, at)}"
            if filled:
                self.found.note(
                    place, "这一列没有列名，未读取", "this column has no header and is not read"
                )
            elif at < self.last:
                self.found.note(place, "空列，已跳过", "a blank column is skipped")


def _too_long(sheet: Sheet, line: int, column: int, cell: Cell) -> RecordFault:
    return RecordFault(
        sheet.file,
        sheet.name,
        sheet.cell(line, column),
        shown(cell),
        Text("这一行的单元格比表头多", "this row has more cells than the header"),
        Text(
            "内容含逗号的单元格请加英文双引号",
            "put double quotes around cells with a comma in them",
        ),
    )
