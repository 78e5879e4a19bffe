"""Small values as people write them, and how they are written here: 十分 is 10, 10月31日 is 10-31."""

from __future__ import annotations

import re

from xingping.policy.language.hints import chinese_number
from xingping.policy.scheme.plain import as_number
from xingping.policy.words import Text

LONGEST = 60  # characters worth a guess
_CN = "[零一二两三四五六七八九十百]+"
_WIDE = str.maketrans(
    "０１２３４５６７８９．，％＋－−—–（）～〜：／＃", "0123456789.,%+----()~~:/#"
)
_QUOTES = "\"'“”‘’「」『』"
_UNIT = (
    r"(?:分|个|次|名|项|人|条|件|份|张|户|篇|场|星|年度?|个?月|天|日|周|元|个?工作日|[Pp]oints?|"
    r"years?|days?|months?|times)"
)
_LEAD = re.compile(
    r"(?:不?超过|不[高低]于|不[多少大小]于|至[多少]|最[多少高低]|满分|约|共|每[次项个]?|近|限)"
)
_TAIL = re.compile(rf"(?:{_UNIT}|(?:及|含)?以[上下内]|[。.；;，,、]|\s|\(含\))+$")
_TO = re.compile(r"\s*(?:\bto\b|至|到|[~-]+)\s*(?=\S)")
_DAY = re.compile(
    r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\s*(?:前|之前|以前|止)?"
)
_YES = {"true", "yes", "y", "有", "对", "√", "是的", "要", "1", "t", "✓"}
_NO = {"false", "no", "n", "无", "没有", "不", "不是", "×", "0", "f", "否定", "x"}


def number_meant(text: str) -> str | None:
    """The number as it is written here, or None: ``10分`` and ``十分`` are 10, 百分之八十 is 80%."""
    bare = _bare(text)
    if bare is None:
        return None
    bare = _LEAD.sub("", bare, count=1)
    percent = bare.startswith(("百分之", "%"))
    bare = _TAIL.sub("", bare.removeprefix("百分之").removeprefix("%")).strip()
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", bare).lstrip("+").replace(" ", "")
    bare = re.sub(r"^(-?)\.", r"\g<1>0.", bare)
    if re.fullmatch(_CN, bare):
        value = chinese_number(bare.replace("两", "二"))
        bare = "" if value is None else str(value)
    bare += "%" if percent and bare else ""
    return bare if as_number(bare) is not None else None


def range_meant(text: str) -> str | None:
    """``50—70`` as ``50 to 70``, or None."""
    bare = _bare(text)
    parts = _TO.split(bare) if bare else []
    if len(parts) != 2:  # noqa: PLR2004 -- the low end and the high one
        return None
    low, high = number_meant(parts[0]), number_meant(parts[1])
    first, last = as_number(low or ""), as_number(high or "")
    if first is None or last is None:
        return None
    return f"{low} to {high}" if first <= last else f"{high} to {low}"


def day_meant(text: str) -> str | None:
    """``10月31日`` and ``10.31`` as ``10-31``, or None; a year in front is left out."""
    date = date_meant(text)
    return None if date is None else date[-len("10-31") :]


def date_meant(text: str) -> str | None:
    """``2025年3月1日`` as ``2025-03-01``, ``3.1`` as ``03-01``, or None."""
    bare = _bare(text)
    if bare is None:
        return None
    found = _DAY.fullmatch(re.sub(_CN, _digits, bare))
    if found is None:
        return None
    year, month, day = found[1], int(found[2]), int(found[3])
    most = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    fits = 1 <= month <= len(most) and 1 <= day <= most[month - 1]
    return f"{year + '-' if year else ''}{month:02}-{day:02}" if fits else None


def yes_meant(text: str) -> str | None:
    """``yes`` or ``no``, or None."""
    bare = (_bare(text) or "").lower()
    if bare in _YES:
        return "yes"
    return "no" if bare in _NO else None


def write(better: str | None, otherwise: Text | None = None) -> Text | None:
    """The hint to write ``better``, or the other one where nothing could be guessed."""
    return otherwise if better is None else Text(f"写成：{better}", f"write: {better}")


def _bare(text: str) -> str | None:
    """Without quotes, comment and wide signs; None if it is too long for a small value."""
    if len(text) > LONGEST:
        return None
    bare = re.sub(r"\s(?:#|//).*$", "", text.translate(_WIDE))
    return "".join(sign for sign in bare if sign not in _QUOTES).strip() or None


def _digits(found: re.Match[str]) -> str:
    value = chinese_number(found[0])
    return found[0] if value is None else str(value)
