"""A register as read from one sheet: its values, and where each of them stood."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from typing import overload

from xingping.policy.language.tree import DAY
from xingping.policy.words import Text
from xingping.records.layout import Layout
from xingping.records.sayings import Problem
from xingping.records.sheet import Findings, Sheet
from xingping.records.table import RecordFault, Table, Value
from xingping.records.written import shown


@dataclass(frozen=True, slots=True)
class Origins(Sequence[str]):
    """Where rows stood, ``activities.csv:14``; made when asked for: most are never shown."""

    place: str
    lines: Sequence[int]

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return Origins(self.place, self.lines[index])
        return f"{self.place}:{self.lines[index]}"


@dataclass(slots=True)
class Draft:
    """Rows of a register before they are checked against each other.

    ``at``: the column (from 0) of each field that the sheet has. ``bad``: by field, the rows whose
    cell was told already; their value is None. ``dropped``: rows that are not for this scheme.
    ``raw``: what stood in bad cells, by field and row.
    """

    layout: Layout
    sheet: Sheet
    at: Mapping[str, int] = field(default_factory=dict)
    columns: dict[str, list[Value]] = field(default_factory=dict)
    lines: array[int] = field(default_factory=lambda: array("q"))
    bad: dict[str, set[int]] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    broken: bool = False

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> Sequence[Value]:
        """The values of a field; all None if the sheet does not have it."""
        found = self.columns.get(name)
        return found if found is not None else [None] * len(self)

    def is_bad(self, name: str, row: int) -> bool:
        """Whether a cell was told already."""
        return row in self.bad.get(name, ())

    def fault(self, name: str, row: int, problem: Problem, value: str | None = None) -> RecordFault:
        """A fault at one cell; ``value`` as it stood, else as it was read."""
        if value is None:
            value = self.written(name, row)
        column = self.at.get(name, 0)
        cell = self.sheet.cell(self.lines[row], column)
        title = self.layout.columns[name].spec.title
        expected = Text(f"{title.zh}：{problem.expected.zh}", f"{title.en}: {problem.expected.en}")
        return RecordFault(self.sheet.file, self.sheet.name, cell, value, expected, problem.todo)

    def tell(
        self, found: Findings, name: str, row: int, problem: Problem, value: str | None = None
    ) -> None:
        """Tell the fault at one cell, or only count it where many are told already."""
        if found.full:
            found.more += 1
        else:
            found.fault(self.fault(name, row, problem, value))

    def written(self, name: str, row: int) -> str:
        """A value as people write it."""
        value = self.column(name)[row]
        spec = self.layout.columns[name].spec
        if spec.type == DAY and isinstance(value, int):
            return date.fromordinal(value).isoformat()
        return said(value, spec.step.denominator) if value is not None else ""

    def origin(self, row: int) -> str:
        """Where a row stands."""
        return f"{self.sheet.place}:{self.lines[row]}"

    def rows(self) -> Iterable[int]:
        """The numbers of the rows that are for this scheme."""
        return (row for row in range(len(self)) if row not in self.dropped)

    def table(self) -> Table:
        """The rows that are for this scheme."""
        columns: Mapping[str, Sequence[Value]] = self.columns
        lines: Sequence[int] = self.lines
        if self.dropped:
            keep = [row not in self.dropped for row in range(len(self))]
            columns = {name: list(compress(values, keep)) for name, values in columns.items()}
            lines = array("q", compress(lines, keep))
        return Table(self.layout.register.id, columns, Origins(self.sheet.place, lines))


def said(value: Value, scale: int) -> str:
    """A stored value as text: ``scale`` is how many steps make one."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int) and scale > 1:
        whole, rest = divmod(abs(value), scale)
        decimals = f"{rest * 10**4 // scale:04d}".rstrip("0")
        return f"{'-' if value < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"
    return shown(value) if isinstance(value, str) else str(value)
