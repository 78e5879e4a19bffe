"""A page as Markdown, with GitHub's tables, and anchors that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

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
    anchors,
)
from xingping.papers.writers.letters import printable
from xingping.papers.writers.text import MARKS

_SPECIAL = re.compile(r"([\\`*_\[\]|$~])")
_LEADING = re.compile(r"^(\s*)([-+#=]|\d+(?=[.)]))")
_SAFE = "-._~"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def markdown(page: Page) -> str:
    """The whole text, with a line feed at its end."""
    return _Writer(page).whole()


class _Writer:
    """Writes one page; ``known``: the anchors that its links may lead to."""

    def __init__(self, page: Page) -> None:
        self.page, self.known = page, anchors(page)
        self.colon = "：" if page.lang == "zh" else ": "

    def whole(self) -> str:
        page = self.page
        parts = [f"# {escaped(page.title)}", ""]
        tags = [f"{MARKS[tag.mark]} {escaped(tag.text)}" for tag in page.tags]
        parts += [" · ".join([escaped(page.note), *tags]), ""]
        for line in page.lead:
            parts += [f"> {self.line(line)}", ""]
        parts += [
            f"- [{escaped(section.title)}{f' {section.count}' if section.count else ''}]"
            f"(#{_href(section.anchor)})"
            for section in page.sections
        ]
        for section in page.sections:
            parts += ["", _anchor(section.anchor), "", f"## {escaped(section.title)}", ""]
            for block in section.blocks:
                parts += [*self.block(block), ""]
        text = "\n".join(parts)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Para(line):
                yield self.line(line)
            case Subhead(title):
                yield f"### {escaped(title)}"
            case Listing() | Pairs():
                yield from self.listed(block)
            case Table():
                yield from self.table(block)
            case Box():
                yield from self.box(block)
            case Law():
                yield from self.law(block)

    def listed(self, block: Listing | Pairs) -> Iterator[str]:
        if isinstance(block, Listing):
            yield from (f"- {self.line(line)}" for line in block.lines)
            return
        for name, line in block.pairs:
            yield f"- **{escaped(name)}**{self.colon}{self.line(line)}"

    def table(self, table: Table) -> Iterator[str]:
        heads = [escaped(column.title) for column in table.columns]
        rules = ["--:" if column.role == "number" else "---" for column in table.columns]
        yield f"| {' | '.join(heads)} |"
        yield f"| {' | '.join(rules)} |"
        for row in table.rows:
            cells = ["<br>".join(self.line(line) for line in cell) for cell in row]
            yield f"| {' | '.join(cells)} |"

    def law(self, law: Law) -> Iterator[str]:
        yield _anchor(law.anchor)
        yield ""
        yield f"### {escaped(f'{law.clause} {law.title}'.strip())}"
        yield ""
        if law.line:
            yield self.line(law.line)
            yield ""
        yield from (f"- {self.line(line)}" for line in law.used)
        for box in law.boxes:
            yield ""
            yield from self.box(box)

    def box(self, box: Box) -> Iterator[str]:
        tag = f"（{MARKS[box.tag.mark]} {escaped(box.tag.text)}）" if box.tag is not None else ""
        if self.page.lang == "en":
            tag = tag.replace("（", " (").replace("）", ")")
        name = f"{_anchor(box.anchor)}{_strong(box.name)}{tag}"
        yield f"> {name}{self.colon}{self.line(box.line)}"
        for line in box.more:
            yield ">"
            yield f"> {self.line(line)}"

    def line(self, line: Line) -> str:
        text = "".join(self.piece(piece) for piece in line).strip()
        return _LEADING.sub(r"\1\\\2", text) if line and not line[0].style else text

    def piece(self, piece: Piece) -> str:
        text = escaped(piece.text)
        if piece.to in self.known and piece.to:
            return f"[{text}](#{_href(piece.to)})"
        if piece.style == "strong" and text:
            return _strong(piece.text)
        return text


def escaped(text: str) -> str:
    """``text`` so that Markdown shows every letter as it is, in a table too."""
    plain = "".join(_ENTITIES.get(letter, letter) for letter in printable(text))
    return _SPECIAL.sub(r"\\\1", plain)


def _strong(text: str) -> str:
    """Strong letters; stars beside a mark of punctuation would stay stars."""
    shown = escaped(text)
    if text[:1].isalnum() and text[-1:].isalnum():
        return f"**{shown}**"
    return f"<strong>{shown}</strong>"


def _anchor(anchor: str) -> str:
    name = "".join(_ENTITIES.get(letter, letter) for letter in printable(anchor))
    return f'<a id="{name}"></a>' if anchor else ""


def _href(anchor: str) -> str:
    return quote(anchor, safe=_SAFE)
