"""How wide a text stands on a terminal: a Chinese character takes two columns."""

from __future__ import annotations

import re
from unicodedata import category, east_asian_width

_CLOSING = "，。；：！？、）》】”’…"
_OPENING = "（《“‘"
_PIECE = re.compile(
    rf"\s+|[{_OPENING}]*(?:[^\s\u2e80-\uffef{_OPENING}{_CLOSING}]+|.)[{_CLOSING}]*", re.DOTALL
)
_CUT = ".."


def width(text: str) -> int:
    """Columns that a text takes: wide characters two, combining and invisible ones none."""
    if text.isascii():
        return len(text)
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> int:
    if category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def plain(text: str) -> str:
    """The text on one line, without what would steer a terminal: names come from anyone's files."""
    if text.isprintable():
        return text
    return "".join(" " if category(letter) in {"Cc", "Zl", "Zp"} else letter for letter in text)


def cut(text: str, room: int) -> str:
    """The text, or as much of its beginning as fits ``room`` columns and two dots."""
    if width(text) <= room:
        return text
    kept, left = "", room - len(_CUT)
    for letter in text:
        left -= _width(letter)
        if left < 0:
            break
        kept += letter
    return kept + _CUT


def pad(text: str, room: int, *, right: bool = False) -> str:
    """The text filled up with spaces to ``room`` columns."""
    blank = " " * max(0, room - width(text))
    return blank + text if right else text + blank


def hang(line: str, room: int = 100) -> list[str]:
    """A line of text in as many lines as it needs, the later ones set in under the first."""
    inside = line.lstrip(" ")
    indent = len(line) - len(inside)
    later = indent + 4 if indent else 2
    if width(line) <= room:
        return [line]
    first, *rest = wrap(inside, room - later)
    return [" " * indent + first, *(" " * later + one for one in rest)]


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most ``room`` columns.

    Chinese breaks anywhere but before a closing or behind an opening mark; Latin words stay whole.
    """
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    if line.strip():
        lines.append(line.rstrip())
    return lines
