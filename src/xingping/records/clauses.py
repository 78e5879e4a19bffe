"""Which clauses read which column: what a template says beside it."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.policy.language import tree
from xingping.policy.scheme.every_rule import rules_in
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.scheme import Scheme

_ASKED = {
    "judged": ("findings", ("criterion", "level")),
    "assessed": ("points", ("item", "points")),
    "chosen": ("points", ("item", "choice")),
}


def clauses_by_column(scheme: Scheme) -> dict[tuple[str, str], list[str]]:
    """Register and field to the clauses whose rules read it, in the order of the scheme."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for clause, thing in _clauses(scheme):
        for rule in rules_in(thing):
            for node in walk(rule.tree):
                for column in _columns(node, scheme):
                    found.setdefault(column, {})[clause] = None
    return {column: list(clauses) for column, clauses in found.items()}


def _clauses(scheme: Scheme) -> Iterator[tuple[str, object]]:
    for criterion in scheme.criteria.values():
        for standard in criterion.standards.values():
            yield standard.clause, standard
        for line in criterion.lines.values():
            yield line.clause or criterion.clause, line
    for part in (scheme.results, scheme.ranks, scheme.vetoes, scheme.gates, scheme.quotas):
        for thing in part.values():
            yield getattr(thing, "clause", ""), thing
    for single in (scheme.not_rated, scheme.exempt, scheme.stars, scheme.bands):
        if single is not None:
            yield single.clause, single


def _columns(node: tree.Node, scheme: Scheme) -> Iterator[tuple[str, str]]:
    if isinstance(node, tree.Field):
        yield node.register or scheme.subject, node.name
    elif isinstance(node, tree.Asked):
        register, fields = _ASKED[node.what]
        yield from ((register, field) for field in fields)
    elif isinstance(node, tree.Rows) and node.source == "register":
        register_of = scheme.catalogue.registers[node.name]
        if register_of.date:
            yield node.name, register_of.date
