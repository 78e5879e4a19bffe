"""Facts as columns: what a reader makes of files, and what the rating takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xingping.policy.words import Text

Value = int | bool | str | None
"""A cell: None is empty. Numbers are whole multiples of their field's step (18.5 at a step of
0.01 is 1850), days are proleptic ordinals (``date.toordinal``), years whole numbers, choices and
ids text."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one register, by column; every column has the same length.

    ``origin``: where each row stood, as ``activities.csv:14`` or ``records.xlsx:活动:14``.
    Fields that the files did not have are absent and read as empty.
    """

    register: str
    columns: Mapping[str, Sequence[Value]]
    origin: Sequence[str]

    def __len__(self) -> int:
        return len(self.origin)


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that stops nothing: an extra column, a blank row."""

    at: str
    what: Text

    def say(self, lang: str = "zh") -> str:
        """``place: what``."""
        return f"{self.at}：{self.what.zh}" if lang == "zh" else f"{self.at}: {self.what.en}"


@dataclass(frozen=True, slots=True)
class Records:
    """All tables by register id; registers without rows may be missing."""

    tables: Mapping[str, Table]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFault:
    """One thing wrong in the facts.

    ``file``, ``sheet`` ("" for CSV and Parquet), ``cell`` ("C14", or "14:3" as line and column),
    the value as it stood, what was expected and what to do.
    """

    file: str
    sheet: str
    cell: str
    value: str
    expected: Text
    todo: Text

    def say(self, lang: str = "zh") -> str:
        """One line: place, value, what was expected; what to do."""
        place = ":".join(part for part in (self.file, self.sheet, self.cell) if part)
        zh = lang == "zh"
        expected = self.expected.zh if zh else self.expected.en
        todo = self.todo.zh if zh else self.todo.en
        shown = (f"“{self.value}”：" if zh else f"'{self.value}': ") if self.value else ""
        return f"{place}  {shown}{expected}{'；' if zh else '; '}{todo}"


class RecordsFaultyError(Exception):
    """Facts that cannot be rated; carries every fault and note found."""

    def __init__(self, faults: Sequence[RecordFault], notes: Sequence[Note] = ()) -> None:
        super().__init__("\n".join(fault.say("en") for fault in faults))
        self.faults = tuple(faults)
        self.notes = tuple(notes)


@dataclass(frozen=True, slots=True)
class Season:
    """What a rating is for: the year, the day (an ordinal), and the parameters set."""

    year: int
    on: int
    parameters: Mapping[str, object] = field(default_factory=dict)
