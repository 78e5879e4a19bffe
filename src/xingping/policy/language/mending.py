"""A rule that cannot be read, as its author may have meant it: 80分以上 is score >= 80."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from xingping.policy.language.hints import chinese_number
from xingping.policy.language.reading import narrowed

LONGEST = 300  # characters of a rule that is worth a guess
_CN = "[零一二两三四五六七八九十百]+"
_NUMBER = r"\d+(?:\.\d+)?\s*%?"
_UNIT = "(?:分|个|次|名|项|人|条|件|份|张|户|篇|场|[Pp]oints?)"
_NOT_MORE = r"(?![\u3400-\u9fffA-Za-z])"
_HAN = re.compile(r"[\u3400-\u9fff]")
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]")
_SIGNS = str.maketrans(
    "０１２３４５６７８９【】［］[]｛｝{}「」『』‘’'“”≧≦⩾⩽～〜–—",
    '0123456789()()()()()""""' + '""' + '"' + '""' + "≥≤≥≤~~--",
)
Change = tuple[re.Pattern[str], str]


def _changes(*pairs: tuple[str, str]) -> tuple[Change, ...]:
    return tuple((re.compile(pattern), new) for pattern, new in pairs)


_SPELT: tuple[Change, ...] = _changes(
    (r"\s(?:#|//).*$", ""),
    (r"[。.；;，,、\s]+$", ""),
    (r"百分之\s*(\d+(?:\.\d+)?)", r"\1%"),
    (r"([<>=≥≤]\s*)%\s*(\d+(?:\.\d+)?)", r"\1\2%"),
    (r"==+", "="),
    (r"=\s*>|>\s+=", ">="),
    (r"=\s*<|<\s+=", "<="),
    (r"<\s*>|!\s+=", "!="),
    (r"%{2,}", "%"),
    (r"(?<=[\w)])\s+[xX]\s+(?=[\w(])|(?<=\d)[xX](?=\s)", " * "),
    (r"(?<![\w)])\.(?=\d)", "0."),
    (rf"(?<=\d)\s*{_UNIT}(?=(?:及|含)?以[上下内]|{_NOT_MORE})", ""),
    (r"\b(?:[Tt]rue|TRUE)\b", "yes"),
    (r"\b(?:[Ff]alse|FALSE)\b", "no"),
    (r"\b(?:[Nn]ull|None|NULL)\b|空白|为空", "none"),
    (r"(?<![\u3400-\u9fff])(其中|近|关联|且|或|非|属于|否则)(?=[\u3400-\u9fff])", r"\1 "),
)
# Numbers in words of comparison; 以上, 以下 and 以内 include the number itself (Civil Code, 1259).
_COMPARED: tuple[Change, ...] = _changes(
    (rf"[<>=≥≤]*\s*({_NUMBER})\s*(?:及|含|\(含\))?以上", r" >= \1"),
    (rf"[<>=≥≤]*\s*({_NUMBER})\s*(?:及|含|\(含\))?以[下内]", r" <= \1"),
    (r"(?:不低于|不少于|不小于|大于或?等于)", " >= "),
    (r"(?:不超过|不高于|不大于|不多于|小于或?等于|至多|最多)", " <= "),
    (r"(?:没有?达到|未达到?|低于|少于|小于|不足|不满)", " < "),
    (r"(?:超过|高于|大于|多于)", " > "),
    (r"达到", " >= "),
    (r"(?:不等于|不是)", " != "),
    (r"等于", " = "),
    (r"(?i)\b(?:is\s+)?(?:at least|(?:no|not) (?:less|fewer) than)\b", " >= "),
    (r"(?i)\b(?:is\s+)?(?:at most|(?:no|not) more than)\b", " <= "),
    (r"(?i)\b(?:is\s+)?(?:less|fewer) than\b|\b(?:is )?below\b", " < "),
    (r"(?i)\b(?:is\s+)?(?:more|greater|higher) than\b|\b(?:is )?above\b", " > "),
)
_RANGE = re.compile(
    rf"(?:(\w[\w.]*?)\s*(?:在|介于|为|是)?\s*)??({_NUMBER})\s*(?:[-~]+|至|到|\bto\b)\s*"
    rf"({_NUMBER})\s*(?:之间)?"
)
_PROSE = re.compile(
    r"(?:(?:最?近)?\s*(\d+)\s*(?:个)?(年|月|天)度?(?:以?内)?)?\s*"
    r"(?:无|没有|未发生|未出现|不存在|未受到?)([\u3400-\u9fff]+)"
)
_CHINESE_NUMBERS = (
    re.compile(rf"(?<=百分之)({_CN})"),
    re.compile(rf"(?<=[<>=≥≤])(\s*)({_CN}){_NOT_MORE}"),
    re.compile(rf"(?<![\u3400-\u9fff])({_CN})(?={_UNIT}|年|个?月|天|%)"),
    re.compile(rf"(?<=近)(\s*)({_CN})(?=年|个?月|天)"),
)
_AT_LEAST = re.compile(r"至少\s*(?=\d)")


