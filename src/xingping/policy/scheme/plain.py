"""Small written values: numbers, and keys in Chinese words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.words import Text
from xingping.policy.written import Keyed, Said, Written

_NUMBER = re.compile(r"[-−]?\d{1,15}(\.\d{1,9})?%?", re.ASCII)


def as_number(text: str) -> Fraction | None:
    """The number written, or None: at most 15 digits and 9 decimals, and perhaps a percent sign."""
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        return None
    digits = bare.replace("−", "-")
    if digits.endswith("%"):
        return Fraction(digits[:-1]) / 100
    return Fraction(digits)


def as_plain(value: Written) -> object:
    """Texts, lists and maps without their places."""
    if isinstance(value, Said):
        return value.text.strip()
    if isinstance(value, Keyed):
        return {name.strip(): as_plain(inner) for name, inner in value.entries.items()}
    return [as_plain(item) for item in value.items]


@dataclass(frozen=True, slots=True)
class KeyWords:
    """The keys of scheme files in Chinese: English by Chinese and the other way round.

    ``options``: the words that may stand under such keys, English by Chinese; ``chinese``: the
    other way round.
    """

    by_chinese: Mapping[str, str]
    by_english: Mapping[str, str]
    options: Mapping[str, str] = field(default_factory=dict)
    chinese: Mapping[str, str] = field(default_factory=dict)

    def english(self, key: str) -> str:
        """The English key, or ``key`` itself."""
        return self.by_chinese.get(key, key)

    def shown(self, key: str) -> str:
        """The Chinese word for ``key``, or ``key`` itself."""
        return self.by_english.get(key, key)

    def option(self, word: str) -> str:
        """The English word to choose, or ``word`` itself."""
        return self.options.get(word, word)

    def spelled(self, option: str) -> Text:
        """An English word to choose, in both languages."""
        return Text(self.chinese.get(option, option), option)
