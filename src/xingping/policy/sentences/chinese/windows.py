"""Windows of time in Chinese: 本年, 连续三年（2024—2026年）, 近24个月, 当月."""

from __future__ import annotations

from collections.abc import Callable

from xingping.policy.language.tree import Window
from xingping.policy.sentences.figures import counted
from xingping.policy.sentences.here import Here

UNITS = {
    "day": "日",
    "week": "周",
    "month": "月",
    "quarter": "季度",
    "half": "半年",
    "year": "年",
    "period": "周期",
}
_SPANS = {
    "day": "天", "week": "周", "month": "个月", "quarter": "个季度", "half": "个半年",
    "year": "年", "period": "个周期",
}  # fmt: skip
_THIS = {
    "day": "当日", "week": "本周", "month": "本月", "quarter": "本季度", "half": "本半年",
    "year": "本年", "period": "本周期",
}  # fmt: skip
_LAST = {
    "day": "前一日", "week": "上周", "month": "上月", "quarter": "上季度", "half": "上半年度",
    "year": "上年", "period": "上一周期",
}  # fmt: skip
_PIECE = {
    "day": "当日",
    "week": "当周",
    "month": "当月",
    "quarter": "当季",
    "half": "该半年",
    "year": "当年",
}


def this_word(unit: str) -> str:
    """本月, 本季度, 本半年, 本年 or 本周期."""
    return _THIS[unit]


def period(here: Here) -> str:
    """The period at hand: that of the `each` around, else the cycle of the scheme."""
    if here.piece:
        return _PIECE[here.piece]
    cycle = here.scheme.cycle
    return _THIS[cycle.unit] if cycle.count == 1 else f"本周期（{counted(cycle.count, 'zh')}年）"


def window_words(window: Window | None, here: Here, *, lasting: bool = False) -> str:
    """``window`` as the head of a sentence. ``lasting``: it asks something of every year in it."""
    if window is None:
        return period(here)
    spoken: dict[str, Callable[[], str]] = {
        "ever": lambda: "历年",
        "this": lambda: _THIS[window.unit],
        "previous": lambda: _LAST[window.unit],
        "span": lambda: _span(window, here, lasting=lasting),
    }
    return spoken[window.kind]()


def _span(window: Window, here: Here, *, lasting: bool) -> str:
    if window.unit == "year":
        if window.count == 1:
            return _THIS["year"]
        years = f"{'连续' if lasting else '近'}{counted(window.count, 'zh')}年"
        if here.year is None:
            return years
        return f"{years}（{here.year - window.count + 1}—{here.year}年）"
    if window.unit == "period":
        return f"最近{counted(window.count, 'zh')}个周期（含本周期）"
    return f"近{window.count}{_SPANS[window.unit]}"
