"""Names over columns and on sheets: what they mean, and what they nearly mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from xingping.records.written import Cell, name_key

HEADER_ROWS = 6
"""The header stands in one of these first rows: at most five rows stand above it."""

_REMARK = re.compile(r"[(\[【〔].*?[)\]】〕]")
_SHORT, _LONG, _LONGEST = 2, 8, 64


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known key that ``name`` nearly is: a slip or two, or a remark in brackets added."""
    if not name or len(name) > _LONGEST:
        return None
    bare = name_key(_REMARK.sub("", name))
    for key in known:
        if key == bare or _slips(name, key) <= _allowed(key, name):
            return key
    return None


def _allowed(key: str, name: str) -> int:
    if len(key) <= _SHORT:  # 活动表 is nearly 活动; 年份 is not nearly 年度
        return 1 if len(name) == len(key) + 1 and name.startswith(key) else 0
    return 2 if len(key) >= _LONG else 1


def _slips(left: str, right: str) -> int:
    """How many letters to add, drop, change or swap with a neighbour; 3 stands for more."""
    if abs(len(left) - len(right)) > _SHORT:
        return 3
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(row[-1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if last and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


@dataclass(slots=True)
class Headers:
    """A header row read: where each field stands, and what else is there (by column number)."""

    row: int = -1
    columns: dict[str, int] = field(default_factory=dict)
    twice: list[tuple[int, str, int]] = field(default_factory=list)
    near: list[tuple[int, str]] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)


def find_header(rows: Sequence[Sequence[Cell]], names: Mapping[str, str]) -> Headers:
    """The row among the first six that names the most columns; ``row`` is -1 without any."""
    best, best_score = -1, (0, 0.0)
    for index, row in enumerate(rows[:HEADER_ROWS]):
        keys = [name_key(cell) for cell in row if isinstance(cell, str) and name_key(cell)]
        hits = len({names[key] for key in keys if key in names})
        score = (hits, hits / max(len(keys), 1))
        if score > best_score:
            best, best_score = index, score
    return read_header(best, rows[best], names) if best >= 0 else Headers()


def read_header(index: int, row: Sequence[Cell], names: Mapping[str, str]) -> Headers:
    """Sort the cells of a header row into fields, second columns of one, near misses, extras."""
    found = Headers(index)
    left: list[tuple[int, str]] = []
    for position, cell in enumerate(row):
        key = name_key(str(cell)) if cell is not None else ""
        if not key:
            continue
        name = names.get(key)
        if name is None:
            left.append((position, key))
        elif name in found.columns:
            found.twice.append((position, name, found.columns[name]))
        else:
            found.columns[name] = position
    for position, key in left:
        near = nearest(key, names)
        if near is None:
            found.extra.append(position)
        else:
            found.near.append((position, near))
    return found
