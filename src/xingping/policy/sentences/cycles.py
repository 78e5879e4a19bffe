"""The period that a scheme rates, as a word: this year, this half-year; and from when something holds again."""

from __future__ import annotations

from datetime import date

from xingping.policy.scheme.scheme import Cycle
from xingping.policy.sentences.chinese.windows import this_word
from xingping.policy.sentences.english.windows import unit_word
from xingping.policy.words import Lang

_NEXT = {"month": "下月", "quarter": "下季度", "half": "下个半年"}


def this_period(cycle: Cycle, lang: Lang) -> str:
    """今年, 本半年, 本季度, 本月 / this year, this half-year; of several together: 本周期 / this period."""
    unit = cycle.unit if cycle.count == 1 else "period"
    if lang == "zh":
        return "今年" if unit == "year" else this_word(unit)
    return f"this {unit_word(unit)}"


def again_words(cycle: Cycle, end: date, again: date, lang: Lang) -> str:
    """2027年起可再达标; 下个半年起可再达标 where the period that begins on ``again`` is the very next.

    ``end``: the last day of the period at hand.
    """
    if cycle.unit == "year":
        start = f"{again.year}年", f"{again.year}"
    elif (again - end).days == 1:
        zh = _NEXT[cycle.unit] if cycle.count == 1 else "下一周期"
        unit = unit_word(cycle.unit if cycle.count == 1 else "period")
        start = zh, f"the next {unit}"
    else:
        start = f"{again.year}年{again.month}月", f"{again:%Y-%m}"
    return f"{start[0]}起可再达标" if lang == "zh" else f"can be met again from {start[1]}"
