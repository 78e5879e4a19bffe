"""Who can still close what is open: whoever makes a register, fills in its fields, or ranks."""

from __future__ import annotations

from collections.abc import Iterator

from xingping.policy.catalogue import Register
from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.policy.sentences.walk import children
from xingping.rating.compile.asking import fold_of
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.setting import year_span
from xingping.rating.facts import Facts


def folds_under(node: Node) -> Iterator[tree.Fold]:
    """The folds over registers of a rule, those of asked nodes too."""
    if isinstance(node, tree.Asked):
        yield fold_of(node)
        return
    if isinstance(node, tree.Fold) and node.rows.source == "register":
        yield node
    for child in children(node):
        yield from folds_under(child)


def closers(facts: Facts, subject: int, year: int, node: Node) -> list[str]:
    """Who can close an open part for a subject: makers of its registers, fillers of its fields.

    What asks something of every record cannot be closed by a new one: whoever makes the register
    can close it only where the register is not kept, or a cell is empty that is theirs to fill.
    """
    found: dict[str, None] = {}
    for fold in folds_under(node):
        register = facts.scheme.catalogue.registers[fold.rows.name]
        empty = dict.fromkeys(_fillers(facts, subject, year, fold, register))
        kept = not register.kept_yearly or facts.kept_by(register.id, year)[subject]
        if fold.fold != "every" or not kept or not empty or register.made_by in empty:
            found[register.made_by] = None
        found |= empty
    for ref in (one for one in _all(node) if isinstance(one, tree.Ref)):
        if ref.what == "rank":
            found["ranking"] = None
        elif ref.what == "result":
            rule = facts.scheme.results[ref.name].rule.tree
            found |= dict.fromkeys(closers(facts, subject, year, rule))
    return list(found)


def _fillers(
    facts: Facts, subject: int, year: int, fold: tree.Fold, register: Register
) -> Iterator[str]:
    """Who fills in the empty cells that a fold reads, of the rows that may still be filled in."""
    table = facts.table(register.id)
    rows = facts.places(RowSet(register.id, fold.rows.link))[subject]
    if fold.rows.window is None:
        rows = [i for i in rows if _of_year(facts, register, i, year)]
    for name in sorted(_fields_read(fold, register)):
        spec = register.fields[name]
        column = facts.column(table, name)
        if any(column[i] is None for i in rows) and (spec.later or not spec.none):
            yield spec.later_by or register.made_by


def _of_year(facts: Facts, register: Register, row: int, year: int) -> bool:
    """Whether a row is one of the rated year, by its day or by its year."""
    table = facts.table(register.id)
    if register.date and not register.placed_by_year:
        day, span = facts.column(table, register.date)[row], year_span(year, year)
        return isinstance(day, int) and span.start <= day <= span.end
    if "year" in register.fields:
        return facts.column(table, "year")[row] == year
    return True


def _fields_read(fold: tree.Fold, register: Register) -> set[str]:
    parts = [part for part in (fold.rows.where, fold.of) if part is not None]
    return {
        node.name
        for part in parts
        for node in _all(part)
        if isinstance(node, tree.Field) and node.register == register.id
    }


def _all(node: Node) -> list[Node]:
    return [node, *(below for child in children(node) for below in _all(child))]


__all__ = ["closers", "folds_under"]
