"""Tables as text, fitted to a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xingping.cli.width import cut, pad, plain, width

ROOM = 100
_GAP = "  "


@dataclass(slots=True)
class Column:
    """A header and its cells; ``least``: the columns it may shrink to, 0 for never."""

    head: str
    cells: Sequence[str]
    right: bool = False
    least: int = 0

    @property
    def needs(self) -> int:
        """The width of the widest cell."""
        return max(width(self.head), *(width(cell) for cell in self.cells), 0)


def lay(columns: Sequence[Column], room: int = ROOM) -> list[str]:
    """The lines of a table of at most ``room`` columns: header, rule, rows.

    Columns that may shrink give way, the widest first; long cells are then cut.
    """
    columns = [replace(column, cells=[plain(cell) for cell in column.cells]) for column in columns]
    sizes = [column.needs for column in columns]
    spare = room - len(_GAP) * (len(columns) - 1) - sum(sizes)
    while spare < 0:
        can = [at for at, column in enumerate(columns) if column.least and sizes[at] > column.least]
        if not can:
            break
        widest = max(can, key=lambda at: sizes[at])
        sizes[widest] -= 1
        spare += 1
    heads = [column.head for column in columns]
    rows = list(zip(*(column.cells for column in columns), strict=True))
    rule = _GAP.join("-" * size for size in sizes)
    return [_line(columns, sizes, heads), rule, *(_line(columns, sizes, row) for row in rows)]


def _line(columns: Sequence[Column], sizes: Sequence[int], cells: Sequence[str]) -> str:
    laid = [
        pad(cut(cell, size), size, right=column.right)
        for column, size, cell in zip(columns, sizes, cells, strict=True)
    ]
    return _GAP.join(laid).rstrip()
