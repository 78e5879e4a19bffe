"""What can be said of a record in English: is done on or before its due date, has grade good."""

from __future__ import annotations

from xingping.policy.language.tree import Compare, Field, Kind, Node, Not, Number, OneOf, Ref, Word
from xingping.policy.sentences.english.rows import OF, SLOT, choice_words
from xingping.policy.sentences.figures import article
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import Empty, Simple, shapes
from xingping.policy.sentences.titles import bare, field_title, phrase, register_of


def predicate(node: Node, here: Here) -> str:
    """``node`` said of its record, or nothing where it cannot be."""
    match node:
        case Field(register=register, name=name):
            return said_of(here, register, name, "yes") or f"is marked '{_title(node, here)}'"
        case Not(of=Field(register=register, name=name) as field):
            return said_of(here, register, name, "no") or f"is not marked '{_title(field, here)}'"
        case OneOf(of=Field() as field, among=among):
            return f"has {_title(field, here)} {choice_words(list(among), here)}"
        case Ref(what="own", name="passed"):
            return "is passed"
        case Compare():
            return _compared(node, here)
        case _:
            return ""


def said_of(here: Here, register: str, name: str, kind: str) -> str:
    """A phrase of a field as a predicate: is done, is a key task."""
    said = phrase(here, register, name, kind)
    if SLOT in said:
        noun = register_of(here, register).phrases.get("one", register_of(here, register).title)
        return f"is {article(said.replace(SLOT, noun.en))}"
    if said.startswith(("with ", "without ")):
        return f"is {said}"
    return f"is {said}" if said else ""


def _title(field: Field, here: Here) -> str:
    return bare(field_title(here, field.register, field.name))


def _compared(node: Compare, here: Here) -> str:
    match shapes(node):
        case [Empty(value=Field(register=register, name=name) as field, none=none)]:
            said = said_of(here, register, name, "none" if none else "given")
            return said or f"has {'no ' if none else ''}{_title(field, here)}"
        case [Simple(left=Field() as field, op="<=", right=right)] if phrase(
            here, field.register, field.name, "by"
        ):
            said = phrase(here, field.register, field.name, "by")
            return f"is {said.replace('{value}', bare(here.noun(right)))}"
        case [Simple(left=Field() as field, op="=", right=Word() as right)]:
            return f"has {_title(field, here)} {here.noun(right)}"
        case [Simple(left=Field() as field, op=op, right=Number() as right)] if (
            field.type.kind is not Kind.DAY
        ):
            return f"has {article(_title(field, here))} {OF[op]} {here.noun(right)}"
        case _:
            return ""
