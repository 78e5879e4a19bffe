"""A workbook as sheets: which sheet is which register, and how each is opened."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xingping.records.headers import HEADER_ROWS
from xingping.records.sheet import BLOCK_ROWS, Block, Sheet, UnreadableError, unreadable
from xingping.records.workbook.grid import Grid, Row
from xingping.records.workbook.markup import plain_names, read_part, refuse_doctype
from xingping.records.workbook.package import Package, told
from xingping.records.workbook.strings import Strings
from xingping.records.workbook.styles import Styles
from xingping.records.written import Cell

_XML = (".xml", ".rels")


class _Links:
    """Reads a .rels part: target and last word of the type, by id."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a relationship."""
        if name.endswith(" Relationship"):
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = (attributes.get("Target", ""), kind)

    def end(self, name: str) -> None:
        """Nothing follows from an end."""

    def text(self, data: str) -> None:
        """Relationships have no text."""


class _Contents:
    """Reads workbook.xml: names of sheets with their ids, and the calendar."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.since_1904 = False
        self._names = plain_names(("sheet", "workbookPr"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a sheet or the workbook's properties."""
        plain = self._names.get(name)
        if plain == "sheet":
            link = next((v for key, v in attributes.items() if key.endswith(" id")), "")
            self.sheets.append((attributes.get("name", ""), link))
        elif plain == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in {"1", "true"}

    def end(self, name: str) -> None:
        """Nothing follows from an end."""

    def text(self, data: str) -> None:
        """The contents have no text."""


@dataclass(slots=True)
class Book:
    """An open workbook; ``sheets``: the part of each worksheet by its name."""

    package: Package
    sheets: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    strings: Sequence[str] = ()
    kinds: Sequence[str] = ()
    since_1904: bool = False

    def open(self, name: str) -> Sheet:
        """A worksheet with all its cells. Raises `UnreadableError`."""
        grid = Grid(self.package.file, name, self.strings, self.kinds, since_1904=self.since_1904)
        with told(self.package.file, name):
            read_part(self.package, self.sheets[name], grid)
            if not grid.is_one:
                raise ValueError
        return _sheet(self.package.file, name, grid)


def open_book(path: Path) -> Book:
    """Open a workbook and read what its sheets share. Raises `UnreadableError`."""
    package = Package(path)
    try:
        with told(package.file):
            for part in package.names():
                if part.lower().endswith(_XML):
                    refuse_doctype(package, part)
            return _contents(Book(package))
    except UnreadableError:
        package.close()
        raise


def _contents(book: Book) -> Book:
    package, parts = book.package, set(book.package.names())
    home = next(
        (t for t, kind in _links(package, "_rels/.rels").values() if kind == "officeDocument"), ""
    )
    home = home.lstrip("/") or "xl/workbook.xml"
    if home not in parts or not home.endswith(".xml"):
        raise unreadable(
            package.file,
            "不是 .xlsx 工作簿",
            "this is no .xlsx workbook",
            "请在 Excel 或 WPS 中另存为 .xlsx",
            "save it as .xlsx in Excel or WPS",
        )
    folder, name = posixpath.split(home)
    contents = _Contents()
    read_part(package, home, contents)
    book.since_1904 = contents.since_1904
    links = _links(package, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    targets = {
        key: (
            posixpath.normpath(t.lstrip("/") if t.startswith("/") else posixpath.join(folder, t)),
            kind,
        )
        for key, (t, kind) in links.items()
    }
    for sheet, key in contents.sheets:
        part, kind = targets.get(key, ("", ""))
        if kind == "worksheet" or not kind:
            book.sheets[sheet] = part  # one that is not there is told when it is opened
        else:
            book.others.append(sheet)
    _shared(book, [(part, kind) for part, kind in targets.values() if part in parts])
    return book


def _links(package: Package, part: str) -> dict[str, tuple[str, str]]:
    links = _Links()
    if part in package.names():
        read_part(package, part, links)
    return links.found


def _shared(book: Book, targets: Sequence[tuple[str, str]]) -> None:
    for part, kind in targets:
        if kind == "styles":
            styles = Styles()
            read_part(book.package, part, styles)
            book.kinds = styles.kinds
        elif kind == "sharedStrings":
            strings = Strings()
            read_part(book.package, part, strings)
            book.strings = strings.texts


def _sheet(file: str, name: str, grid: Grid) -> Sheet:
    lines = grid.lines()
    grid.fill_merges(lines)
    last = lines[-1] if lines else 0
    head = [(line, _wide(grid.rows.get(line, {}))) for line in range(1, min(last, HEADER_ROWS) + 1)]

    def blocks(start: int, width: int) -> Iterator[Block]:
        rest = [line for line in lines if line > start]
        blank = grid.blank_lines(lines, start)
        for first in range(0, len(rest), BLOCK_ROWS):
            piece = rest[first : first + BLOCK_ROWS]
            yield Block(piece, _columns([grid.rows[line] for line in piece], width), blank=blank)
            blank = []

    width = max((max(row, default=-1) + 1 for row in grid.rows.values()), default=0)
    return Sheet(file, name, head, blocks, letters=True, width=width)


def _wide(row: Row) -> list[Cell]:
    return [row.get(column) for column in range(max(row, default=-1) + 1)]


def _columns(rows: Sequence[Row], width: int) -> list[list[Cell]]:
    return [[row.get(column) for row in rows] for column in range(width)]
