"""Conditions in Chinese: 每项重点工作任务均已完成, 本年没有未撤案的立案."""

from __future__ import annotations

from dataclasses import replace

from xingping.policy.language.tree import (
    Compare,
    Field,
    Fold,
    Logic,
    Node,
    Not,
    OneOf,
    Ref,
    Word,
)
from xingping.policy.sentences.chinese.comparisons import compare, right_side
from xingping.policy.sentences.chinese.rows import classifier, joined, link_title, rows_words
from xingping.policy.sentences.chinese.windows import UNITS, window_words
from xingping.policy.sentences.figures import listed
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import (
    OPPOSITE,
    Counted,
    shapes,
)
from xingping.policy.sentences.titles import (
    field_title,
    phrase,
    word_title,
)
from xingping.policy.sentences.walk import parts_of, windows_of

_VERBS = (
    "均",
    "未",
    "已",
    "有",
    "无",
    "在",
    "按",
    "获",
    "不",
)  # a title that begins so can be said of a row


def sentence(node: Node, here: Here) -> str:
    """A condition with its window at the head, where all its records share one."""
    windows = windows_of(node)
    if len(windows) != 1 or here.said is not None:
        return here.clause(node)
    window = next(iter(windows))
    if isinstance(node, Logic) and any(not windows_of(part) for part in node.parts):
        return here.clause(node)
    lasting = isinstance(node, Compare) and any(
        isinstance(shape, Counted) and shape.none for shape in shapes(node)
    )
    return joined(window_words(window, here, lasting=lasting), here.after(window).clause(node))


def logic(node: Logic, here: Here) -> str:
    """And, or; a list of three or more conditions is parted by semicolons."""
    long = len(node.parts) > 2  # noqa: PLR2004 -- two are a pair
    said = [_member(p, node.op, here) for p in node.parts]
    if node.op == "or":
        return "，或".join(said)
    if long and not here.all and not here.inner:
        return "；".join(said)
    return "，".join(said) if here.all else "，且".join(said)


def _member(node: Node, op: str, here: Here) -> str:
    said = here.clause(node) if here.said is not None or here.all else sentence(node, here)
    return f"（{said}）" if isinstance(node, Logic) and node.op != op else said


def negated(node: Node, here: Here) -> str:
    """The opposite of a condition, said directly where there is a word for it."""
    match node:
        case Field(register=register, name=name):
            return _not_field(register, name, here)
        case Fold(fold="any", rows=rows, of=of):
            return f"没有{rows_words(rows, here, of)}"
        case Compare(first=first, rest=((op, right),)):
            return compare(Compare(first, ((OPPOSITE[op], right),)), here)
        case Ref(what="criterion", part="passed") | Ref(what="own", name="passed"):
            return here.clause(node).replace("通过", "未通过")
        case Not(of=of):
            return here.clause(of)
        case Ref():
            return f"不属于“{here.noun(node)}”"
        case _:
            said = here.clause(node)
            return f"并非“{said}”" if isinstance(node, Logic) else f"并非{said}"


def _not_field(register: str, name: str, here: Here) -> str:
    every = "均" if here.all else ""
    said = phrase(here, register, name, "no")
    if said and "{}" not in said:
        return every + said
    title = field_title(here, register, name)
    for starts, turned in (("有", "无"), ("已", "未"), ("按", "未按")):
        if title.startswith(starts):
            return every + turned + title[len(starts) :]
    return f"{every}不属于“{title}”"


def one_of(node: OneOf, here: Here) -> str:
    """The value is among several."""
    values = [
        word_title(here, v) if isinstance(v, Word) else right_side(v, node.of, here)
        for v in node.among
    ]
    return f"{here.noun(node.of)}{'均' if here.all else ''}为{listed(values, 'zh', '或')}"


def yes_field(node: Field, here: Here) -> str:
    """A yes/no field that holds."""
    said = phrase(here, node.register, node.name, "yes")
    every = "均" if here.all else ""
    if said and "{}" in said:
        return f"{every}属于{said.replace('{}', '')}的一类"
    if said:
        return every + said
    title = field_title(here, node.register, node.name)
    return f"均为“{title}”" if every and not title.startswith(_VERBS) else every + title


def yes_fold(node: Fold, here: Here) -> str:
    """Every, any, first, last over conditions."""
    rows, of = node.rows, node.of
    if of is None:
        return here.noun(node)
    if rows.source == "each":
        return _over_pieces(node, of, here)
    noun = rows_words(rows, here)
    unit = classifier(rows, here)
    if node.fold == "every":
        head = (
            ""
            if rows.source != "register" or here.silent(rows.window)
            else window_words(rows.window, here)
        )
        quiet = here.after(rows.window)
        return f"{head}每{unit}{rows_words(rows, quiet)}{_about(here.plain().of_each().clause(of))}"
    if node.fold == "any":
        return _existence(node, of, here)
    which = {"first": "第一", "last": "最近一"}.get(node.fold, "")
    head, body = _apart(node, here)
    if not which:
        return f"{noun}{here.plain().clause(of)}"
    return f"{head}{which}{unit}{body}{_recorded(of, here.plain())}"


def _recorded(of: Node, here: Here) -> str:
    """What one record says: yes/no fields by their titles."""
    fields = [part for part in parts_of(of) if isinstance(part, Field)]
    if len(fields) != len(parts_of(of)):
        return _about(here.clause(of))
    titles = [field_title(here, part.register, part.name) for part in fields]
    return "记为" + "、".join(f"“{title}”" for title in titles)


def _apart(node: Fold, here: Here) -> tuple[str, str]:
    rows = node.rows
    head = "" if here.silent(rows.window) else window_words(rows.window, here)
    if rows.link:
        head += link_title(rows, here)
    return head, rows_words(replace(rows, link=""), here.after(rows.window))


def _about(said: str) -> str:
    """A condition after its noun: 均已完成 follows at once, 完成质量均为出色 with 的."""
    return said if said.startswith(_VERBS) else f"的{said}"


def _existence(node: Fold, of: Node, here: Here) -> str:
    if node.rows.source != "register":
        return f"至少有一{classifier(node.rows, here)}{rows_words(node.rows, here, of)}"
    head, _ = _apart(node, here)
    rows = replace(node.rows, link="")
    return f"{head}有{rows_words(rows, here.after(node.rows.window), of)}"


def _over_pieces(node: Fold, of: Node, here: Here) -> str:
    unit = UNITS[node.rows.name]
    inner = sentence(of, here.plain().within(node.rows.name))
    which = {"every": f"每{unit}均符合", "any": f"至少有一个{unit}符合"}.get(node.fold)
    return f"{which or f'末{unit}符合'}“{inner}”"
