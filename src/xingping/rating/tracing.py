"""Which records a fold counted: row by row, by the same expressions that rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from xingping.policy.language import tree
from xingping.policy.language.tree import Kind, Node
from xingping.policy.sentences.measured import Row
from xingping.policy.sentences.walk import children, kind_of
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.conditions import YES, Cond
from xingping.rating.compile.expressions import E
from xingping.rating.compile.matching import Source
from xingping.rating.compile.place import At
from xingping.rating.compile.program import Program, plan
from xingping.rating.compile.python import StageFunction, Writer
from xingping.rating.compile.sources import register_source
from xingping.rating.compiled import execute
from xingping.rating.facts import Facts
from xingping.rating.lens import Lens


@dataclass(frozen=True, slots=True)
class Found:
    """One record: ``certain`` whether it surely counts; ``passes`` what its condition says."""

    row: Row
    certain: bool
    passes: tuple[bool, bool]
    empty: tuple[str, ...]
    ahead: bool


@dataclass(frozen=True, slots=True)
class Traced:
    """The records that count or may, and what keeps the fold from being known.

    ``years_not_kept``: of the window; ``empty``: field -> in how many records it is empty;
    ``ahead``: how many lie ahead and may still go either way; ``short``: how many records are
    needed, where there are fewer.
    """

    rows: tuple[Found, ...]
    years_not_kept: tuple[int, ...]
    empty: dict[str, int]
    ahead: int
    short: int

    def shown(self, fold: tree.Fold, *, broken: bool = False) -> tuple[Row, ...]:
        """The records a sentence names.

        All that count; of *every* those that break it for certain where it is ``broken``, else
        those that may; of *any* those that make it; of *last* and *first* the ones of that day.
        """
        match fold.fold:
            case "every" if broken:
                return tuple(one.row for one in self.rows if one.certain and not one.passes[1])
            case "every":
                return tuple(one.row for one in self.rows if not one.passes[0])
            case "any":
                return tuple(one.row for one in self.rows if one.passes[1])
            case "last" | "first":
                return self._edge(fold.fold)
            case _:
                return tuple(one.row for one in self.rows)

    def _edge(self, which: str) -> tuple[Row, ...]:
        days = [one.row.day for one in self.rows if one.row.day is not None]
        if not days:
            return tuple(one.row for one in self.rows)
        edge = max(days) if which == "last" else min(days)
        return tuple(one.row for one in self.rows if one.row.day == edge)


def trace(fold: tree.Fold, at: At, lens: Lens) -> Traced:
    """Look at each record of the subject in turn."""
    reader, setting = lens.compiled.whole.reader, lens.compiled.setting
    register = setting.scheme.catalogue.registers[fold.rows.name]
    key = (fold, at)
    kept: dict[Any, Any] = lens.compiled.traces
    if key not in kept:
        kept[key] = _Tracer.of(fold, at, lens)
    tracer: _Tracer = kept[key]
    span = setting.span(fold.rows.window)
    years = [] if not register.kept_yearly or span.start == 1 else list(span.years)
    not_kept = tuple(
        y for y in years if not lens.facts.kept_by(register.id, y, fold.rows.link)[lens.subject]
    )
    rows = tuple(tracer.look(lens))
    empty: dict[str, int] = {}
    for one in rows:
        for name in one.empty:
            empty[name] = empty.get(name, 0) + 1
    needed = 0
    if fold.rows.needing is not None:
        needing = reader.number(fold.rows.needing, at)
        lens.look([needing.lo])
        needed = int(lens.get(needing.lo)) // needing.den
    short = needed if len(rows) < needed else 0
    ahead = sum(one.ahead and not (one.certain and one.passes[0]) for one in rows)
    return Traced(rows, not_kept, empty, ahead, short)


@dataclass(frozen=True, slots=True)
class _Tracer:
    """A function of one record: does it count, does it pass, is it ahead, which cells are empty."""

    rows: RowSet
    program: Program
    work: StageFunction
    wanted: tuple[E, ...]
    fields: tuple[str, ...]

    @classmethod
    def of(cls, fold: tree.Fold, at: At, lens: Lens) -> _Tracer:
        source = register_source(lens.compiled.whole.reader, fold.rows, at)
        rows = RowSet(fold.rows.name, fold.rows.link)
        match = source.match(source.real)
        fields = tuple(sorted(_fields(fold, source)))
        parts = [match.lo, match.hi, *_passes(fold, source, at, lens)]
        ahead = source.real.ahead if source.real is not None else x.FALSE
        parts += [ahead, *(x.null(name) for name in fields)]
        wanted = tuple(x.make("agg", "sum", rows, x.TRUE, x.as_num(part)) for part in parts)
        program = plan(wanted, [frozenset()])
        program.fields.setdefault(rows, [])
        source_text, names = Writer(program, 0).function()
        return cls(rows, program, execute(source_text, names), wanted, fields)

    def look(self, lens: Lens) -> list[Found]:
        facts = lens.facts
        table = facts.table(self.rows.register)
        register = facts.scheme.catalogue.registers[self.rows.register]
        columns = [lens.column(name) for name in self.program.columns]
        own = [facts.own(name)[lens.subject] for name in self.program.own]
        days = facts.column(table, register.date) if register.date else None
        found = []
        for place in facts.places(self.rows)[lens.subject]:
            said = self._ask(facts, place, columns, own)
            if not said[1]:
                continue
            day = days[place] if days is not None else None
            when = date.fromordinal(day) if isinstance(day, int) else None
            row = Row(register.id, table.origin[place], when)
            empty = tuple(n for n, e in zip(self.fields, said[5:], strict=True) if e)
            found.append(Found(row, said[0], (said[2], said[3]), empty, said[4]))
        return found

    def _ask(
        self,
        facts: Facts,
        place: int,
        columns: Sequence[Any],
        own: Sequence[Any],
    ) -> list[bool]:
        column, table = facts.column, facts.table(self.rows.register)
        lists = [
            [tuple(column(table, name)[place] for name in fields)] if rows == self.rows else []
            for rows, fields in self.program.fields.items()
        ]
        values = self.work(columns, own, lists, [])
        return [bool(values[self.program.slots[e]]) for e in self.wanted]


def _fields(fold: tree.Fold, source: Source) -> set[str]:
    """The fields whose empty cells keep a record from being known."""
    register = source.real.register if source.real is not None else None
    if register is None:
        return set()
    names = {
        node.name
        for part in (fold.rows.where, fold.of)
        if part is not None
        for node in _under(part)
        if isinstance(node, tree.Field) and node.register == register.id
    }
    return {name for name in names if not register.fields[name].none}


def _under(node: Node) -> list[Node]:
    return [node, *(below for child in children(node) for below in _under(child))]


def _passes(fold: tree.Fold, source: Source, at: At, lens: Lens) -> tuple[E, E]:
    """What the fold's own condition says of a record; a fold of values asks nothing."""
    said = YES
    if fold.of is not None and kind_of(fold.of) is Kind.YES:
        inside = replace(at, view=source.real)
        said = lens.compiled.whole.reader.condition(fold.of, inside)
    return _ends(said)


def _ends(condition: Cond) -> tuple[E, E]:
    return condition.lo, condition.hi
