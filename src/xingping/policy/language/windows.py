"""Reads the window behind `over`: 3 years, 24 months, previous year, this quarter, ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lark import Token

from xingping.policy.language.hints import chinese_number, first_then
from xingping.policy.language.reader import Reader
from xingping.policy.language.reading import Raw
from xingping.policy.language.tree import Window
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

LONGEST_SPAN = 1000
_FORMS = Text(
    "写法：近 3 年、近 24 个月、近 30 日、近 上 年、近 本 年、近 2 期、近 至今",
    "its forms: over 3 years, 24 months, 30 days, previous year, this year, 2 periods, ever",
)


def read_window(reader: Reader, parts: Sequence[Raw], at: Raw) -> Window | None:
    """The window of ``over ...``; None after a problem."""
    words = [str(part) for part in parts]
    if isinstance(parts[0], Token) and parts[0].type == "NUMBER":
        window = _span(words)
    else:
        window = _named("".join(words) if _is_chinese(words) else " ".join(words))
    if window is None:
        said = " ".join(words)
        hint = _counted(words) or first_then(*words) or _FORMS
        reader.complain(at, Text(f"没有“{said}”这种时段", f"no such window: '{said}'"), hint)
    return window


def unit(word: str) -> str | None:
    """The unit of time that ``word`` names, one or several, or None."""
    table = word_table()
    several = table.meaning("spans", word)
    if several is not None:
        return "half" if several == "halves" else several.removesuffix("s")
    return table.meaning("units", word)


def _is_chinese(words: Sequence[str]) -> bool:
    return not any(word.isascii() for word in words)


def _span(words: Sequence[str]) -> Window | None:
    count, *rest = words
    named = unit(rest[0]) if len(rest) == 1 else None
    if named is None or not count.isdigit() or not 1 <= int(count[:6]) <= LONGEST_SPAN:
        return None
    return Window("span", int(count[:6]), named)


def _named(words: str) -> Window | None:
    """``previous year``, ``this quarter``, ``ever``; in Chinese 上年 or 上 年."""
    table = word_table()
    if table.meaning("windows", words) == "ever":
        return Window("ever")
    kinds: tuple[Literal["previous"], Literal["this"]] = ("previous", "this")
    for kind in kinds:
        for spelled in (kind + " ", table.chinese["windows"][kind]):
            named = unit(words.removeprefix(spelled)) if words.startswith(spelled) else None
            if named is not None:
                return Window(kind, 1, named)
    return None


def _counted(words: Sequence[str]) -> Text | None:
    """三年 -> 3 年."""
    for length in (3, 2, 1):
        count = chinese_number(words[0][:length])
        if count is not None:
            rest = words[0][length:]
            return Text(f"请写 近 {count} {rest}".rstrip(), f"write over {count} {rest}".rstrip())
    return None
