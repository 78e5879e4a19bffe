"""Conditions in English: the score is at least 85, every key task this year is done."""

from __future__ import annotations

from dataclasses import replace

from xingping.policy.language.tree import (
    Compare,
    CompareOp,
    Field,
    Fold,
    Kind,
    Logic,
    Node,
    Not,
    Number,
    OneOf,
    Ref,
    Word,
)
from xingping.policy.sentences.english.predicates import predicate
from xingping.policy.sentences.english.rows import choice_words, many, single
from xingping.policy.sentences.english.windows import unit_word
from xingping.policy.sentences.figures import article, figure, listed, part
from xingping.policy.sentences.here import Here
from xingping.policy.sentences.shapes import (
    OPPOSITE,
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
from xingping.policy.sentences.titles import field_title, level_title, register_of
from xingping.policy.sentences.walk import kind_of, parts_of

_IS = {
    "<": "is below", "<=": "is at most", ">": "is above", ">=": "is at least", "=": "is",
    "!=": "is not",
}  # fmt: skip
_ARE = {
    "<": "are fewer than", "<=": "are at most", ">": "are more than", ">=": "are at least",
    "=": "are exactly", "!=": "are not exactly",
}  # fmt: skip
_HOW_MANY = {
    "<": "fewer than", "<=": "at most", ">": "more than", ">=": "at least", "=": "exactly",
    "!=": "any number but",
}  # fmt: skip
_DAY = {
    "<": "is before", "<=": "is on or before", ">": "is after", ">=": "is on or after", "=": "is",
    "!=": "is not",
}  # fmt: skip


def sentence(node: Node, here: Here) -> str:
    """A condition; in English each record says its own window."""
    return here.clause(node)


def compare(node: Compare, here: Here) -> str:
    """A comparison, each link by its shape."""
    return " and ".join(_shape(shape, here) for shape in shapes(node))


def _shape(shape: Shape, here: Here) -> str:
    match shape:
        case Counted():
            return _counted(shape, here)
        case Part(part=few, whole=whole, share=share, op=op):
            quiet = here.after(whole.rows.window)
            return f"the {many(few.rows, here)} {_ARE[op]} {part(share, 'en')} of all {many(whole.rows, quiet)}"
        case Streak(unit=unit, holds=holds, op=op, value=value):
            inner = here.within(unit).clause(holds)
            return (
                f"{_HOW_MANY[op]} {here.noun(value)} {unit_word(unit)}s in a row hold that {inner}"
            )
        case Between(value=value, low=low, low_in=low_in, high=high, high_in=high_in):
            first = f"{'at least' if low_in else 'above'} {_value(low, value, here)}"
            last = f"{'at most' if high_in else 'below'} {_value(high, value, here)}"
            said = here.side().noun(value)
            return f"{said} {'are' if said.startswith('the points') else 'is'} {first} and {last}"
        case Empty():
            return _empty(shape, here)
        case Ranked(rank=rank, op=op, value=value):
            return _ranked(here.noun(rank), op, value)
        case Simple(left=left, op=op, right=right):
            return _simple(left, op, right, here)


def _empty(shape: Empty, here: Here) -> str:
    value = shape.value
    if isinstance(value, Field):
        title = field_title(here, value.register, value.name)
        return f"'{title}' is {'empty' if shape.none else 'filled in'}"
    return f"there is {'no' if shape.none else 'a'} record of {here.noun(value)}"


def _counted(shape: Counted, here: Here) -> str:
    if shape.none:
        return f"there is no {single(shape.rows, here, lasting=True)}"
    if not isinstance(shape.value, Number):
        return f"the number of {many(shape.rows, here)} {_IS[shape.op]} {here.noun(shape.value)}"
    one = shape.value.value == 1
    noun = single(shape.rows, here) if one else many(shape.rows, here)
    verb = "is" if one else "are"
    return f"there {verb} {_HOW_MANY[shape.op]} {figure(shape.value.value)} {noun}"


def _ranked(rank: str, op: CompareOp, value: Number) -> str:
    place = value.value - 1 if op in {"<", ">="} else value.value
    if op in {"<", "<="}:
        return f"{rank} is {figure(place)}{'' if place == 1 else ' or better'}"
    if op in {">", ">="}:
        return f"{rank} is worse than {figure(place)}"
    return f"{rank} {_IS[op]} {figure(value.value)}"


def _simple(left: Node, op: CompareOp, right: Node, here: Here) -> str:
    if isinstance(right, Word) and right.type.kind is Kind.YES and op in {"=", "!="}:
        return here.clause(left) if (right.value == "yes") == (op == "=") else negated(left, here)
    verbs = _DAY if kind_of(left) is Kind.DAY else _IS
    verb = "equals" if op == "=" and not isinstance(right, Number | Word) else verbs[op]
    if isinstance(right, Number):
        full = right.percent and right.value == 1 and op == ">="
        verb = "is" if full or (op == "<=" and right.value == 0) else verb
    said = here.side().noun(left)
    if said.startswith("the points"):
        verb = "equal" if verb == "equals" else f"are{verb.removeprefix('is')}"
    return f"{said} {verb} {_value(right, left, here)}"


def _value(value: Node, beside: Node, here: Here) -> str:
    """The right side: a level by its title."""
    if isinstance(value, Number) and kind_of(beside) is Kind.LEVEL:
        return level_title(here, value.value)
    return here.side().noun(value)


def logic(node: Logic, here: Here) -> str:
    """And, or; more than two conditions are parted by semicolons."""
    said = [_member(inner, node.op, here) for inner in node.parts]
    if len(said) > 2:  # noqa: PLR2004 -- two are a pair
        return f"{'; '.join(said[:-1])}; {node.op} {said[-1]}"
    return f", {node.op} ".join(said) if node.op == "or" else " and ".join(said)


def _member(node: Node, op: str, here: Here) -> str:
    said = here.clause(node)
    return f"({said})" if isinstance(node, Logic) and node.op != op else said


def negated(node: Node, here: Here) -> str:
    """The opposite of a condition, said directly where there is a word for it."""
    match node:
        case Field():
            return f"it {predicate(Not(node), here)}"
        case Fold(fold="any", rows=rows, of=of) if rows.source == "register":
            return f"there is no {single(rows, here, of)}"
        case Compare(first=first, rest=((op, right),)):
            return compare(Compare(first, ((OPPOSITE[op], right),)), here)
        case Not(of=of):
            return here.clause(of)
        case Fold(fold="every", of=Ref()):
            return here.clause(node).replace(" holds for", " does not hold for")
        case Ref(what="criterion", part="passed"):
            return here.clause(node).replace("is passed", "is not passed")
        case Ref():
            return here.clause(node).replace(" holds", " does not hold")
        case _:
            return f"it is not so that {here.clause(node)}"


def one_of(node: OneOf, here: Here) -> str:
    """The value is among several."""
    if kind_of(node.of) is not Kind.LEVEL or any(not isinstance(v, Number) for v in node.among):
        return f"{here.noun(node.of)} is {choice_words(list(node.among), here)}"
    levels = [level_title(here, v.value) for v in node.among if isinstance(v, Number)]
    return f"{here.noun(node.of)} is {listed(levels, 'en', 'or')}"


def yes_fold(node: Fold, here: Here) -> str:
    """Every, any, first, last over conditions."""
    rows, of = node.rows, node.of
    if of is None:
        return here.noun(node)
    if rows.source == "each":
        inner = here.plain().within(rows.name).clause(of)
        which = "in every" if node.fold == "every" else "in at least one"
        return f"{which} {unit_word(rows.name)} of the period, {inner}"
    if node.fold == "every":
        return _every(node, of, here)
    if node.fold == "any":
        return _any(node, of, here)
    return _one_record(node, of, here)


def _every(node: Fold, of: Node, here: Here) -> str:
    noun = single(node.rows, here)
    said = [predicate(inner, here.plain()) for inner in parts_of(of)]
    if all(said):
        return f"every {noun} {listed(said, 'en', 'and')}"
    if isinstance(of, Ref):
        return f"{here.clause(of)} for every {noun}"
    return f"for every {noun}, {here.plain().clause(of)}"


def _any(node: Fold, of: Node, here: Here) -> str:
    if isinstance(of, Ref) and node.rows.source == "subjects":
        return f"{here.clause(of)} for at least one {single(node.rows, here)}"
    if node.rows.source != "register":
        return f"there is at least one {single(node.rows, here, of)}"
    return f"there is {article(single(node.rows, here, of))}"


def _one_record(node: Fold, of: Node, here: Here) -> str:
    rows = node.rows
    dated = rows.source == "register" and register_of(here, rows.name).date
    which = f"{node.fold} " if dated else ""
    noun = f"the {which}{single(rows, here)}"
    fields = [inner for inner in parts_of(of) if isinstance(inner, Field)]
    if len(fields) == len(parts_of(of)):
        titles = [f"'{field_title(here, inner.register, inner.name)}'" for inner in fields]
        return f"{noun} records {listed(titles, 'en', 'and')}"
    silent = replace(here.plain(), said=(rows.window, here.piece))
    return f"at {noun}, {silent.clause(of)}"


def yes_field(node: Field, here: Here) -> str:
    """A yes/no field that holds."""
    return f"it {predicate(node, here)}"
