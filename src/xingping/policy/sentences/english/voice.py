"""English, whole: every node type as a value and as a condition."""

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
from xingping.policy.sentences.english import choices, conditions, values
from xingping.policy.sentences.english.rows import many
from xingping.policy.sentences.figures import figure, percent
from xingping.policy.sentences.here import Here, Voice
from xingping.policy.sentences.titles import field_title, word_title


def noun(node: Node, here: Here) -> str:  # noqa: C901, PLR0911, PLR0912 -- one case per node type
    """``node`` as a value."""
    match node:
        case Number(value=value, percent=as_percent):
            return percent(value, "en") if as_percent else figure(value)
        case Word():
            return word_title(here, node)
        case Field(register=register, name=name):
            return f"the {field_title(here, register, name)}"
        case Ref():
            return values.ref(node, here)
        case Rows():
            return many(node, here)
        case Fold():
            return values.fold(node, here)
        case Arith():
            return values.arith(node, here)
        case Compare() | Logic() | Not() | OneOf():
            return f"whether {clause(node, here.plain())}"
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
            return conditions.compare(node, here)
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
            return _yes_ref(node, here)
        case Number() | Word() | Rows() | Fold() | Arith() | If() | By() | Otherwise() | Call():
            return noun(node, here)
        case Asked():
            return choices.asked(node, here)
        case _:
            assert_never(node)


def _yes_ref(node: Ref, here: Here) -> str:
    if node.what == "result":
        return f"'{here.scheme.results[node.name].title.en}' holds"
    if node.what == "parameter":
        return f"'{here.scheme.parameters[node.name].title.en}' holds"
    return values.ref(node, here)


VOICE = Voice(noun, clause, conditions.sentence)
