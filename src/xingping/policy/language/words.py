"""The table of words, `schemes/words.nt`: what each Chinese word means, and how to spell it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import nestedtext

SECTIONS = (
    "keywords",
    "folds",
    "functions",
    "units",
    "windows",
    "spans",
    "values",
    "names",
    "operators",
    "keys",
    "options",
)
# 日, 周, 季, 半年 and 年 name a unit of time, whether one is meant or several.
_SHARED = frozenset({"units", "spans"})
_WORD = re.compile(r"[\u3400-\u9fff]+")


@dataclass(frozen=True, slots=True)
class WordTable:
    """Section -> English -> Chinese, and the same turned round."""

    chinese: Mapping[str, Mapping[str, str]]
    english: Mapping[str, Mapping[str, str]]

    def meaning(self, section: str, word: str) -> str | None:
        """The English word of ``section`` that ``word`` spells in either language, or None."""
        if word in self.chinese[section]:
            return word
        return self.english[section].get(word)

    def spell(self, section: str, word: str, lang: str) -> str:
        """The English ``word`` as written in ``lang`` (itself where the table has no Chinese)."""
        return self.chinese[section].get(word, word) if lang == "zh" else word

    @property
    def reserved(self) -> frozenset[str]:
        """Words that no id and no title may be: the keywords, in both languages."""
        return frozenset(self.chinese["keywords"]) | frozenset(self.english["keywords"])


def read_table(written: object) -> WordTable:
    """A table from its plain data. ``ValueError`` where a word has two roles or is no word."""
    if not isinstance(written, dict) or set(written) != set(SECTIONS):
        raise ValueError(f"the table of words has the sections {', '.join(SECTIONS)}")
    chinese: dict[str, dict[str, str]] = {}
    english: dict[str, dict[str, str]] = {}
    for section in SECTIONS:
        chinese[section] = dict(written[section])
        english[section] = {zh: en for en, zh in chinese[section].items()}
        if len(english[section]) != len(chinese[section]):
            raise ValueError(f"a Chinese word has two meanings in '{section}'")
    _one_role(chinese)
    return WordTable(chinese, english)


def _one_role(chinese: Mapping[str, Mapping[str, str]]) -> None:
    """Within rules one Chinese word has one role; keys and options stand elsewhere."""
    role: dict[str, str] = {}
    for section in SECTIONS:
        if section in {"keys", "options", "operators"}:
            continue
        for zh in chinese[section].values():
            if not _WORD.fullmatch(zh):
                raise ValueError(f"'{zh}' in '{section}' is no Chinese word")
            if role.setdefault(zh, section) != section and not {role[zh], section} <= _SHARED:
                raise ValueError(f"'{zh}' has two roles: '{role[zh]}' and '{section}'")


@cache
def word_table() -> WordTable:
    """The table that comes with the package, read once."""
    path = files("xingping").joinpath("schemes", "words.nt")
    return read_table(nestedtext.loads(path.read_text(encoding="utf-8"), top="dict"))
