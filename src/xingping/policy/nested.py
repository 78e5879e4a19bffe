"""NestedText to maps, lists and texts with their places; a line that cannot be read is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from xingping.policy.faults import Fault, Place
from xingping.policy.inline import InlineReader
from xingping.policy.lines import LineMender
from xingping.policy.words import Text
from xingping.policy.written import Keyed, Listed, Page, Said, Written

MOST_REPAIRS = 20  # lines skipped in one file to find the faults after them
DEEPEST = 20  # maps and lists inside one another
PATIENT_UP_TO = 100_000  # characters of a file that is read again after a fault

_OPEN = ("[", "{")
_BRACKETS = re.compile(r"[\[\]{}]")


class _Location(Protocol):
    def as_tuple(self, kind: str) -> tuple[int, int]: ...


def read_text(text: str, page: Page) -> None:
    """Read ``text`` into ``page``; a line that cannot be read is told, skipped and read past."""
    lines = [line.rstrip(" \t") for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))]
    LineMender(lines, page).mend()
    _look_at_lines(lines, page)
    repairs = MOST_REPAIRS if len(text) <= PATIENT_UP_TO else 1
    for _ in range(repairs):
        wrong = _parse(lines, page)
        if wrong is None:
            return
        page.gaps = True
        _skip(lines, wrong)


def _parse(lines: list[str], page: Page) -> int | None:
    """Fill ``page.content``; the index of a line that stops it, told as a fault, or None."""
    import nestedtext  # noqa: PLC0415 -- takes 0.1 s to import; not needed to print a help text

    found: dict[tuple[str, ...], _Location] = {}  # rows of lists stand in it as numbers
    try:
        data = nestedtext.loads("\n".join(lines), "any", keymap=found)
    except nestedtext.NestedTextError as wrong:
        row = min(wrong.lineno or 0, len(lines) - 1)
        what, hint = _explained(wrong.get_message(), lines, row)
        page.faults.append(Fault(Place(page.file, row + 1, (wrong.colno or 0) + 1), what, hint))
        return row
    grown = _Growing(page.file, lines, found).grow(data, ()) if data is not None else None
    if isinstance(grown, Keyed):
        page.content = grown
    elif not page.faults:
        what = Text("文件应当由“键: 值”组成", "the file should be made of 'key: value'")
        page.faults.append(Fault(Place(page.file), what))
    return None


@dataclass(frozen=True, slots=True)
class _Growing:
    """Joins what NestedText read with where it read it."""

    file: str
    lines: list[str]
    found: Mapping[tuple[str, ...], _Location]

    def grow(self, data: object, path: tuple[str, ...]) -> Written:
        here = self._at(path, "value")
        if (
            isinstance(data, dict | list)
            and self.lines[here.line - 1][here.column - 1 :][:1] in _OPEN
        ):
            return InlineReader(
                self.file, here.line, self.lines[here.line - 1], here.column - 1
            ).read(data)
        if isinstance(data, dict):
            return Keyed(
                {key: self.grow(value, (*path, key)) for key, value in data.items()},
                {key: self._at((*path, key), "key") for key in data},
                here,
            )
        if isinstance(data, list):
            items = tuple(
                self.grow(value, (*path, cast(str, row))) for row, value in enumerate(data)
            )
            return Listed(items, here)
        return Said(str(data), self.file, self._starts(str(data), here))

    def _at(self, path: tuple[str, ...], kind: str) -> Place:
        location = self.found.get(path)
        if location is None:
            return Place(self.file)
        line, column = location.as_tuple(kind)
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
            what = Text(f"嵌套超过 {DEEPEST} 层", f"nested more than {DEEPEST} deep")
            page.faults.append(Fault(Place(page.file, row + 1, indent + 1), what))
            page.gaps = True
            lines[row] = ""


def _brackets(bare: str) -> int:
    """How deep the brackets of an inline map or list go; 0 for any other line."""
    if bare[0] not in _OPEN:
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


def _explained(message: str, lines: list[str], row: int) -> tuple[Text, Text | None]:
    """What NestedText says, in both languages, and what to do."""
    if message.startswith("invalid indentation"):
        return _indentation(lines, row)
    for sign, what, hint in _SAYINGS:
        if message.startswith(sign):
            return what, hint
    bare = lines[row].strip()
    if message.startswith("duplicate key"):
        key = bare.partition(":")[0].strip()
        first = next(
            (n for n in range(row - 1, -1, -1) if lines[n].strip().startswith(f"{key}:")), row
        )
        what = Text(f"“{key}”写了两遍", f"'{key}' is written twice")
        return what, Text(
            f"第 {first + 1} 行已有，留下一个", f"it stands in line {first + 1}; keep one of them"
        )
    due = re.match(r"expected (.+), found ‘(.)’", message)
    if due:
        zh = due[1].replace(" or ", "或").replace("‘", "“").replace("’", "”")
        en = due[1].replace("‘", "'").replace("’", "'")
        what = Text(f"此处应为{zh}，写的是“{due[2]}”", f"{en} is due here, not '{due[2]}'")
        wide = next((sign for sign in lines[row] if sign in _WIDE), "")
        if wide:
            half = _WIDE[wide]
            return what, Text(f"“{wide}”改为半角“{half} ”", f"write '{half} ' for '{wide}'")
        return what, _BRACKET
    said = message.rstrip(".")
    return Text(f"读不懂这一行（{said}）", f"this line cannot be read ({said})"), _LINES


def _indentation(lines: list[str], row: int) -> tuple[Text, Text]:
    """A line that stands in no column of its neighbours, or under a line that has a value."""
    columns = [0]
    last = row
    for above in (n for n in range(row) if lines[n].strip() and lines[n].strip()[0] != "#"):
        last, indent = above, _indent(lines[above])
        columns = [column for column in columns if column < indent] + [indent]
    indent = _indent(lines[row])
    if indent > columns[-1]:
        key = lines[last].strip().partition(":")[0][:40]
        return (
            Text(
                f"上一行的“{key}”已有值，下面不能再缩进",
                f"'{key}' above has a value, nothing stands under it",
            ),
            Text(
                f"此行缩进 {columns[-1]} 格，或删去“{key}”后面的值",
                f"indent this line by {columns[-1]}, or delete the value of '{key}'",
            ),
        )
    near = min(columns, key=lambda column: abs(column - indent))
    return (
        Text(
            f"缩进 {indent} 格，与上面各行不对齐",
            f"indented by {indent}, in line with no line above",
        ),
        Text(f"应缩进 {near} 格", f"indent it by {near}"),
    )


_LINES = Text("每行应为“键: 值”“- 条目”或“> 文字”", "a line is 'key: value', '- item' or '> text'")
_WIDE = {"，": ",", "：": ":", "｛": "{", "｝": "}", "［": "[", "］": "]", "、": ","}
_BRACKET = Text(
    "检查括号是否成对，逗号和冒号是否半角",
    "each bracket needs its other half; commas and colons are half-width",
)
_SAYINGS = (
    (
        "expected dictionary item",
        Text("此处应为“键: 值”", "'key: value' is due here"),
        None,
    ),
    ("expected list item", Text("此处应为“- 条目”", "'- item' is due here"), None),
    (
        "line ended without closing delimiter",
        Text("括号没有配对", "a bracket is not closed"),
        Text("补上 } 或 ]", "add } or ]"),
    ),
    (
        "extra character",
        Text("括号后面多出文字", "something stands after the closing bracket"),
        None,
    ),
)
