"""One sheet's XML as rows of cells: values as stored, formulas without a result, error values, merges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from xingping.records.sheet import MOST_BLANKS, UnreadableError, position, unreadable
from xingping.records.workbook.markup import plain_names
from xingping.records.workbook.strings import unescaped
from xingping.records.workbook.styles import PLAIN, styled
from xingping.records.written import Cell, Flag, Odd, clean

CELLS_LIMIT = 3_000_000
COLUMNS_LIMIT = 1_024
_ROWS_LIMIT = 1_048_576
_DIGITS = "0123456789"
Row = dict[int, Cell]


class Grid:
    """Reads a worksheet: ``rows`` by line (from 1), each by column (from 0); empty cells left out.

    ``is_one``: whether it was a worksheet at all.
    """

    def __init__(
        self,
        file: str,
        sheet: str,
        strings: Sequence[str],
        kinds: Sequence[str],
        *,
        since_1904: bool,
    ) -> None:
        self.rows: dict[int, Row] = {}
        self.merges: list[tuple[int, int, int]] = []
        self.is_one = False
        self._file, self._sheet = file, sheet
        self._strings, self._kinds, self._since_1904 = strings, kinds, since_1904
        self._names = plain_names(("worksheet", "row", "c", "v", "f", "t", "rPh", "mergeCell"))
        self._columns: dict[str, int] = {}
        self._line, self._column, self._count = 0, -1, 0
        self._row: Row = {}
        self._type, self._style = "n", 0
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A row, a cell or a piece of one begins."""
        plain = self._names.get(name)
        if plain == "c":
            self._begin_cell(attributes)
        elif plain in {"v", "t"}:
            if not self._reading:
                self._value = self._into = [] if self._value is None else self._value
        elif plain == "f":
            self._formula = self._into = []
        elif plain == "row":
            self._begin_row(attributes)
        elif plain is not None:
            self._begin_other(plain, attributes)

    def _begin_other(self, plain: str, attributes: dict[str, str]) -> None:
        if plain == "rPh":
            self._reading = True
        elif plain == "mergeCell":
            self._merge(attributes.get("ref", ""))
        else:
            self.is_one = True

    def end(self, name: str) -> None:
        """A cell or a piece of one ends."""
        plain = self._names.get(name)
        if plain == "c":
            self._end_cell()
        elif plain in {"v", "t", "f"}:
            self._into = None
        elif plain == "rPh":
            self._reading = False

    def text(self, data: str) -> None:
        """Characters of a value or a formula."""
        if self._into is not None:
            self._into.append(data)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._line = int(attributes.get("r", self._line + 1))
        if not 1 <= self._line <= _ROWS_LIMIT:
            raise ValueError
        self._column = -1
        self._row = self.rows.setdefault(self._line, {})

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        letters = attributes.get("r", "").rstrip(_DIGITS)
        if not letters:
            self._column += 1
        elif letters in self._columns:
            self._column = self._columns[letters]
        else:
            line, self._column = position(f"{letters}1")
            if line != 1:
                raise ValueError
            self._columns[letters] = self._column
        self._type = attributes.get("t", "n")
        self._style = int(attributes.get("s", "0"))
        self._value = self._formula = self._into = None

    def _end_cell(self) -> None:
        if self._value is None and self._formula is None:
            return
        cell = self._read()
        if cell is None or cell == "" or self._column >= COLUMNS_LIMIT:
            return
        self._count += 1
        if self._count > CELLS_LIMIT:
            raise too_many_cells(self._file, self._sheet)
        self._row[self._column] = cell

    def _read(self) -> Cell:
        """The cell as stored; see ECMA-376 part 1, 18.18.11, for the types."""
        text = None if self._value is None else "".join(self._value)
        if self._formula is not None and (text is None or (not text and self._type == "n")):
            return Odd("formula", f"={''.join(self._formula)}")
        if not text:
            return None
        if self._type == "s":
            return self._strings[int(text)]
        if self._type == "b":
            return Flag(text.strip() not in {"0", "false"})
        if self._type == "e":
            return Odd("error", text)
        if self._type == "n":
            kind = self._kinds[self._style] if self._style < len(self._kinds) else PLAIN
            return styled(float(text), kind, since_1904=self._since_1904)
        return text if self._type == "d" else unescaped(text)

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        (top, left), (bottom, _) = position(first), position(last or first)
        if bottom > top:
            self.merges.append((left, top, bottom))

    def lines(self) -> list[int]:
        """The lines with something in them, in order."""
        return sorted(line for line, row in self.rows.items() if any(map(_filled, row.values())))

    def fill_merges(self, lines: Sequence[int]) -> None:
        """Let a cell merged down count in all rows that have something of their own."""
        for left, top, bottom in self.merges:
            value = self.rows.get(top, {}).get(left)
            if value is None:
                continue
            for line in lines[bisect_right(lines, top) : bisect_right(lines, bottom)]:
                self._count += 1
                if self._count > CELLS_LIMIT:
                    raise too_many_cells(self._file, self._sheet)
                self.rows[line].setdefault(left, value)

    def blank_lines(self, lines: Sequence[int], after: int, most: int = MOST_BLANKS) -> list[int]:
        """The first lines without anything between line ``after`` and the last one."""
        blank: list[int] = []
        before = after
        for line in lines[bisect_left(lines, after + 1) :]:
            blank += range(before + 1, min(line, before + 1 + most - len(blank)))
            before = line
        return blank


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(clean(cell))


def too_many_cells(file: str, sheet: str) -> UnreadableError:
    """The error for a sheet beyond `CELLS_LIMIT`."""
    return unreadable(
        file,
        f"工作表超过 {CELLS_LIMIT // 10_000} 万个单元格",
        f"the sheet has more than {CELLS_LIMIT} cells",
        "请另存为 CSV，放进一个文件夹再读",
        "save its sheets as CSV files into a folder and give the folder",
        sheet=sheet,
    )
