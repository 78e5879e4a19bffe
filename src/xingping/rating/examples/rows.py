"""Rows of a worked example as records hold them: cells read as those of files, ids and days filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.faults import Place
from xingping.policy.language.tree import Kind
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.records.cells import Parse
from xingping.records.layout import Layout, layouts, reader
from xingping.records.sayings import Problem
from xingping.records.table import Table, Value

Written = Mapping[str, str]
Cells = dict[str, Value]
YEAR = 2026
"""The year that examples are rated for."""
_ABOUT_IT = frozenset({"ago", "times", "every"})


class ExampleFaultyError(Exception):
    """An example that cannot be run: where, and why."""

    def __init__(self, at: Place, why: Text) -> None:
        super().__init__(f"{at}: {why.en}")
        self.at, self.why = at, why


@dataclass(slots=True)
class RowMaker:
    """Makes rows for one scheme. ``on``: the day of the rating, on which undated rows of its year lie."""

    scheme: Scheme
    on: date
    at: Place
    laid_out: Mapping[str, Layout] = field(default_factory=dict)
    readers: dict[tuple[str, str], Parse] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.laid_out:
            self.laid_out = layouts(self.scheme)

    def rows(self, register: Register, written: Written, ids: Mapping[str, str]) -> Iterator[Cells]:
        """The records that one written row stands for.

        Raises ExampleFaultyError for a cell that could not stand in a file.
        """
        year = YEAR - int(written.get("ago", 0))
        cells = self._cells(register, written, ids, year)
        days: Sequence[Value] = (None,)
        if register.date and cells[register.date] is None:
            days = self._days(written, year)
        for _ in range(int(written.get("times", 1))):
            for day in days:
                yield {**cells, register.date: day} if day is not None else dict(cells)

    def _cells(
        self, register: Register, written: Written, ids: Mapping[str, str], year: int
    ) -> Cells:
        cells: Cells = dict.fromkeys(register.fields)
        for name, text in written.items():
            if name not in _ABOUT_IT:
                cells[name] = self.cell(register, register.fields[name], text, year)
        years: Cells = {spec.id: year for spec in register.fields.values() if spec.year}
        for name, value in {**years, **ids}.items():
            if cells.get(name) is None:
                cells[name] = value
        return cells

    def cell(self, register: Register, spec: FieldSpec, text: str, year: int) -> Value:
        """A cell as records hold it; days may leave out the year."""
        if not text.strip():
            return None
        if spec.type.kind is Kind.DAY and text.strip().count("-") == 1:
            text = f"{year}-{text.strip()}"
        key = (register.id, spec.id)
        if key not in self.readers:
            self.readers[key] = reader(self.laid_out[register.id], spec.id, self.scheme, YEAR)
        value = self.readers[key](text)
        if isinstance(value, Problem):
            raise ExampleFaultyError(
                self.at,
                Text(
                    f"“{register.title.zh}”的“{spec.title.zh}”写的是“{text}”：{value.expected.zh}",
                    f"'{spec.id}' of '{register.id}' is '{text}': {value.expected.en}",
                ),
            )
        return value

    def _days(self, written: Written, year: int) -> tuple[int, ...]:
        if written.get("every") == "month":
            return tuple(date(year, month, 15).toordinal() for month in range(1, 13))
        last = date(year, 12, 31)
        return (min(last, self.on).toordinal() if year == YEAR else last.toordinal(),)


def table(name: str, rows: Sequence[Cells]) -> Table:
    """Rows as columns."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return Table(
        name,
        {column: [row.get(column) for row in rows] for column in columns},
        [f"{name}:{number}" for number in range(1, len(rows) + 1)],
    )
