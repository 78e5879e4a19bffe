"""A measured value with its name and its days: 集体文体活动1次（2026年6月30日）."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Field, Fold, Kind, Ref, Word
from xingping.policy.sentences.chinese import rows as zh_rows
from xingping.policy.sentences.chinese import values as zh_values
from xingping.policy.sentences.english import rows as en_rows
from xingping.policy.sentences.english import values as en_values
from xingping.policy.sentences.figures import day, near, percent
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.measured import Bounds, Measured, Row, Value
from xingping.policy.sentences.titles import bare, level_title, word_title
from xingping.policy.sentences.walk import kind_of

_MOST_DAYS = 4
_UNKNOWN = {"zh": "待定", "en": "not yet known"}


def label(one: Measured, here: Here) -> str:
    """The name of what was measured, its value, and the days of the records that count."""
    node = one.node
    if isinstance(node, Ref) and node.what == "rank" and not node.part:
        return rank_label(one.value, here)
    if isinstance(node, Fold):
        quiet = here.after(node.rows.window)
        return f"{_fold(node, one, quiet)}{days(one.rows, here)}"
    title = _title(node, here)
    return f"{title}{value_words(one.value, node, here)}" if here.zh else _pair(title, one, here)


def _pair(title: str, one: Measured, here: Here) -> str:
    return f"{title} {value_words(one.value, one.node, here)}"


def _title(node: object, here: Here) -> str:
    if isinstance(node, Ref) and node.what == "parameter":
        return here.say(here.scheme.parameters[node.name].title)
    if isinstance(node, Ref | Field):
        return bare(here.noun(node))
    return ""


def _fold(node: Fold, one: Measured, here: Here) -> str:
    if kind_of(node) is Kind.YES:
        return _condition(node, one, here)
    if node.fold == "count" and node.rows.source == "register":
        return _count(node, one.value, here)
    if node.fold == "sum" and isinstance(node.of, Field):
        title = bare(here.noun(node.of))
        value = value_words(one.value, node, here)
        return f"{title}合计{value}" if here.zh else f"{title}: {value} in all"
    title = (zh_values if here.zh else en_values).fold(node, here)
    value = value_words(one.value, node, here)
    is_ = f"约为{value[1:]}" if value.startswith("约") else f"为{value}"
    sign = " =" if ": " in title else ""  # after a list of cases a number would look like one more
    return f"{title}{is_}" if here.zh else f"{bare(title)}{sign} {value}"


def _count(node: Fold, value: Value, here: Here) -> str:
    number = value_words(value, node, here)
    if isinstance(value, Bounds) and not value.low and value.high is None:
        return _none_yet(node, here)
    if here.zh:
        noun = zh_rows.rows_words(node.rows, here)
        unit = zh_rows.classifier(node.rows, here) if value is not None else ""
        return _no(noun) if number == "0" else f"{noun}{number}{unit}"
    if number in {"0", "1"}:
        return f"{'no' if number == '0' else number} {en_rows.single(node.rows, here)}"
    noun = en_rows.many(node.rows, here)
    return f"{noun}: {number}" if value is None else f"{number} {noun}"


def _no(noun: str) -> str:
    """没有…; 无…的 where the noun itself begins with 有, which would stand twice."""
    return f"无{noun}" if noun.startswith("有") else f"没有{noun}"


def _none_yet(node: Fold, here: Here) -> str:
    if here.zh:
        return f"现有记录中{_no(zh_rows.rows_words(node.rows, here))}"
    return f"no {en_rows.single(node.rows, here)} on record so far"


def _condition(node: Fold, one: Measured, here: Here) -> str:
    """Every, any, last over conditions: how many break it, or make it."""
    extra = node.of if node.fold == "any" else None
    if here.zh:
        noun = zh_rows.rows_words(node.rows, here, extra)
        unit = zh_rows.classifier(node.rows, here)
        return _condition_zh(node, one, noun, unit)
    single = en_rows.single(node.rows, here, extra)
    many = en_rows.many(node.rows, here, extra)
    return _condition_en(node, one, single, many)


def _condition_zh(node: Fold, one: Measured, noun: str, unit: str) -> str:
    if one.value is None or isinstance(one.value, Bounds):
        return f"{noun}待定"
    count = len(one.rows)
    if node.fold == "every":
        return f"{noun}均符合要求" if one.value else f"{noun}有{count or '若干'}{unit}不符合要求"
    if node.fold == "any":
        return f"有{noun}{f'{count}{unit}' if count else ''}" if one.value else _no(noun)
    return f"{noun}{'符合要求' if one.value else '不符合要求'}"


def _condition_en(node: Fold, one: Measured, single: str, many: str) -> str:
    if one.value is None or isinstance(one.value, Bounds):
        return f"{many}: not yet known"
    count = len(one.rows)
    if node.fold == "every":
        few = f"{count} {single if count == 1 else many}" if count else f"some {many}"
        return f"all {many} as required" if one.value else f"{few} not as required"
    if node.fold == "any":
        return (
            f"{count or 'some'} {single if count == 1 else many}" if one.value else f"no {single}"
        )
    return f"{node.fold} {single} {'' if one.value else 'not '}as required"


def value_words(value: Value, node: object, here: Here) -> str:
    """A value alone: a number or its bounds, a day, a choice, a level, yes or no."""
    if value is None:
        return _UNKNOWN[here.lang]
    if isinstance(value, bool):
        return ("是" if value else "否") if here.zh else ("yes" if value else "no")
    if isinstance(value, date):
        return day(value, here.lang)
    if isinstance(value, str):
        kind = node.type if isinstance(node, Field | Fold | Ref) else None
        return value if kind is None else word_title(here, Word(value, kind))
    if isinstance(value, Bounds):
        return bounds_words(value, node, here)
    return number_words(Fraction(value), node, here)


def number_words(value: Fraction, node: object, here: Here) -> str:
    """A number as what it is: a level by its title, a ratio as a percentage."""
    kind = node.type.kind if isinstance(node, Field | Fold | Ref) else Kind.NUMBER
    if kind is Kind.LEVEL:
        return level_title(here, value)
    if kind is Kind.RATIO and value <= 1:
        return percent(value, here.lang)
    return near(value, here.lang)


def bounds_words(bounds: Bounds, node: object, here: Here) -> str:
    """至少12, 至多15, 12至15 / at least 12, at most 15, 12 to 15; one number where both agree."""
    low = None if bounds.low is None else number_words(bounds.low, node, here)
    high = None if bounds.high is None else number_words(bounds.high, node, here)
    if low is None and high is None:
        return _UNKNOWN[here.lang]
    if high is None:
        return f"至少{low}" if here.zh else f"at least {low}"
    if low is None:
        return f"至多{high}" if here.zh else f"at most {high}"
    if low == high:
        return low
    return f"{low}至{high}" if here.zh else f"{low} to {high}"


def rank_label(value: Value, here: Here) -> str:
    """第2名, 第2至4名 / rank 2, rank 2 to 4; 无名次 / no rank where there is none."""
    if value is None:
        return "名次待定" if here.zh else "rank not yet known"
    known = value if isinstance(value, Bounds) else Bounds(_number(value), _number(value))
    if known.low is None:
        return "无名次" if here.zh else "no rank"
    said = bounds_words(replace(known, high=known.high or known.low), None, here)
    return f"第{said}名" if here.zh else f"rank {said}"


def _number(value: Value) -> Fraction | None:
    return Fraction(value) if isinstance(value, int | Fraction) else None


def days(rows: tuple[Row, ...], here: Here) -> str:
    """The days of the records, at most four; nothing where none has a day."""
    found = sorted({row.day for row in rows if row.day is not None})
    if not found:
        return ""
    said = [day(one, here.lang) for one in found[:_MOST_DAYS]]
    if here.zh:
        return f"（{'、'.join(said)}{'等' if len(found) > _MOST_DAYS else ''}）"
    return f" ({', '.join(said)}{' and others' if len(found) > _MOST_DAYS else ''})"
