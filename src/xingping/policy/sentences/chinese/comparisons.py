"""Comparisons in Chinese: 不低于85分, 不超过总数的五分之一, 在前3名."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.language.tree import (
    Compare,
    CompareOp,
    Field,
    Fold,
    Kind,
    Node,
    Not,
    Number,
    Ref,
    Word,
)
from xingping.policy.sentences.chinese.rows import classifier, rows_words
from xingping.policy.sentences.chinese.windows import UNITS, window_words
from xingping.policy.sentences.figures import figure, part
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import (
    Between,
    Counted,
    Empty,
    Part,
    Ranked,
    Shape,
    Simple,
    Streak,
    shapes,
)
from xingping.policy.sentences.titles import (
    field_title,
    level_title,
    phrase,
    points_unit,
)
from xingping.policy.sentences.walk import kind_of

_NUMBER = {"<": "低于", "<=": "不超过", ">": "高于", ">=": "不低于", "=": "为", "!=": "不为"}
_COUNT = {"<": "少于", "<=": "不超过", ">": "多于", ">=": "不少于", "=": "为", "!=": "不为"}
_DAY = {"<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于", "=": "为", "!=": "不为"}


def compare(node: Compare, here: Here) -> str:
    """A comparison, each link by its shape."""
    return "，且".join(_shape(shape, here) for shape in shapes(node))


def _shape(shape: Shape, here: Here) -> str:
    every = "均" if here.all else ""
    match shape:
        case Counted():
            return _counted(shape, here)
        case Part(part=few, whole=many, share=share, op=op):
            whole = rows_words(many.rows, here.after(many.rows.window))
            return f"{rows_words(few.rows, here)}{_COUNT[op]}{whole}总数的{part(share, 'zh')}"
        case Streak(unit=unit, holds=holds, op=op, value=value):
            times = figure(value.value) if isinstance(value, Number) else here.noun(value)
            return f"连续出现“{here.plain().within(unit).sentence(holds)}”的{UNITS[unit]}数{_COUNT[op]}{times}"
        case Between(value=value, low=low, low_in=low_in, high=high, high_in=high_in):
            ends = [
                _end(low, value, here, included=low_in),
                _end(high, value, here, included=high_in),
            ]
            return f"{here.side().noun(value)}{every}在{ends[0]}至{ends[1]}之间"
        case Empty(value=value, none=none):
            return _empty(value, here, none=none)
        case Ranked(rank=rank, op=op, value=value):
            return _ranked(here.noun(rank), op, value)
        case Simple(left=left, op=op, right=right):
            return _simple(left, op, right, here)


def _counted(shape: Counted, here: Here) -> str:
    noun = rows_words(shape.rows, here, lasting=shape.none)
    if shape.none:
        silent = here.silent(shape.rows.window) or shape.rows.source != "register"
        head = "" if silent else window_words(shape.rows.window, here, lasting=True)
        return f"{head}没有{rows_words(shape.rows, here.after(shape.rows.window))}"
    value = figure(shape.value.value) if isinstance(shape.value, Number) else here.noun(shape.value)
    unit = classifier(shape.rows, here) if isinstance(shape.value, Number) else ""
    return f"{noun}{'均' if here.all else ''}{_COUNT[shape.op]}{value}{unit}"


def _end(end: Node, value: Node, here: Here, *, included: bool) -> str:
    return f"{right_side(end, value, here)}（{'含' if included else '不含'}）"


def _empty(value: Node, here: Here, *, none: bool) -> str:
    every = "均" if here.all else ""
    if isinstance(value, Field):
        said = phrase(here, value.register, value.name, "none" if none else "given")
        if said and "{}" not in said:
            return every + said
        return f"{every}{'未填' if none else '已填'}{field_title(here, value.register, value.name)}"
    return f"{here.noun(value)}{'没有记录' if none else '有记录'}"


def _ranked(rank: str, op: CompareOp, value: Number) -> str:
    place = value.value - 1 if op in {"<", ">="} else value.value
    if op in {"<", "<="}:
        return f"{rank}为第1名" if place == 1 else f"{rank}在前{figure(place)}名"
    if op in {">", ">="}:
        return f"{rank}在第{figure(place)}名之后"
    return f"{rank}{_NUMBER[op]}第{figure(value.value)}名"


def _simple(left: Node, op: CompareOp, right: Node, here: Here) -> str:
    every = "均" if here.all else ""
    if isinstance(right, Word) and right.type.kind is Kind.YES and op in {"=", "!="}:
        positive = (right.value == "yes") == (op == "=")
        return here.clause(left if positive else Not(left))
    if isinstance(left, Field) and op == "<=":
        said = phrase(here, left.register, left.name, "by")
        if said:
            return every + said.replace("{value}", here.noun(right))
    verbs = _DAY if kind_of(left) is Kind.DAY else _NUMBER
    counts = isinstance(left, Fold) and left.fold == "count"
    if counts or (isinstance(left, Field) and here.noun(left).endswith("数")):
        verbs = _COUNT
    verb = "等于" if op == "=" and _variable(left) and _variable(right) else verbs[op]
    if op == ">=" and isinstance(right, Number) and right.percent and right.value == 1:
        verb = "达到"
    if op == "<=" and isinstance(right, Number) and right.value == 0:
        verb = "为"
    return f"{here.side().noun(left)}{every}{verb}{right_side(right, left, here)}"


def _variable(node: Node) -> bool:
    return not isinstance(node, Number | Word) and kind_of(node) in {Kind.NUMBER, Kind.RATIO}


def right_side(value: Node, beside: Node, here: Here) -> str:
    """The right side: a level by its title, points with their unit."""
    if not isinstance(value, Number):
        return here.side().noun(value)
    if kind_of(beside) is Kind.LEVEL:
        return level_title(here, Fraction(value.value))
    if isinstance(beside, Fold) and beside.fold == "sum" and isinstance(beside.of, Field):
        beside = beside.of
    if value.percent or not isinstance(beside, Ref | Field):
        return here.noun(value)
    return here.noun(value) + points_unit(here, here.noun(beside))
