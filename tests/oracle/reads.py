"""What a scheme reads: its rules' trees, the registers in them, the words their fields meet."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from fractions import Fraction

from tests.oracle.fill import nodes_in
from xingping.policy.language.tree import Asked, Compare, Field, OneOf, Ref, Rows, Word
from xingping.policy.scheme.rule import Rule

ASIDE = ("examples", "catalogue", "targets", "reports", "acts", "pays", "procedure", "changes")


@dataclass(frozen=True, slots=True)
class Reads:
    """``words``: (register, field) -> words that rules compare it with; ``ranges``: item -> what
    may be given for it; ``levels``: criterion -> levels a reviewer finds; ``options``: item -> titles to choose.
    """

    registers: frozenset[str]
    words: dict[tuple[str, str], set[str]]
    ranges: dict[str, tuple[Fraction, Fraction]]
    levels: dict[str, set[int]]
    options: dict[str, list[str]]
    asked: tuple[object, ...]


def rules_of(scheme):
    """Every rule that a rating reads."""
    parts = [getattr(scheme, n) for n in scheme.__dataclass_fields__ if n not in ASIDE]
    return [rule for part in parts for rule in _rules(part)]


def _rules(thing):
    if isinstance(thing, Rule):
        return [thing]
    if isinstance(thing, dict):
        return [rule for each in thing.values() for rule in _rules(each)]
    if isinstance(thing, tuple | list):
        return [rule for each in thing for rule in _rules(each)]
    if is_dataclass(thing):
        return [r for name in thing.__dataclass_fields__ for r in _rules(getattr(thing, name))]
    return []


def reads(scheme):
    """What the rules of ``scheme`` read."""
    nodes = [node for rule in rules_of(scheme) for node in nodes_in(rule.tree)]
    asked = [node for node in nodes if isinstance(node, Asked)]
    rows = [node for node in nodes if isinstance(node, Rows)]
    found = {n.name for n in rows if n.source == "register"}
    found |= {n.link for n in rows if n.link in scheme.catalogue.registers}
    found |= {"findings" if node.what == "judged" else "points" for node in asked}
    words = {}
    for node in nodes:
        for key, word in _met(node, scheme):
            words.setdefault(key, set()).add(word)
    for node in asked:
        key = ("findings", "criterion") if node.what == "judged" else ("points", "item")
        words.setdefault(key, set()).add(node.item)
    ranges = {n.item: (n.low, n.high) for n in asked if n.what == "assessed"}
    ranges |= {
        c.id: (Fraction(0), Fraction(7, 10) * c.worth)
        for c in scheme.criteria.values()
        if c.worth is not None
    }
    judged = {}
    for node in asked:
        if node.what == "judged":
            judged.setdefault(node.item, set()).add(int(node.level))
    options = {n.item: [title for title, _ in n.options] for n in asked if n.what == "chosen"}
    return Reads(frozenset(found), words, ranges, judged, options, tuple(asked))


def _met(node, scheme):
    """((register, field), word) pairs that one comparison makes."""
    if isinstance(node, OneOf):
        others = node.among
        sides = [(node.of, other) for other in others]
    elif isinstance(node, Compare):
        sides = [(node.first, other) for _, other in node.rest]
    else:
        return
    for field, other in sides:
        if isinstance(field, Field) and isinstance(other, Word):
            yield (field.register, field.name), other.value
        if isinstance(field, Field) and isinstance(other, Ref) and other.name == "number":
            for criterion in scheme.criteria:
                yield (field.register, field.name), criterion
