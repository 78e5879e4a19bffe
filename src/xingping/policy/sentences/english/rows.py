"""Records in English: key tasks not done this year, one of them or several."""

from __future__ import annotations

from xingping.policy.language.tree import (
    Compare,
    CompareOp,
    Field,
    Kind,
    Node,
    Not,
    Number,
    OneOf,
    Ref,
    Rows,
    Word,
)
from xingping.policy.sentences.english.windows import period, unit_word, window_words
from xingping.policy.sentences.figures import article, listed, plural
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import Empty, Simple, shapes
from xingping.policy.sentences.titles import (
    bare,
    field_title,
    level_title,
    phrase,
    register_of,
    spec_of,
    word_title,
)
from xingping.policy.sentences.walk import is_true, parts_of

SLOT = "{}"


def many(rows: Rows, here: Here, extra: Node | None = None, *, lasting: bool = False) -> str:
    """The records in the plural, with their conditions (and ``extra``), window and quorum."""
    return _said(rows, here, extra, one=False, lasting=lasting)


def single(rows: Rows, here: Here, extra: Node | None = None, *, lasting: bool = False) -> str:
    """One such record, without article."""
    return _said(rows, here, extra, one=True, lasting=lasting)


def _said(rows: Rows, here: Here, extra: Node | None, *, one: bool, lasting: bool) -> str:
    parts = [*parts_of(rows.where), *([] if is_true(extra) else parts_of(extra))]
    if rows.source == "each":
        return f"{unit_word(rows.name)}{'' if one else 's'} {period(here)}"
    noun = narrowed(_noun(rows, here, one=one, narrow=bool(parts)), parts, here)
    if rows.source != "register":
        return noun
    if rows.link:
        noun += f" of {_link(rows, here)}"
    if not here.silent(rows.window):
        noun += f" {window_words(rows.window, here, lasting=lasting)}"
    if rows.needing is not None:
        least = here.noun(rows.needing)
        noun += f" (not yet known {'without one' if least == '1' else f'with fewer than {least}'})"
    return noun


def _noun(rows: Rows, here: Here, *, one: bool, narrow: bool) -> str:
    if rows.source == "criteria":
        return "criterion" if one else "criteria"
    name = here.scheme.subject if rows.source == "subjects" else rows.name
    register = register_of(here, name)
    title = register.phrases.get("one", register.title) if narrow else register.title
    if one:
        return title.en
    several = register.phrases.get("many")
    return plural(title.en) if several is None else several.en


def narrowed(noun: str, parts: list[Node], here: Here) -> str:
    """``noun`` with its conditions around it."""
    said: list[str] = []
    for part in parts:
        words = attribute(part, here.plain())
        if SLOT in words:
            noun = words.replace(SLOT, noun)
        else:
            said.append(words)
    return f"{noun} {listed(said, 'en', 'and')}" if said else noun


def attribute(part: Node, here: Here) -> str:
    """One condition as an attribute: a pattern with a slot, or what stands after the noun."""
    match part:
        case Field(register=register, name=name):
            title = field_title(here, register, name)
            return phrase(here, register, name, "yes") or f"marked '{title}'"
        case Not(of=Field(register=register, name=name)):
            title = field_title(here, register, name)
            return phrase(here, register, name, "no") or f"not marked '{title}'"
        case Ref(what="own", name="passed"):
            return "that are passed"
        case Ref():
            return f"for which {here.clause(part)}"
        case Compare():
            return _compared(part, here)
        case OneOf(of=Field() as field, among=among):
            return _choice(field, list(among), here)
        case _:
            return f"for which {here.clause(part)}"


def _compared(part: Compare, here: Here) -> str:
    match shapes(part):
        case [Empty(value=Field(register=register, name=name), none=none)]:
            said = phrase(here, register, name, "none" if none else "given")
            title = field_title(here, register, name)
            return said or f"{'without' if none else 'with'} {title}"
        case [Simple(left=Field() as field, op="=", right=right)]:
            return _choice(field, [right], here)
        case [Simple(left=Field() as field, op=op, right=Number() as right)]:
            return f"with {measured(field_title(here, field.register, field.name), op, here.noun(right))}"
        case [Simple(left=Ref() as ref, op=op, right=Number() as right)] if not right.percent:
            value = (
                level_title(here, right.value) if ref.type.kind is Kind.LEVEL else here.noun(right)
            )
            return f"with {article(bare(here.noun(ref)))} {OF[op]} {value}"
        case _:
            return f"for which {here.clause(part)}"


OF = {
    "<": "below",
    "<=": "of at most",
    ">": "above",
    ">=": "of at least",
    "=": "of",
    "!=": "other than",
}


def measured(title: str, op: CompareOp, value: str) -> str:
    """A field against a number: age below 35, at least 10 ballots returned."""
    if title.partition(" ")[0].endswith("s") and op in MANY:
        return f"{MANY[op]} {value} {title}"
    return f"{title} {OF[op]} {value}"


MANY = {"<": "fewer than", "<=": "at most", ">": "more than", ">=": "at least", "=": "exactly"}


def _choice(field: Field, among: list[Node], here: Here) -> str:
    pattern = phrase(here, field.register, field.name, "is")
    if any(isinstance(value, Ref) and value.what == "own" for value in among):
        return f"{SLOT} for the criterion"
    value = choice_words(among, here)
    if pattern:
        return pattern.replace("{value}", value)
    return f"with {field_title(here, field.register, field.name)} {value}"


def choice_words(among: list[Node], here: Here) -> str:
    """Several values: good or outstanding."""
    values = [word_title(here, v) if isinstance(v, Word) else here.noun(v) for v in among]
    return listed(values, "en", "or")


def _link(rows: Rows, here: Here) -> str:
    """Whose records they are, where they are not the subject's own."""
    spec = spec_of(here, here.scheme.subject, rows.link)
    if spec is None:
        return f"every {register_of(here, rows.link).title.en}"
    title = register_of(here, spec.refers).title.en if spec.refers else spec.title.en
    return f"the {bare(title)}"
