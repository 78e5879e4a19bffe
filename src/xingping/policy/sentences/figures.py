"""Numbers and days in words: exact, without trailing zeros, in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from xingping.policy.words import Lang

_DIGITS = "零一二三四五六七八九十"
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 8: "eighth", 10: "tenth"}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LINKS = (" of ", " in ", " on ")
_HUNDRED = 100


def figure(value: Fraction | int, places: int = 6) -> str:
    """``value`` as a decimal without trailing zeros, or as ``1/3`` where no decimal is exact."""
    exact = Fraction(value)
    scaled = exact * 10**places
    if scaled.denominator != 1:
        return f"{exact.numerator}/{exact.denominator}"
    sign = "-" if exact < 0 else ""
    whole, rest = divmod(abs(scaled.numerator), 10**places)
    return f"{sign}{whole}.{rest:0{places}d}".rstrip("0").rstrip(".")


def near(value: Fraction, lang: Lang) -> str:
    """A number as a decimal; one that is none is rounded half up to two and marked 约 / about."""
    if "/" not in figure(value):
        return figure(value)
    rounded = Fraction((2 * value * _HUNDRED + 1).__floor__() // 2, _HUNDRED)
    return f"{'约' if lang == 'zh' else 'about '}{figure(rounded)}"


def percent(value: Fraction, lang: Lang) -> str:
    """``4/5`` is 80%; with more than two decimals it is rounded half up and marked 约 / about."""
    cents = value * _HUNDRED * _HUNDRED
    if cents.denominator == 1:
        return f"{figure(value * _HUNDRED)}%"
    near = Fraction((2 * cents.numerator + cents.denominator) // (2 * cents.denominator), _HUNDRED)
    return f"{'约' if lang == 'zh' else 'about '}{figure(near)}%"


def day(value: date, lang: Lang) -> str:
    """2026年6月30日, or 2026-06-30."""
    return f"{value.year}年{value.month}月{value.day}日" if lang == "zh" else value.isoformat()


def counted(number: int, lang: Lang) -> str:
    """A small number before a noun: 两, 三 / two, three; digits above ten."""
    if not 0 <= number <= len(_SMALL) - 1:
        return str(number)
    if lang == "en":
        return _SMALL[number]
    return "两" if number == 2 else _DIGITS[number]  # noqa: PLR2004 -- 二 counts as 两


def part(value: Fraction, lang: Lang) -> str:
    """A proper fraction: 五分之一 / one fifth; as a percentage where no word is usual."""
    top, bottom = value.numerator, value.denominator
    if lang == "zh" and bottom < len(_DIGITS) and top < len(_DIGITS):
        return f"{_DIGITS[bottom]}分之{_DIGITS[top]}"
    if lang == "en" and bottom in _PARTS and top < len(_SMALL):
        return f"{_SMALL[top]} {_PARTS[bottom]}{'s' if top > 1 else ''}"
    return percent(value, lang)


def plural(noun: str) -> str:
    """The regular English plural of the first noun of ``noun``: the word before ' of ' or ' in '."""
    link = next((word for word in _LINKS if word in noun), " of ")
    head, of, rest = noun.partition(link)
    if head.endswith("s") and not head.endswith("ss"):
        return noun
    if head.endswith(("ss", "x", "ch", "sh")):
        head += "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    else:
        head += "s"
    return head + of + rest


def article(noun: str) -> str:
    """``noun`` with a or an."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def listed(items: list[str], lang: Lang, last: str) -> str:
    """A list with ``last`` (且, 或, and, or) before its last item."""
    if len(items) < 2:  # noqa: PLR2004 -- one item is no list
        return "".join(items)
    comma, link = ("、", last) if lang == "zh" else (", ", f" {last} ")
    return comma.join(items[:-1]) + link + items[-1]
