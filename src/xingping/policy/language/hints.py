"""What to write instead: hints for what people write where the language has another form."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from xingping.policy.faults import did_you_mean
from xingping.policy.language.about_days import FIRST_THEN
from xingping.policy.language.tree import Span
from xingping.policy.language.words import word_table
from xingping.policy.words import Text

_DIGITS = "零一二三四五六七八九"
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# What is written -> what the language has for it.
_INSTEAD = {
    "、": ",",
    "；": ",",
    ";": ",",
    "：": ",",
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "!": "not",
    "==": "=",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "和": "且",
    "与": "且",
    "及": "且",
    "并": "且",
    "并且": "且",
    "而且": "且",
    "或者": "或",
    "不": "非",
    "不是": "≠",
    "等于": "=",
    "不等于": "≠",
    "大于": ">",
    "高于": ">",
    "小于": "<",
    "低于": "<",
    "大于等于": "≥",
    "不低于": "≥",
    "不少于": "≥",
    "不小于": "≥",
    "小于等于": "≤",
    "不超过": "≤",
    "不高于": "≤",
    "不大于": "≤",
    "不多于": "≤",
    "加": "+",
    "减": "-",
    "乘": "×",
    "乘以": "×",
    "除以": "÷",
}
_SIGNS = re.compile(r"[&|!=<>*^]+")
_COMPARED = {">=", "<=", "!=", ">", "<", "=", "≥", "≤", "≠"}
_UNITS = re.compile(r"[分个次名项人条天件份张户篇场]+")
_AFTER = re.compile(r"(及?以上|及?以下|以内|以外)$")
_ORDER = {
    "after",
    "before",
    "within",
    "since",
    "后",
    "之后",
    "以后",
    "前",
    "之前",
    "以前",
    "内",
    "之内",
}
_DAY_SUM = re.compile(r"[+-]\s*\d+\s*(?:days?|weeks?|months?|日|天|个?月)$")  # due_on + 30 days
_HUNDRED = re.compile(r"百分之([零一二三四五六七八九十百]+)")
_ONE = "[一二三四五六七八九]"
_NUMBER = re.compile(f"(?:({_ONE})百零?)?(?:({_ONE})?(十))?({_ONE})?")
_BEFORE = re.compile(r"([0-9.]+\s*%?)\s*$")


def hint_for_syntax(text: str, at: Span) -> Text | None:
    """A hint for the word or sign at ``at``, where the grammar has no place for it."""
    word = text[at.start : at.end]
    before = _BEFORE.search(text[: at.start])
    number, alone = (before[1].strip(), before.start() == 0) if before else ("", False)
    if word in _COMPARED and not text[: at.start].strip():
        return Text("比较符号左边写比较什么，如 score >= 80", "name what is compared: score >= 80")
    return (
        _wide_digit(text, at)
        or (FIRST_THEN if _DAY_SUM.search(text[: at.end]) else None)
        or _written_after_a_number(number, word, alone=alone)
        or _sign(text, at)
        or first_then(word)
        or _instead(word)
        or split_words(word)
        or hint_for_number(word)
        or _quotes(word)
        or _percent(text, at)
        or _keyword(word)
    )


def first_then(*words: str) -> Text | None:
    """A hint where words say that something comes after something else."""
    return FIRST_THEN if _ORDER & set(words) else None


def hint_for_name(
    word: str, known: Collection[str], likely: Collection[str] | None = None
) -> Text | None:
    """A hint for a word that names nothing here: the nearest of ``known``, or the likely ones."""
    special = hint_for_number(word) or _instead(word) or split_words(word)
    if special is not None or likely is None:
        return special or did_you_mean(word, known)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return did_you_mean(word, near or likely)


def _instead(word: str) -> Text | None:
    found = _INSTEAD.get(word)
    return None if found is None else Text(f"请写“{found}”", f"write '{found}'")


def whole_sign(text: str, at: Span) -> Span:
    """All of the signs that stand together at ``at``, such as ==; ``at`` if there is no such."""
    start = at.start
    while start > 0 and _SIGNS.fullmatch(text[start - 1]):
        start -= 1
    run = _SIGNS.match(text, start)
    return at if run is None or len(run[0]) == 1 else Span(start, run.end())


def _sign(text: str, at: Span) -> Text | None:
    run = _SIGNS.match(text, at.start)
    if run is not None and run[0] in {"**", "^"}:
        return Text("没有乘方，平方写成 a * a", "there are no powers: a square is a * a")
    return None if run is None else _instead(run[0])


def _quotes(word: str) -> Text | None:
    if word not in {'"', "“", "”", "'", "‘"}:
        return None
    return Text('文字要用一对双引号括起来，如 "甲"', 'a text stands between two quotes: "abc"')


def _percent(text: str, at: Span) -> Text | None:
    if not text[: at.start].endswith("百分之"):
        return None
    number = text[at.start : at.end]
    return Text(f"请写 {number}%", f"write {number}%")


def _keyword(word: str) -> Text | None:
    table = word_table()
    if word in {"->", "→"}:
        return Text("-> 只写在 按(…) 里", "-> stands in by(...) only")
    keyword = table.meaning("keywords", word)
    if keyword == "each":
        return Text("每月 等写在函数里：合计(每月, …)", "it stands in a fold: sum(each month, …)")
    if keyword not in {"of", "where", "over", "needing"}:
        return None
    zh = table.chinese["keywords"][keyword]
    return Text(
        f"“{zh}”写在函数里的台账后面：次数(台账 {zh} …)",
        f"'{keyword}' follows a register in a fold: count(register {keyword} …)",
    )


def _wide_digit(text: str, at: Span) -> Text | None:
    wide = re.compile(r"[０-９]+").match(text, at.start)
    if wide is None:
        return None
    plain = wide[0].translate(_WIDE_DIGITS)
    return Text(f"数字请用半角：{plain}", f"use plain digits: {plain}")


def _written_after_a_number(number: str, word: str, *, alone: bool) -> Text | None:
    """``alone``: nothing stands on the left, so that it may be points as well as a share."""
    if not number:
        return None
    if _AFTER.search(word):
        sign = ">=" if word.endswith("以上") else "<="
        shape = f"x {sign} {number}"
        bare = f"x {sign} {number.rstrip('% ')}" if alone and number.endswith("%") else ""
        return Text(
            f"把比较写成算式，如 {shape}" + (f"；分数不写百分号：{bare}" if bare else ""),
            f"write the comparison as a sign: {shape}"
            + (f"; points have no percent sign: {bare}" if bare else ""),
        )
    if _UNITS.fullmatch(word):
        return Text(f"数字后面不写单位：{number}", f"write the number without a unit: {number}")
    if word == "%":
        return Text("百分号只写一个", "one percent sign is enough")
    return None


def split_words(word: str) -> Text | None:
    """A hint where a keyword of the language was written together with its neighbours."""
    for keyword in sorted(word_table().english["keywords"], key=len, reverse=True):
        before, found, after = word.partition(keyword)
        if not found or word == keyword or (len(keyword) == 1 and before):
            continue
        parts = " ".join(part for part in (before, keyword, _year_count(after)) if part)
        return Text(f"词与词之间要有空格：{parts}", f"words need spaces: {parts}")
    return None


def _year_count(word: str) -> str:
    """三年 -> 3 年, after 近."""
    number = re.match(r"[一二三四五六七八九十]+", word)
    if number is None or (value := chinese_number(number[0])) is None:
        return word
    return f"{value} {word[number.end() :]}".strip()


def hint_for_number(word: str) -> Text | None:
    """A hint for 百分之八十, 三, 一百 written in words."""
    hundred = _HUNDRED.match(word)
    if hundred and (value := chinese_number(hundred[1])) is not None:
        return Text(f"请写 {value}%", f"write {value}%")
    if word.startswith("百分之"):
        return Text("请写百分号，如 80%", "write a percent sign: 80%")
    if (value := chinese_number(word)) is not None:
        return Text(f"数字请写 {value}", f"write the number as {value}")
    return None


def chinese_number(word: str) -> int | None:
    """A number up to 999 written in Chinese, or None."""
    shape = _NUMBER.fullmatch(word)
    if shape is None or not word:
        return None
    hundreds, tens, ten, ones = shape.groups()
    value = 100 * _digit(hundreds) + _digit(ones)
    return value + 10 * (_digit(tens) or 1) if ten else value


def _digit(character: str | None) -> int:
    return _DIGITS.index(character) if character else 0
