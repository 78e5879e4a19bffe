"""The model of a page: sections, tables, laws and boxes in one language, before any form is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from xingping.policy.words import Lang

Style = Literal["", "strong", "clause", "note"]
Mark = Literal["done", "warn", "wait"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``to``: the anchor on this page that it leads to, "" for none."""

    text: str
    style: Style = ""
    to: str = ""


Line = tuple[Piece, ...]
Cell = tuple[Line, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A state: a word, and the shape that goes with it."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, an item a line."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what they are."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Subhead:
    """A heading inside a section."""

    title: str


@dataclass(frozen=True, slots=True)
class Column:
    """``role``: "head" names the row, "number" stands to the right, "no" is a running number."""

    title: str
    role: Literal["", "head", "number", "no"] = ""


@dataclass(frozen=True, slots=True)
class Table:
    """``rows``: for each column a cell of lines; ``title`` says what the table holds."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An aside: a reading (an assumption), or a finding of the doctor (a fault)."""

    kind: Literal["reading", "finding"]
    name: str
    anchor: str
    line: Line
    more: tuple[Line, ...] = ()
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A clause: its sentence, where it is used, and the boxes that belong to it."""

    clause: str
    anchor: str
    title: str
    line: Line
    used: tuple[Line, ...]
    boxes: tuple[Box, ...]


Block = Para | Listing | Pairs | Subhead | Table | Box | Law


@dataclass(frozen=True, slots=True)
class Section:
    """``count`` stands beside the title in the contents: how many things there are."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    count: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page. ``tags``: states of the scheme; ``note``: digest and the like; ``lead``: its purpose."""

    lang: Lang
    title: str
    tags: tuple[Tag, ...]
    note: str
    lead: tuple[Line, ...]
    sections: tuple[Section, ...]


def filled(title: str, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """A table without the columns in which nothing stands."""
    kept = [
        at
        for at in range(len(columns))
        if any(piece.text.strip() for row in rows for line in row[at] for piece in line)
    ]
    return Table(
        title,
        tuple(columns[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in rows),
    )


def anchors(page: Page) -> frozenset[str]:
    """Every place of the page that a link can lead to."""
    found: set[str] = set()
    for section in page.sections:
        found.add(section.anchor)
        for block in section.blocks:
            if isinstance(block, Law):
                found.add(block.anchor)
                found |= {box.anchor for box in block.boxes}
            elif isinstance(block, Box):
                found.add(block.anchor)
    return frozenset(found)
