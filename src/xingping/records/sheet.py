"""A sheet, a CSV file or a Parquet file as blocks of cells by column, read piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from xingping.policy.words import Text
from xingping.records.table import Note, RecordFault
from xingping.records.written import Cell

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
BLOCK_ROWS = 20_000
MOST_FAULTS, MOST_NOTES = 10_000, 1_000
MOST_BLANKS = 1_000  # blank lines of a workbook's sheet that are named


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows by column; ``lines`` says where each stands in its file (from 1).

    ``beyond``: filled cells to the right of the header, as (line, column from 0, cell).
    ``blank``: lines without anything, left out.
    """

    lines: Sequence[int]
    columns: Sequence[Sequence[Cell]]
    beyond: Sequence[tuple[int, int, Cell]] = ()
    blank: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where rows come from.

    ``name``: of the sheet, "" for CSV and Parquet. ``head``: up to six first rows, with their
    lines. ``blocks(start, width)``: the rows from ``head[start]`` on, ``width`` columns wide; it
    may raise `UnreadableError`. ``letters``: cells are called C14, else 14:3 (line and column).
    ``width``: how many columns there are, as far as known.
    """

    file: str
    name: str
    head: Sequence[tuple[int, Sequence[Cell]]]
    blocks: Callable[[int, int], Iterator[Block]]
    letters: bool
    width: int = 0

    @property
    def place(self) -> str:
        """``records.xlsx:活动`` or ``activities.csv``."""
        return f"{self.file}:{self.name}" if self.name else self.file

    def cell(self, line: int, column: int) -> str:
        """What a cell is called; ``column`` from 0."""
        return f"{letters(column)}{line}" if self.letters else f"{line}:{column + 1}"


def letters(column: int) -> str:
    """A column (from 0) as a workbook calls it: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def position(cell: str) -> tuple[int, int]:
    """Line (from 1) and column (from 0) of a cell called C14 or 14:3; (0, 0) if it is none."""
    line, colon, column = cell.partition(":")
    if colon:
        return int(line), int(column) - 1
    match = _CELL.fullmatch(cell)
    if match is None:
        return 0, 0
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), number - 1


Open = Callable[[], Sheet]
"""Opens a sheet when its turn has come; raises `UnreadableError` or OSError."""


class UnreadableError(Exception):
    """A file, or the rest of it, that cannot be read; carries what to tell."""

    def __init__(self, fault: RecordFault) -> None:
        super().__init__(fault.say("en"))
        self.fault = fault


def unreadable(
    file: str, zh: str, en: str, todo_zh: str, todo_en: str, *, sheet: str = "", cell: str = ""
) -> UnreadableError:
    """The error for a file that cannot be read."""
    return UnreadableError(RecordFault(file, sheet, cell, "", Text(zh, en), Text(todo_zh, todo_en)))


@dataclass(slots=True)
class Findings:
    """Faults and notes as they are found; at most ten thousand faults are kept.

    ``more``: how many were not. ``cut``: with so many, the rest of a sheet was not read.
    """

    faults: list[RecordFault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    more: int = 0
    cut: bool = False

    @property
    def full(self) -> bool:
        """Whether further faults are only counted: then none needs to be made."""
        return len(self.faults) >= MOST_FAULTS

    def fault(self, fault: RecordFault) -> None:
        """Keep a fault, or only count it."""
        if self.full:
            self.more += 1
        else:
            self.faults.append(fault)

    def note(self, at: str, zh: str, en: str) -> None:
        """Keep a note; beyond a thousand they tell nothing new."""
        if len(self.notes) < MOST_NOTES:
            self.notes.append(Note(at, Text(zh, en)))

    def all_faults(self) -> list[RecordFault]:
        """Every fault kept, by place, and a last one that says how many were not."""
        sheets = {(fault.file, fault.sheet): None for fault in self.faults}
        order = {place: number for number, place in enumerate(sheets)}
        self.faults.sort(key=lambda fault: (order[fault.file, fault.sheet], *position(fault.cell)))
        if not self.more and not self.cut:
            return self.faults
        told = Text(f"另有 {self.more} 处问题未列出", f"{self.more} more faults are not listed")
        if self.cut:
            told = Text(
                "差错过多，其余的行没有再检查", "too many faults: the other rows are not checked"
            )
        todo = Text("请先改正以上各处", "mend those above first")
        last = self.faults[-1]
        return [*self.faults, RecordFault(last.file, last.sheet, "", "", told, todo)]
