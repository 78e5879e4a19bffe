"""A page as one HTML file that needs nothing beside it: no script, the stylesheet inside."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from xingping.papers.scheme_page.page import (
    Block,
    Box,
    Column,
    Law,
    Line,
    Listing,
    Page,
    Pairs,
    Para,
    Piece,
    Section,
    Subhead,
    Table,
    Tag,
    anchors,
)
from xingping.papers.writers.letters import printable

_LANGS = {"zh": "zh-Hans", "en": "en"}
_WORDS = {
    "zh": ("跳到正文", "本页目录", "星评", "方案"),
    "en": ("Skip to the text", "Contents", "Xingping", "Scheme"),
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {"done": "tag ok", "warn": "tag bad", "wait": "tag"}
_SHAPES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "done": (("circle", {"cx": "8", "cy": "8", "r": "6.5", "fill": "currentColor"}),),
    "wait": (
        ("circle", {"cx": "8", "cy": "8", "r": "6", "fill": "none", "stroke": "currentColor"}),
        ("path", {"d": "M8 2a6 6 0 0 1 0 12z", "fill": "currentColor"}),
    ),
    "warn": (
        ("path", {"d": "M8 1.5L15 14H1z", "fill": "none", "stroke": "currentColor"}),
        ("path", {"d": "M8 6v4M8 11.4v1.4", "stroke": "currentColor"}),
    ),
}


def stylesheet() -> str:
    """The one stylesheet, as it comes with the package."""
    return files("xingping").joinpath("papers", "looks", "xingping.css").read_text("utf-8")


def html(page: Page) -> str:
    """The whole document."""
    return _Writer(page).whole()


class _Writer:
    """Writes one page; ``known``: the anchors that its links may lead to."""

    def __init__(self, page: Page) -> None:
        self.page, self.known = page, anchors(page)
        self.skip, self.contents, self.brand, self.kind = _WORDS[page.lang]

    def whole(self) -> str:
        root = Element("html", {"lang": _LANGS[self.page.lang]})
        self._head(SubElement(root, "head"))
        body = SubElement(root, "body", {"class": "alone"})
        self._sprite(body)
        _add(body, "a", self.skip, {"class": "skip", "href": "#main"})
        top = SubElement(body, "header", {"class": "top"})
        _add(top, "span", self.brand, {"class": "brand"})
        _add(top, "span", self.kind, {"class": "top-unit"})
        main = SubElement(body, "main", {"class": "main", "id": "main", "tabindex": "-1"})
        self._title(main)
        cols = SubElement(main, "div", {"class": "cols rail after"})
        self._contents(cols)
        text = SubElement(cols, "div")
        for section in self.page.sections:
            self._section(text, section)
        return "<!doctype html>\n" + tostring(root, "unicode", method="html") + "\n"

    def _head(self, head: Element) -> None:
        SubElement(head, "meta", {"charset": "utf-8"})
        SubElement(
            head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}
        )
        SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
        _add(head, "title", f"{self.page.title} · {self.brand}")
        style = SubElement(head, "style")
        style.text = "\n" + stylesheet()

    def _sprite(self, body: Element) -> None:
        attributes = {"class": "sprite", "aria-hidden": "true", "focusable": "false"}
        sprite = SubElement(body, "svg", attributes)
        for mark, shapes in _SHAPES.items():
            symbol = SubElement(sprite, "symbol", {"id": f"t-{mark}", "viewBox": "0 0 16 16"})
            for name, drawn in shapes:
                SubElement(symbol, name, {**drawn, "stroke-width": "1.7"})

    def _title(self, main: Element) -> None:
        head = SubElement(main, "div", {"class": "head"})
        _add(head, "h1", self.page.title)
        for tag in self.page.tags:
            _tag(head, tag)
        _add(head, "p", self.page.note, {"class": "note"})
        for line in self.page.lead:
            self._line(main, "p", line, {"class": "lead"})

    def _contents(self, cols: Element) -> None:
        nav = SubElement(cols, "nav", {"aria-label": self.contents})
        listed = SubElement(nav, "ul", {"class": "rail-list toc"})
        for section in self.page.sections:
            title = f"{section.title} {section.count}".strip()
            _add(SubElement(listed, "li"), "a", title, {"href": _href(section.anchor)})

    def _section(self, parent: Element, section: Section) -> None:
        part = SubElement(parent, "section", {"class": "sect", "id": section.anchor})
        _add(part, "h2", section.title)
        for block in section.blocks:
            self._block(part, block)

    def _block(self, parent: Element, block: Block) -> None:
        match block:
            case Para(line):
                self._line(parent, "p", line)
            case Subhead(title):
                _add(parent, "h3", title)
            case Listing() | Pairs():
                self._listed(parent, block)
            case Table():
                self._table(parent, block)
            case Box():
                self._box(parent, block)
            case Law():
                self._law(parent, block)

    def _listed(self, parent: Element, block: Listing | Pairs) -> None:
        if isinstance(block, Listing):
            listed = SubElement(parent, "ul", {"class": "items"})
            for line in block.lines:
                self._line(listed, "li", line)
            return
        listed = SubElement(parent, "dl", {"class": "pairs"})
        for name, line in block.pairs:
            _add(listed, "dt", name)
            self._line(listed, "dd", line)

    def _table(self, parent: Element, table: Table) -> None:
        wrap = SubElement(parent, "div", {"class": "wrap"})
        drawn = SubElement(wrap, "table", {"class": "tight stack std"})
        _add(drawn, "caption", table.title, {"class": "sr"})
        heads = SubElement(SubElement(drawn, "thead"), "tr")
        for column in table.columns:
            _add(heads, "th", column.title, {"scope": "col", **_number(column)})
        body = SubElement(drawn, "tbody")
        for row in table.rows:
            line = SubElement(body, "tr")
            for column, cell in zip(table.columns, row, strict=True):
                self._cell(line, column, cell)

    def _cell(self, row: Element, column: Column, cell: Sequence[Line]) -> None:
        if column.role == "head":
            drawn = SubElement(row, "th", {"scope": "row", "class": "lead-cell"})
        elif column.role == "no":
            drawn = SubElement(row, "td", {"class": "no"})
        else:
            label = {"data-label": printable(column.title)}
            drawn = SubElement(row, "td", {**label, **_number(column)})
        for line in cell:
            self._line(drawn, "p", line)

    def _law(self, parent: Element, law: Law) -> None:
        part = SubElement(parent, "section", {"class": "law", "id": law.anchor})
        head = SubElement(part, "h3")
        _add(head, "span", law.clause, {"class": "clause"}).tail = printable(f" {law.title}")
        if law.line:
            self._line(part, "p", law.line)
        for line in law.used:
            self._line(part, "p", line, {"class": "note"})
        for box in law.boxes:
            self._box(part, box)

    def _box(self, parent: Element, box: Box) -> None:
        kind = "read" if box.kind == "reading" else "read fault"
        drawn = SubElement(parent, "div", {"class": kind, "id": box.anchor})
        first = SubElement(drawn, "p")
        _add(first, "b", box.name)
        _after(first, "　")
        if box.tag is not None:
            _tag(first, box.tag)
            self._line(drawn, "p", box.line)
        else:
            self._pieces(first, box.line)
        for line in box.more:
            self._line(drawn, "p", line, {"class": "note"})

    def _line(
        self, parent: Element, name: str, line: Line, attributes: dict[str, str] | None = None
    ) -> None:
        self._pieces(SubElement(parent, name, attributes or {}), line)

    def _pieces(self, parent: Element, line: Line) -> None:
        for piece in line:
            self._piece(parent, piece)

    def _piece(self, parent: Element, piece: Piece) -> None:
        style: dict[str, str] = {"class": piece.style} if piece.style in {"clause", "note"} else {}
        if piece.to and piece.to in self.known:
            _add(parent, "a", piece.text, {**style, "href": _href(piece.to)})
        elif piece.style == "strong":
            _add(parent, "b", piece.text)
        elif style and piece.text:
            _add(parent, "span", piece.text, style)
        else:
            _after(parent, printable(piece.text))


def _number(column: Column) -> dict[str, str]:
    return {"class": "n"} if column.role == "number" else {}


def _add(
    parent: Element, name: str, text: str, attributes: dict[str, str] | None = None
) -> Element:
    child = SubElement(parent, name, attributes or {})
    child.text = printable(text)
    return child


def _after(parent: Element, text: str) -> None:
    """Add text behind what the element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _tag(parent: Element, tag: Tag) -> None:
    drawn = SubElement(parent, "span", {"class": _TAGS[tag.mark]})
    picture = SubElement(drawn, "svg", {"aria-hidden": "true"})
    SubElement(picture, "use", {"href": f"#t-{tag.mark}"})
    picture.tail = printable(tag.text)


def _href(anchor: str) -> str:
    return "#" + quote(anchor, safe="-._~")
