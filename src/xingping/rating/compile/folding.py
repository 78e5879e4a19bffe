"""Folds: one value from many records, pieces of time, criteria or subjects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from xingping.policy.language import tree
from xingping.rating.compile import edges, gather
from xingping.rating.compile import operators as x
from xingping.rating.compile.arithmetic import number
from xingping.rating.compile.cells import View
from xingping.rating.compile.conditions import YES, Cond, every
from xingping.rating.compile.expressions import E
from xingping.rating.compile.matching import Population, Source
from xingping.rating.compile.place import At, carried
from xingping.rating.compile.setting import Pieces
from xingping.rating.compile.sources import register_source
from xingping.rating.compile.values import Num, Ratio, Sym, Value
from xingping.rating.compile.written import divides, over_criteria, over_parts

if TYPE_CHECKING:
    from xingping.rating.compile.reading import Reader

Each = Callable[[View | None], Value]


def fold(reader: Reader, node: tree.Fold, at: At) -> tuple[Value, Cond]:
    """The fold's value seen from ``at``, and whether there is anything it runs over."""
    rows = node.rows
    if rows.source == "criteria":
        return over_criteria(reader, node, at), YES
    if rows.source == "each":
        spans = _pieces(reader, rows).spans
        if spans and at.pieces is None and divides(reader, node, at):
            return over_parts(reader, node, at, spans), YES
    if rows.source == "register" and at.pieces is not None and not _piecewise(reader, rows):
        value, there = reader.folded(node, at.whole)
        return carried(value), _carried_cond(there)
    source = source_of(reader, rows, at)

    def each(view: View | None) -> Value:
        if node.of is None:
            return YES
        return reader.value(node.of, _inside(rows, at, view, reader))

    return _over(node, source, each), gather.here(source)


def _carried_cond(there: Cond) -> Cond:
    return Cond(x.up(there.lo), x.up(there.hi))


def _piecewise(reader: Reader, rows: tree.Rows) -> bool:
    """Whether the records belong to the piece at hand: no window of their own, and a day."""
    register = reader.setting.scheme.catalogue.registers[rows.name]
    return rows.window is None and bool(register.date) and not register.placed_by_year


def _inside(rows: tree.Rows, at: At, view: View | None, reader: Reader) -> At:
    if rows.source == "register":
        return replace(at, view=view)
    if rows.source == "each":
        return replace(at, pieces=_pieces(reader, rows), view=None)
    return replace(at, group=False)


def source_of(reader: Reader, rows: tree.Rows, at: At) -> Source:
    """What ``rows`` runs over, seen from ``at``."""
    if rows.source == "register":
        return register_source(reader, rows, at)
    inner = _inside(rows, at, None, reader)

    def matches(_: View | None) -> Cond:
        return YES if rows.where is None else reader.condition(rows.where, inner)

    def day(_: View | None) -> E:
        return x.ZERO

    if rows.source == "subjects":
        return Source(Population(), None, matches, day)
    pieces = _pieces(reader, rows)
    return Source(pieces, None, matches, day, most_rows=len(pieces.spans))


def _pieces(reader: Reader, rows: tree.Rows) -> Pieces:
    span = reader.setting.span(rows.window)
    return reader.setting.pieces(rows.name, span)


def present(reader: Reader, node: tree.Fold, at: At) -> Cond:
    """Whether there is any record that the fold runs over."""
    return reader.folded(node, at)[1]


def _over(node: tree.Fold, source: Source, each: Each) -> Value:  # noqa: C901, PLR0911 -- one case per fold
    def amount(view: View | None) -> Num:
        return number(each(view))

    def test(view: View | None) -> Cond:
        value = each(view)
        if isinstance(value, Cond):
            return value
        raise TypeError(node.fold)

    match node.fold:
        case "count":
            return gather.count(source) if node.of is None else _count_where(source, test)
        case "sum":
            return _firm(source, gather.add_up(source, amount))
        case "mean":
            return replace(gather.mean(source, amount), quorum=source.quorum)
        case "share":
            return replace(gather.share(source, test), quorum=source.quorum)
        case "every":
            return gather.every_row(source, test)
        case "any":
            return gather.some_row(source, test)
        case "highest":
            return _firm(source, gather.extreme(source, amount, "max"))
        case "lowest":
            return _firm(source, gather.extreme(source, amount, "min"))
        case "longest":
            return gather.run(source, test)
        case "first" | "last":
            return _edge(node.fold, source, each)


def _count_where(source: Source, test: Callable[[View | None], Cond]) -> Num:
    narrowed = replace(source, matches=lambda view: every(source.match(view), test(view)), seen={})
    return gather.count(narrowed)


def _firm(source: Source, value: Num) -> Num:
    """A number that needs a quorum is open without it."""
    if source.quorum is x.TRUE:
        return value
    short = x.no(source.quorum)
    return replace(
        value, lo_open=x.either(value.lo_open, short), hi_open=x.either(value.hi_open, short)
    )


def _edge(which: str, source: Source, each: Each) -> Value:
    sample = each(source.real)
    if isinstance(sample, Num):
        return _firm(source, edges.edge_number(source, lambda v: number(each(v)), which))
    if isinstance(sample, Cond):
        return edges.edge_test(source, lambda v: _as_cond(each(v)), which)
    if isinstance(sample, Ratio):
        found = edges.edge_ratio(source, lambda v: _as_ratio(each(v)), which)
        return replace(found, known=x.both(found.known, source.quorum), quorum=source.quorum)

    def equals(word: str) -> Cond:
        return edges.edge_test(source, lambda v: _as_sym(each(v)).equals(word), which)

    none = edges.edge_test(source, lambda v: _as_sym(each(v)).none, which)
    return Sym(equals, sample.domain, none)


def _as_cond(value: Value) -> Cond:
    if isinstance(value, Cond):
        return value
    raise TypeError(value)


def _as_ratio(value: Value) -> Ratio:
    if isinstance(value, Ratio):
        return value
    raise TypeError(value)


def _as_sym(value: Value) -> Sym:
    if isinstance(value, Sym):
        return value
    raise TypeError(value)
