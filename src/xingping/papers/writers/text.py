"""A page as lines of text, to be broken to the width of a terminal by whoever shows them."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.papers.scheme_page.page import (
    Block,
    Box,
    Law,
    Line,
    Listing,
    Page,
    Pairs,
    Para,
    Piece,
    Subhead,
    Table,
    Tag,
)
from xingping.papers.writers.letters import printable

MARKS = {"done": "●", "warn": "△", "wait": "◐"}


def text_lines(page: Page) -> Iterator[str]:
    """The lines of the page; a line that is set in stays set in where it is broken."""
    colon = "：" if page.lang == "zh" else ": "
    yield printable(page.title)
    tags = [_tag(tag) for tag in page.tags]
    yield "  ".join([printable(page.note), *tags])
    for line in page.lead:
        yield words(line)
    for section in page.sections:
        yield ""
        count = f" {section.count}" if section.count else ""
        yield (
            f"【{section.title}{count}】" if page.lang == "zh" else f"== {section.title}{count} =="
        )
        for block in section.blocks:
            yield from _block(block, colon)


def _block(block: Block, colon: str) -> Iterator[str]:
    match block:
        case Para(line):
            yield f"  {words(line)}"
        case Listing(lines):
            yield from (f"  · {words(line)}" for line in lines)
        case Pairs(pairs):
            yield from (f"  {name}{colon}{words(line)}" for name, line in pairs)
        case Subhead(title):
            yield ""
            yield f"  {printable(title)}"
        case Table():
            yield from _table(block, colon)
        case Box():
            yield from _box(block, colon, "  ")
        case Law():
            yield from _law(block, colon)


def _table(table: Table, colon: str) -> Iterator[str]:
    """A row as its head and, set in, what stands in the other columns; figures on one line."""
    apart = "；" if colon == "：" else "; "
    for row in table.rows:
        cells = list(zip(table.columns, row, strict=True))
        number = [words(line) for column, cell in cells if column.role == "no" for line in cell]
        heads = [words(line) for column, cell in cells if column.role == "head" for line in cell]
        yield f"  {' '.join([*number, *heads])}"
        told = [
            f"{printable(column.title)}{colon}{apart.join(words(line) for line in cell)}"
            for column, cell in cells
            if column.role not in {"no", "head"} and any(words(line) for line in cell)
        ]
        if all(column.role in {"head", "number"} for column in table.columns):
            yield f"      {apart.join(told)}"
        else:
            yield from (f"      {one}" for one in told)


def _law(law: Law, colon: str) -> Iterator[str]:
    yield ""
    yield f"  {printable(f'{law.clause}  {law.title}')}".rstrip()
    if law.line:
        yield f"      {words(law.line)}"
    yield from (f"      {words(line)}" for line in law.used)
    for box in law.boxes:
        yield from _box(box, colon, "      ")


def _box(box: Box, colon: str, indent: str) -> Iterator[str]:
    tag = f"  {_tag(box.tag)}" if box.tag is not None else ""
    sign = "‖" if box.kind == "reading" else "▌"
    name = printable(box.name)
    if box.tag is None:
        yield f"{indent}{sign} {name}{colon}{words(box.line)}"
    else:
        yield f"{indent}{sign} {name}{tag}"
        yield f"{indent}    {words(box.line)}"
    yield from (f"{indent}    {words(line)}" for line in box.more)


def _tag(tag: Tag) -> str:
    return f"{MARKS[tag.mark]} {printable(tag.text)}"


def words(line: Line) -> str:
    """A line in plain letters, clauses in square brackets."""
    return "".join(_piece(piece) for piece in line).strip()


def _piece(piece: Piece) -> str:
    text = printable(piece.text)
    return f"[{text}]" if piece.style == "clause" else text
