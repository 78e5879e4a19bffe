"""Blank rows between rows: how many, and where the first of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from xingping.records.sheet import MOST_BLANKS, Findings, Sheet

_SHOWN = 10


@dataclass(slots=True)
class Blanks:
    """Counts blank lines block by block; those after the last row do not count.

    ``first``: the first of all. ``between``: how many stand before a row. ``after``: how many
    have come since the last row.
    """

    first: list[int] = field(default_factory=list)
    between: int = 0
    after: int = 0

    def take(self, lines: Sequence[int], last: int | None) -> None:
        """Add the blank ``lines`` of a block whose last row stands at ``last``."""
        self.first += lines[: _SHOWN - len(self.first)]
        before = sum(1 for line in lines if line < last) if last is not None else 0
        if last is not None:
            self.between += self.after + before
            self.after = 0
        self.after += len(lines) - before

    def tell(self, sheet: Sheet, found: Findings) -> None:
        """Note them, if there are any."""
        if not self.between:
            return
        shown = self.first[: self.between]
        more = self.between > len(shown)
        zh = "、".join(map(str, shown)) + ("……" if more else "")
        en = ", ".join(map(str, shown)) + (" ..." if more else "")
        least = self.between == MOST_BLANKS  # a workbook names no more of them
        found.note(
            sheet.place,
            f"空行{'不少于' if least else ''} {self.between} 处，已跳过：第 {zh} 行",
            f"{'at least ' if least else ''}{self.between} blank rows skipped: {en}",
        )