def mended(text: str, works: Callable[[str], bool], left: str = "") -> str | None:
    """What may have been meant by ``text`` and ``works`` when it is read; None if nothing does.

    ``left``: what is compared where only the other side was written (85 分以上).
    """
    if len(text) > LONGEST:
        return None
    tried = {text}
    for guess in _guesses(text, left):
        neat = " ".join(guess.split())
        if neat and neat not in tried and len(tried) < 20:  # noqa: PLR2004 -- each is read once
            tried.add(neat)
            if works(neat):
                return neat
    return None


def _guesses(text: str, left: str) -> Iterator[str]:
    base = _spelt(text)
    prose = _PROSE.fullmatch(base.replace("近 ", "近").strip())
    if prose:
        window = f" 近 {prose[1]} {prose[2]}" if prose[1] else ""
        yield f"次数({prose[3]}{window}) = 0"
    base = _compared(base, left)
    english = bool(re.search(r"[A-Za-z]{2}", base)) or not _HAN.search(base)
    ways: tuple[Callable[[str], str], ...] = (
        _balanced,
        lambda rule: _joined(rule, english=english),
        lambda rule: re.sub(r"(?<=\d),\s?(?=\d{3}(?!\d))", "", rule),
        lambda rule: re.sub(r"[A-Z]+", lambda found: found[0].lower(), rule),
        lambda rule: re.sub(
            r"^(\w+) *(?=[<>=≥≤])", r"count(\1) " if english else r"次数(\1) ", rule
        ),
        lambda rule: re.sub(r"(?<=[\u3400-\u9fff])([且或])(?=[\u3400-\u9fff])", r" \1 ", rule),
    )
    yield base
    for way in ways:
        yield way(base)
    whole = base
    for way in ways:
        whole = way(whole)
        yield whole


def _spelt(text: str) -> str:
    """Signs, numbers and words of common use as the language has them."""
    rule = narrowed(_INVISIBLE.sub("", text).translate(_SIGNS)).strip()
    if len(rule) > 1 and rule[0] == rule[-1] == '"' and rule.count('"') == 2:  # noqa: PLR2004 -- a pair
        rule = rule[1:-1]
    for pattern in _CHINESE_NUMBERS:
        rule = pattern.sub(_in_digits, rule)
    for pattern, new in _SPELT:
        rule = pattern.sub(new, rule)
    return rule


def _in_digits(found: re.Match[str]) -> str:
    word = found[found.lastindex or 0]
    value = chinese_number(word.replace("两", "二"))
    before = found[0][: len(found[0]) - len(word)]
    return found[0] if value is None else f"{before} {value}" if before else str(value)


def _compared(rule: str, left: str) -> str:
    """Comparisons in words as signs, with something on their left."""
    ends = _RANGE.fullmatch(rule)
    if ends:
        between = ends[1] or left
        return f"{ends[2].strip()} <= {between} <= {ends[3].strip()}" if between else rule
    for pattern, new in _COMPARED:
        rule = pattern.sub(new, rule)
    rule = _CHINESE_NUMBERS[1].sub(_in_digits, rule)
    rule = _AT_LEAST.sub(lambda found: found[0] if _depth(rule[: found.start()]) else " >= ", rule)
    bare = rule.strip()
    return f"{left} {bare}" if left and "%" not in bare and bare[:1] in set("<>=≥≤") else rule


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


def _balanced(rule: str) -> str:
    """With every bracket closed, and none closed that was not opened."""
    kept, deep = "", 0
    for sign in rule:
        deep += (sign == "(") - (sign == ")")
        if deep < 0:
            deep = 0
        else:
            kept += sign
    return kept + ")" * deep


def _joined(rule: str, *, english: bool) -> str:
    """Conditions one after another joined by and."""
    both, either = (" and ", " or ") if english else (" 且 ", " 或 ")
    rule = re.sub(r"&&?|\s*(?:并且|而且|同时)\s*|(?<=[\s\d)])(?:和|与|及|并)(?=\s)", both, rule)
    rule = re.sub(r"\|\|?|\s*或者\s*", either, rule)
    parts, deep = [""], 0
    for sign in rule:
        deep += (sign == "(") - (sign == ")")
        if sign in ",;；、" and deep <= 0:
            parts.append("")
        else:
            parts[-1] += sign if sign not in ";；、" else ","
    return both.join(part.strip() for part in parts if part.strip())
