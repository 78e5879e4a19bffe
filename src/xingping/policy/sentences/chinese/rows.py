"""Records in Chinese: 未撤案的立案, 本年有活动记录的集体文体活动, with their classifier."""

from __future__ import annotations

from xingping.policy.language.tree import (
    Compare,
    Field,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Ref,
    Rows,
    Word,
)
from xingping.policy.sentences.chinese.windows import UNITS, period, window_words
from xingping.policy.sentences.figures import listed
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import Empty, Simple, shapes
from xingping.policy.sentences.titles import (
    field_title,
    phrase,
    register_of,
    spec_of,
    subjects_title,
    word_title,
)
from xingping.policy.sentences.walk import is_true, parts_of

SLOT = "{}"


def rows_words(rows: Rows, here: Here, extra: Node | None = None, *, lasting: bool = False) -> str:
    """The records with their window, their conditions (and ``extra``, one more) and quorum."""
    if rows.source == "each":
        head = "" if here.silent(None) else period(here)
        return f"{head}各{UNITS[rows.name]}"
    parts = [*parts_of(rows.where), *([] if is_true(extra) else parts_of(extra))]
    if rows.source != "register":
        whole = "标准" if rows.source == "criteria" else subjects_title(here)
        return narrowed(whole, parts, here)
    register = register_of(here, rows.name)
    title = register.phrases.get("one", register.title) if parts else register.title
    noun = narrowed(title.zh, parts, here)
    if rows.link:
        noun = f"{link_title(rows, here)}的{noun}"
    if rows.needing is not None:
        noun += f"（{_quorum(rows.needing, register.counted.zh, here)}的为待定）"
    head = "" if here.silent(rows.window) else window_words(rows.window, here, lasting=lasting)
    return joined(head, noun)


def _quorum(least: Node, unit: str, here: Here) -> str:
    if not isinstance(least, Number):
        return f"不足{here.noun(least)}"
    return "没有" if least.value == 1 else f"不足{here.noun(least)}{unit}"


def joined(head: str, noun: str) -> str:
    """The window before its noun; 本年年度 is said 本年度."""
    return f"本{noun}" if head == "本年" and noun.startswith("年度") else head + noun


def classifier(rows: Rows, here: Here) -> str:
    """The word that counts these rows: 次, 件, 个."""
    if rows.source == "register":
        return register_of(here, rows.name).counted.zh
    if rows.source == "criteria":
        return "条"
    if rows.source == "each":
        return "" if rows.name in {"day", "week", "year"} else "个"
    return register_of(here, here.scheme.subject).counted.zh


def narrowed(noun: str, parts: list[Node], here: Here) -> str:
    """``noun`` with its conditions before it."""
    said: list[str] = []
    for part in parts:
        words = attribute(part, here.plain())
        if SLOT in words:
            noun = words.replace(SLOT, noun)
        else:
            said.append(words)
    if not said:
        return noun
    return f"{listed(said, 'zh', '且')}的{noun}"


def attribute(part: Node, here: Here) -> str:
    """One condition as an attribute: a pattern with a slot for the noun, or what stands before 的."""
    match part:
        case Field(register=register, name=name):
            return phrase(here, register, name, "yes") or here.clause(part)
        case Not(of=Field(register=register, name=name)):
            return phrase(here, register, name, "no") or here.clause(part)
        case Compare():
            return _compared(part, here)
        case OneOf(of=Field() as field, among=among):
            return _choice(field, list(among), here)
        case Logic(op="or"):
            return f"（{here.clause(part)}）"
        case _:
            return here.clause(part)


def _compared(part: Compare, here: Here) -> str:
    match shapes(part):
        case [Empty(value=Field(register=register, name=name), none=none)]:
            return phrase(here, register, name, "none" if none else "given") or here.clause(part)
        case [Simple(left=Field() as field, op="=", right=right)]:
            return _choice(field, [right], here)
        case _:
            return here.clause(part)


def _choice(field: Field, among: list[Node], here: Here) -> str:
    if any(isinstance(value, Ref) and value.what == "own" for value in among):
        return f"本条{SLOT}"
    pattern = phrase(here, field.register, field.name, "is")
    values = [word_title(here, v) if isinstance(v, Word) else here.noun(v) for v in among]
    value = listed(values, "zh", "或")
    if pattern:
        return pattern.replace("{value}", value)
    return f"{field_title(here, field.register, field.name)}为{value}"


def link_title(rows: Rows, here: Here) -> str:
    """Whose records they are, where they are not the subject's own."""
    spec = spec_of(here, here.scheme.subject, rows.link)
    if spec is None:
        return register_of(here, rows.link).title.zh
    title = register_of(here, spec.refers).title.zh if spec.refers else spec.title.zh
    return title if title.startswith("所") else f"所在{title}"
