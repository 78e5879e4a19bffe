"""What a scheme file says, with the place of everything in it: maps, lists, texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xingping.policy.faults import Fault, Place


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and where each of its lines begins (line and column, both from 1)."""

    text: str
    file: str
    starts: tuple[tuple[int, int], ...]

    @property
    def at(self) -> Place:
        """Where the text begins."""
        return Place(self.file, *self.starts[0])

    def place(self, offset: int) -> Place:
        """Where the character at ``offset`` of the text stands in the file."""
        before = self.text[: max(offset, 0)]
        row = min(before.count("\n"), len(self.starts) - 1)
        line, column = self.starts[row]
        return Place(self.file, line, column + len(before) - (before.rfind("\n") + 1))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of things."""

    items: tuple[Written, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Keyed:
    """A map: values by key in the order written, and where each key stands."""

    entries: Mapping[str, Written]
    key_at: Mapping[str, Place]
    at: Place


Written = Said | Listed | Keyed


@dataclass(slots=True)
class Page:
    """One file: what it says (None if nothing could be read) and what is wrong with its form.

    ``gaps``: lines of it are lost, so that what others name may have stood there.
    """

    file: str
    content: Keyed | None = None
    faults: list[Fault] = field(default_factory=list)
    gaps: bool = False
