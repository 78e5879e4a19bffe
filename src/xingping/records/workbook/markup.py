"""The XML inside a workbook, read by events; nothing but plain elements is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, Protocol
from xml.parsers import expat

from xingping.records.workbook.package import DoctypeError, Package

_SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_DONE = "root seen"


class Listener(Protocol):
    """Takes the events of one part; names of spreadsheet elements come without their namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters of the element at hand."""


def _refuse(*_: object) -> NoReturn:
    raise DoctypeError


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def plain_names(names: Iterable[str]) -> dict[str, str]:
    """Element names with their namespace to plain ones, in both editions of the format."""
    return {f"{space} {name}": name for space in _SPACES for name in names}


def read_part(package: Package, name: str, listener: Listener) -> None:
    """Send the events of a part to ``listener``."""
    parser = _parser()
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    for piece in package.pieces(name):
        parser.Parse(piece, False)  # noqa: FBT003 -- expat takes it by place
    parser.Parse(b"", True)  # noqa: FBT003 -- expat takes it by place


class _RootSeenError(Exception):
    """The first element has begun: no declaration can follow."""


def _root_seen(*_: object) -> NoReturn:
    raise _RootSeenError


def refuse_doctype(package: Package, name: str) -> None:
    """Raise `DoctypeError` if a part has a document type; it can only stand before the root."""
    parser = _parser()
    parser.StartElementHandler = _root_seen
    try:
        for piece in package.pieces(name):
            parser.Parse(piece, False)  # noqa: FBT003 -- expat takes it by place
    except _RootSeenError:
        return
