"""One layout for scheme files: two spaces a level, one blank line at most, `key: value`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from xingping.policy.language.words import word_table

STEP = 2  # spaces a level
WIDEST = 120  # columns of a line with a rule; a Chinese character takes two
_KEY = re.compile(r"(?P<key>.*?)\s*:(?: (?P<value>.*))?")
_WORD = re.compile(r'(?:"[^"]*"|“[^”]*”|\S)+')
_BEFORE = {word for en in ("and", "or") for word in (en, word_table().spell("keywords", en, "zh"))}
_BEFORE |= {"+", "-"}  # a line may break before these


def neat(lines: Sequence[str]) -> str:
    """The lines of a file that can be read, in one layout; comments stay before what they precede."""
    laid: list[str] = []
    for line in _indented(lines):
        if line or (laid and laid[-1]):
            laid.append(line)
    while laid and not laid[-1]:
        laid.pop()
    return "".join(f"{line}\n" for line in laid)


def _indented(lines: Sequence[str]) -> Iterator[str]:
    levels = _Levels()
    for row, line in enumerate(lines):
        bare = line.strip(" \t")
        if not bare:
            yield ""
        elif bare.startswith("#"):
            yield " " * STEP * levels.of_comment(_indent(line), _next(lines, row)) + bare.rstrip()
        else:
            yield " " * STEP * levels.of(_indent(line)) + _body(bare.rstrip())


@dataclass(slots=True)
class _Levels:
    """The indentations that are open: each stands one level deeper than the one before it."""

    open: list[int]

    def __init__(self) -> None:
        self.open = []

    def of(self, indent: int) -> int:
        """The level of a line with this indentation."""
        while self.open and self.open[-1] > indent:
            self.open.pop()
        if not self.open or self.open[-1] < indent:
            self.open.append(indent)
        return len(self.open) - 1

    def of_comment(self, indent: int, following: int | None) -> int:
        """The level of a comment: that of the line it precedes, or of the block that it ends."""
        if following is not None and (not self.open or following > self.open[-1]):
            deeper = following > (self.open[-1] if self.open else -1)
            if indent >= following or not self.open:
                return len(self.open) if deeper else len(self.open) - 1
        if following is not None and indent == following:
            return sum(1 for level in self.open if level < following)
        return max(sum(1 for level in self.open if level <= indent) - 1, 0)


def _next(lines: Sequence[str], row: int) -> int | None:
    """The indentation of the next line that says something."""
    for line in lines[row + 1 :]:
        bare = line.strip(" \t")
        if bare and not bare.startswith("#"):
            return _indent(line)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _body(bare: str) -> str:
    if bare[0] in "[{" or bare in {"-", ">", ":"}:
        return bare
    if bare.startswith("> "):
        return bare
    if bare.startswith(("- ", ": ")):
        return f"{bare[0]} {bare[2:].strip()}"
    found = _KEY.fullmatch(bare)
    if found is None:
        return bare
    value = (found["value"] or "").strip()
    return f"{found['key']}: {value}" if value else f"{found['key']}:"


def width(text: str) -> int:
    """The columns that ``text`` takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def filled(text: str, room: int) -> list[str]:
    """A rule in lines of at most ``room`` columns, broken after commas and before operators."""
    lines: list[str] = []
    for piece in _pieces(text, room):
        if lines and width(lines[-1]) + 1 + width(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            lines.append(f"{' ' * STEP}{piece}" if lines else piece)
    return lines


def _pieces(text: str, room: int) -> list[str]:
    """What stays together: words up to a comma or the next operator, if that fits on a line."""
    pieces: list[str] = []
    fresh = True
    for found in _WORD.finditer(text):
        word = found[0]
        together = f"{pieces[-1]} {word}" if pieces else word
        if fresh or word in _BEFORE or width(together) + STEP > room:
            pieces.append(word)
        else:
            pieces[-1] = together
        fresh = word.endswith(",")
    return pieces
