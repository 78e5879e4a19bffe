"""The text of one scheme file with its keys, chosen words and rules in the words asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from xingping.policy.format.layout import WIDEST, filled, neat, width
from xingping.policy.language.words import word_table
from xingping.policy.language.writing import write
from xingping.policy.scheme.spelled import Spelled, SpelledRule
from xingping.policy.words import Lang, Text
from xingping.policy.written import Said

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_ENGLISH = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words for keys (and the words chosen under them) and those for rules."""

    keys: Lang
    rules: Lang


def most_words(spelled: Spelled, files: Collection[str]) -> Wanted:
    """What most keys and most rules of ``files`` are written in; English where it is even."""
    table = word_table().chinese["keys"]
    keys = sum(
        (written != english) - (written == english)
        for at, (written, english) in spelled.keys.items()
        if english in table and at.file in files
    )
    rules = sum(_leans(part.text) for _, parts in spelled.rules.values() for part in parts.values())
    return Wanted("zh" if keys > 0 else "en", "zh" if rules > 0 else "en")


def _leans(rule: str) -> int:
    bare = _QUOTED.sub("", rule)
    chinese, english = len(_CHINESE.findall(bare)), len(_ENGLISH.findall(bare))
    return (chinese > english) - (english > chinese)


def rewritten(text: str, file: str, spelled: Spelled, wanted: Wanted) -> str:
    """``text`` of the file named ``file``, whose words are ``spelled``, in one style."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    rewriting = _Rewriting(lines, wanted)
    for at, (written, english) in spelled.keys.items():
        if at.file == file:
            new = word_table().spell("keys", english, wanted.keys)
            rewriting.edit(at.line - 1, at.column - 1, written, new)
    for said, words in spelled.options.values():
        if said.file == file:
            rewriting.option(said, words)
    for said, parts in spelled.rules.values():
        if said.file == file:
            rewriting.rule(said, parts.values())
    return neat(rewriting.done())


@dataclass(slots=True)
class _Rewriting:
    """Edits by row, made at the end and from the right, so that columns stay true."""

    lines: list[str]
    wanted: Wanted
    edits: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    below: dict[int, list[str]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    def edit(self, row: int, start: int, old: str, new: str) -> None:
        """Write ``new`` for ``old``, if that is what stands there."""
        if self.lines[row].startswith(old, start):
            self.edits.setdefault(row, []).append((start, start + len(old), new))

    def option(self, said: Said, words: Text) -> None:
        """Words chosen from a few."""
        bare = said.text.strip()
        at = said.place(said.text.find(bare))
        self.edit(at.line - 1, at.column - 1, bare, words(self.wanted.keys))

    def rule(self, said: Said, parts: Iterable[SpelledRule]) -> None:
        """The rules of one text, on one line if they fit."""
        ordered = sorted(parts, key=lambda part: part.offset)
        new = ", ".join(_spelled(part, self.wanted.rules) for part in ordered)
        row, column = said.starts[0][0] - 1, said.starts[0][1] - 1
        bare = self.lines[row].lstrip()
        if bare[:1] in {"[", "{"}:
            self.edit(row, column, said.text, new)
        elif bare.startswith(">"):
            rows = {start - 1 for start, _ in said.starts}
            self.gone |= rows
            self._place(self._header(row), new)
        else:
            self.edits.setdefault(row, []).append((column, len(self.lines[row]), ""))
            self._place(row, new)

    def _header(self, row: int) -> int:
        """The row of the key or the dash that a text of several lines stands under."""
        row -= 1
        while not self.lines[row].strip() or self.lines[row].lstrip().startswith("#"):
            row -= 1
        return row

    def _place(self, row: int, new: str) -> None:
        line = self.lines[row]
        indent = len(line) - len(line.lstrip())
        if width(f"{self._edited(row).rstrip()} {new}") <= WIDEST:
            self.edits.setdefault(row, []).append((len(line), len(line), f" {new}"))
        else:
            room = WIDEST - indent - len("  > ")
            self.below[row] = [f"{' ' * (indent + 2)}> {part}" for part in filled(new, room)]

    def _edited(self, row: int) -> str:
        line = self.lines[row]
        for start, end, text in sorted(self.edits.get(row, []), reverse=True):
            line = line[:start] + text + line[end:]
        return line

    def done(self) -> list[str]:
        """The lines with every edit made."""
        lines: list[str] = []
        for row in range(len(self.lines)):
            if row not in self.gone:
                lines += [self._edited(row), *self.below.get(row, [])]
        return lines


def _spelled(part: SpelledRule, lang: Lang) -> str:
    """The rule in words; as its author has it where that only has more brackets."""
    written = write(part.tree, lang, part.scope)
    kept = " ".join(part.text.split()).replace("( ", "(").replace(" )", ")")
    same = _bare(kept) == _bare(written) and not _QUOTED.search(kept)
    return kept if same else written


def _bare(rule: str) -> list[str]:
    return rule.replace("(", "").replace(")", "").split()
