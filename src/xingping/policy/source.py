"""NestedText that remembers where everything stands, read from a folder that may hold anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xingping.policy.faults import Fault, Place
from xingping.policy.words import Text

LARGEST_FILE = 1_000_000  # bytes
DEEPEST = 20  # maps and lists inside one another
MOST_REPAIRS = 20  # lines skipped in one file to find the faults after them
PATIENT_UP_TO = 100_000  # characters of a file that is read again after a fault

_OPENERS = re.compile(r"[\[{]")
_BRACKETS = re.compile(r"[\[\]{}]")


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
    """One file: what it says (None if nothing could be read) and what is wrong with its form."""

    file: str
    content: Keyed | None = None
    faults: list[Fault] = field(default_factory=list)


def read_page(path: Path, file: str) -> Page:
    """Read the map in ``path``; ``file`` is its name in faults."""
    page = Page(file)
    try:
        size = path.stat().st_size
        raw = b"" if size > LARGEST_FILE else path.read_bytes()
    except OSError as wrong:
        _fault(
            page, 1, 1, f"文件读不出来（{wrong.strerror}）", f"cannot be read ({wrong.strerror})"
        )
        return page
    if size > LARGEST_FILE:
        _fault(
            page,
            1,
            1,
            f"文件有 {size} 字节，最大 {LARGEST_FILE}",
            f"the file has {size} bytes, at most {LARGEST_FILE}",
        )
        return page
    text = _decoded(raw, page)
    if text is not None:
        read_text(text, page)
    return page


def read_text(text: str, page: Page) -> None:
    """Read ``text`` into ``page``; a line that cannot be read is told, skipped and read past."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    _look_at_lines(lines, page)
    repairs = MOST_REPAIRS if len(text) <= PATIENT_UP_TO else 1
    for _ in range(repairs):
        wrong = _parse(lines, page)
        if wrong is None:
            return
        _skip(lines, wrong)


def _parse(lines: list[str], page: Page) -> int | None:
    """Fill ``page.content``; the index of a line that stops it, told as a fault, or None."""
    import nestedtext  # noqa: PLC0415 -- takes 0.1 s to import; not needed to print a help text

    found: dict[tuple[str | int, ...], nestedtext.Location] = {}
    try:
        data = nestedtext.loads("\n".join(lines), "any", keymap=found)
    except nestedtext.NestedTextError as wrong:
        row = min(wrong.lineno or 0, len(lines) - 1)
        zh, en, hint = _explained(wrong.get_message(), lines[row])
        _fault(page, row + 1, (wrong.colno or 0) + 1, zh, en, hint)
        return row
    grown = _Growing(page.file, lines, found).grow(data, ()) if data is not None else None
    if isinstance(grown, Keyed):
        page.content = grown
    elif not page.faults:
        _fault(page, 1, 1, "文件应当由“键: 值”组成", "the file should be made of 'key: value'")
    return None


@dataclass(frozen=True, slots=True)
class _Growing:
    """Joins what NestedText read with where it read it."""

    file: str
    lines: list[str]
    found: Mapping[tuple[str | int, ...], object]

    def grow(self, data: object, path: tuple[str | int, ...]) -> Written:
        if isinstance(data, dict):
            return Keyed(
                {key: self.grow(value, (*path, key)) for key, value in data.items()},
                {key: self._at((*path, key), "key") for key in data},
                self._at(path, "value"),
            )
        if isinstance(data, list):
            items = tuple(self.grow(value, (*path, row)) for row, value in enumerate(data))
            return Listed(items, self._at(path, "value"))
        at = self._at(path, "value")
        return Said(str(data), self.file, self._starts(str(data), at))

    def _at(self, path: tuple[str | int, ...], kind: str) -> Place:
        location = self.found.get(path)
        if location is None:
            return Place(self.file)
        line, column = location.as_tuple(kind)  # type: ignore[attr-defined] -- nestedtext is untyped
        return Place(self.file, line + 1, column + 1)

    def _starts(self, text: str, at: Place) -> tuple[tuple[int, int], ...]:
        """Where each line of a text begins; comments may stand between its lines."""
        starts = [(at.line, at.column)]
        row = at.line  # from 0: the line after the first
        for _ in range(text.count("\n")):
            while row < len(self.lines) and not self.lines[row].lstrip().startswith(">"):
                row += 1
            row += 1
            starts.append((row, at.column))
        return tuple(starts)


