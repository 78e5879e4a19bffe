"""Texts that no rule of the scheme asks for: rows of other schemes in the same file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xingping.policy.language import tree
from xingping.policy.scheme.every_rule import every_rule
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme
from xingping.records.draft import Draft
from xingping.records.sheet import Findings

_Field = tuple[str, str]


def asked_texts(scheme: Scheme) -> dict[_Field, frozenset[str]]:
    """By register and field, the texts that rules compare it with, if they do nothing else with it."""
    asked: dict[_Field, set[str]] = {}
    compared: Counter[_Field] = Counter()
    read: Counter[_Field] = Counter()
    for rule in every_rule(scheme):
        for node in walk(rule.tree):
            if isinstance(node, tree.Field) and node.type.kind is tree.Kind.TEXT:
                read[node.register, node.name] += 1
            for field, text in _comparisons(node):
                compared[field.register, field.name] += 1
                asked.setdefault((field.register, field.name), set()).add(text)
    return {
        field: frozenset(texts) for field, texts in asked.items() if read[field] <= compared[field]
    }


def _comparisons(node: tree.Node) -> Iterator[tuple[tree.Field, str]]:
    if isinstance(node, tree.Compare) and isinstance(node.first, tree.Field):
        for _, other in node.rest:
            if isinstance(other, tree.Word) and other.type.kind is tree.Kind.TEXT:
                yield node.first, other.value
    elif isinstance(node, tree.OneOf) and isinstance(node.of, tree.Field):
        for other in node.among:
            if isinstance(other, tree.Word) and other.type.kind is tree.Kind.TEXT:
                yield node.of, other.value


def note_other_texts(draft: Draft, scheme: Scheme, found: Findings) -> None:
    """Note each text that no rule asks for; its rows count nowhere."""
    for (register, field), texts in asked_texts(scheme).items():
        if register != draft.layout.register.id or field not in draft.columns:
            continue
        values = draft.columns[field]
        strange = {
            values[row]: row for row in reversed([*draft.rows()]) if values[row] not in texts
        }
        for value, row in sorted(strange.items(), key=lambda item: item[1]):
            if value is None:
                continue
            found.note(
                f"{draft.sheet.place}:{draft.sheet.cell(draft.lines[row], draft.at[field])}",
                f"本方案不读“{value}”的行，未计入",
                f"this scheme does not read rows of '{value}'; they are not counted",
            )
