"""Chinese, whole: every node type as a value and as a condition."""

from __future__ import annotations

from typing import assert_never

from xingping.policy.language.tree import (
    Arith,
    Asked,
    By,
    Call,
    Compare,
    Field,
    Fold,
    If,
    Kind,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Otherwise,
    Ref,
    Rows,
    Word,
)
from xingping.policy.sentences.chinese import choices, comparisons, conditions, values
from xingping.policy.sentences.chinese.rows import rows_words
from xingping.policy.sentences.figures import figure, percent
from xingping.policy.sentences.here import Here, Voice
from xingping.policy.sentences.titles import field_title, word_title


def noun(node: Node, here: Here) -> str:  # noqa: C901, PLR0911, PLR0912 -- one case per node type
    """``node`` as a value."""
    match node:
        case Number(value=value, percent=as_percent):
            return percent(value, "zh") if as_percent else figure(value)
        case Word():
            return word_title(here, node)
        case Field(register=register, name=name):
            return field_title(here, register, name)
        case Ref():
            return values.ref(node, here)
        case Rows():
            return rows_words(node, here)
        case Fold():
            return values.fold(node, here)
        case Arith():
            return values.arith(node, here)
        case Compare() | Logic() | Not() | OneOf():
            return f"“{clause(node, here.plain())}”是否成立"
        case If():
            return choices.either(node, here)
        case By():
            return choices.by(node, here)
        case Otherwise():
            return choices.otherwise(node, here)
        case Call():
            return values.call(node, here)
        case Asked():
            return choices.asked(node, here)
        case _:
            assert_never(node)


def clause(node: Node, here: Here) -> str:  # noqa: C901, PLR0911 -- one case per node type
    """``node`` as a condition."""
    match node:
        case Compare():
            return comparisons.compare(node, here)
        case Logic():
            return conditions.logic(node, here)
        case Not(of=of):
            return conditions.negated(of, here)
        case OneOf():
            return conditions.one_of(node, here)
        case Field():
            return conditions.yes_field(node, here)
        case Fold() if node.type.kind is Kind.YES:
            return conditions.yes_fold(node, here)
        case Ref():
            return f"{'均' if here.all else ''}{_yes_ref(node, here)}"
        case Number() | Word() | Rows() | Fold() | Arith() | If() | By() | Otherwise() | Call():
            return noun(node, here)
        case Asked():
            return choices.asked(node, here)
        case _:
            assert_never(node)


def _yes_ref(node: Ref, here: Here) -> str:
    said = values.ref(node, here)
    return "通过" if node.what == "own" and node.name == "passed" else said


VOICE = Voice(noun, clause, conditions.sentence)