def _decoded(raw: bytes, page: Page) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        _fault(page, line, 1, "不是 UTF-8 编码的文本", "not a text in UTF-8")
        return None
    _fault(
        page,
        line,
        1,
        "文件似为 GB 18030（GBK）编码，应为 UTF-8",
        "the file seems to be in GB 18030 (GBK), UTF-8 is needed",
        Text("请另存为 UTF-8 编码", "save it as UTF-8"),
    )
    return None


def _look_at_lines(lines: list[str], page: Page) -> None:
    """Tell and empty the lines that go too deep, before anything recurses into them."""
    depths: list[int] = []
    for row, line in enumerate(lines):
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        while depths and depths[-1] > indent:
            depths.pop()
        if not depths or depths[-1] < indent:
            depths.append(indent)
        if len(depths) + _brackets(bare) > DEEPEST:
            _fault(
                page,
                row + 1,
                indent + 1,
                f"嵌套超过 {DEEPEST} 层",
                f"nested more than {DEEPEST} deep",
            )
            lines[row] = ""


def _brackets(bare: str) -> int:
    """How deep the brackets of an inline map or list go; 0 for any other line."""
    if not _OPENERS.match(bare):
        return 0
    deep = most = 0
    for bracket in _BRACKETS.findall(bare):
        deep += 1 if bracket in "[{" else -1
        most = max(most, deep)
    return most


def _skip(lines: list[str], row: int) -> None:
    """Empty a line and all that stands under it."""
    indent = _indent(lines[row])
    lines[row] = ""
    for below in range(row + 1, len(lines)):
        if lines[below].strip() and _indent(lines[below]) <= indent:
            return
        lines[below] = ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _explained(message: str, line: str) -> tuple[str, str, Text | None]:
    """What NestedText says, in both languages, and what to do."""
    bare = line.strip()
    for sign, zh, en, hint in _SAYINGS:
        if message.startswith(sign):
            return zh, en, hint
    if message.startswith("duplicate key"):
        key = bare.partition(":")[0]
        return (
            f"“{key}”写了两遍",
            f"'{key}' is written twice",
            Text("同一处的键不得重复", "keep one of them"),
        )
    if "：" in bare:
        return (
            "键后面是全角冒号“：”",
            "a full-width colon ':' after the key",
            Text(
                "改为半角冒号加空格，如“title: 名称”",
                "write a colon and a space, as in 'title: name'",
            ),
        )
    if re.match(r"[^:]+:\S", bare):
        return (
            "冒号后面缺少空格",
            "a space is missing after the colon",
            Text("写成“键: 值”", "write 'key: value'"),
        )
    return (
        f"读不懂这一行（{message.rstrip('.')}）",
        f"this line cannot be read ({message.rstrip('.')})",
        Text("每行应为“键: 值”“- 条目”或“> 文字”", "a line is 'key: value', '- item' or '> text'"),
    )


_SAYINGS = (
    (
        "invalid character in indentation",
        "缩进里有制表符或全角空格",
        "a tab or a wide space in the indentation",
        Text("只用半角空格缩进", "indent with spaces only"),
    ),
    (
        "invalid indentation",
        "缩进不对齐",
        "the indentation does not fit",
        Text(
            "同一层的行左端对齐，下一层多缩进两格；有值的键下面不能再缩进",
            "lines of one level begin in one column; nothing is indented under a key that has a value",
        ),
    ),
    ("expected dictionary item", "此处应为“键: 值”", "'key: value' is due here", None),
    ("expected list item", "此处应为“- 条目”", "'- item' is due here", None),
    ("line ended without closing delimiter", "括号没有配对", "a bracket is not closed", None),
    ("extra character", "括号后面多出文字", "something stands after the closing bracket", None),
)


def _fault(page: Page, line: int, column: int, zh: str, en: str, hint: Text | None = None) -> None:  # noqa: PLR0913, PLR0917 -- a place and two languages
    page.faults.append(Fault(Place(page.file, line, column), Text(zh, en), hint))
