"""Aggregates over records as counts and sums of kinds, or as values of one record that matches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import z3

from xingping.doctor.world.cell import Cell, Form, OpaqueError
from xingping.doctor.world.facts import facts
from xingping.doctor.world.free import ASKED, PICKED
from xingping.doctor.world.kinds import Kinds
from xingping.doctor.world.prototype import Prototype, Row
from xingping.doctor.world.rowwise import Rowwise
from xingping.doctor.world.terms import Space, constant, of_row, over_pieces, total
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.expressions import BIG, TRUE, E
from xingping.rating.compile.matching import Population
from xingping.rating.compile.setting import Pieces

PIECES = 12  # as many pieces of time are told apart
Spot = tuple[str, str]
"""A register, and whose records they are: "" the subject's own, else the link."""


@dataclass(slots=True)
class Picked:
    """The record that ``first`` or ``last`` takes, one of those that match ``where``."""

    rows: RowSet
    where: E
    which: str
    asked: bool
    row: Row
    space: Space


@dataclass(slots=True)
class Gathering:
    """All aggregates of one subject; ``opaque``: those that are free values, with why."""

    scheme: Scheme
    name: str
    kinds: dict[Spot, Kinds] = field(default_factory=dict)
    picked: dict[tuple[RowSet, E, str, bool], Picked] = field(default_factory=dict)
    facts: list[z3.BoolRef] = field(default_factory=list)
    opaque: list[str] = field(default_factory=list)
    there: dict[tuple[str, Cell], z3.BoolRef] = field(default_factory=dict)

    def __call__(self, e: E, space: Space) -> z3.ExprRef:
        """The aggregate ``e`` read in ``space``."""
        kind, rows = e.args[0], e.args[1]
        if isinstance(rows, Population):
            return self.free("subjects", e)
        if isinstance(rows, Pieces):
            return self._over_pieces(e, rows, space)
        if kind in {PICKED, ASKED}:
            return self._pick(e, space)
        try:
            return self._over_records(e, space)
        except OpaqueError:
            return self.free(rows.register, e)

    def free(self, what: str, e: E) -> z3.ExprRef:
        """A value of which nothing is known."""
        self.opaque.append(f"{e.args[0]} over {what}")
        return z3.Int(f"{self.name}opaque {len(self.opaque)}")

    def of(self, rows: RowSet) -> Kinds:
        """The kinds of a set of records."""
        spot = (rows.register, rows.link)
        if spot not in self.kinds:
            register = self.scheme.catalogue.registers[rows.register]
            label = f"{self.name}{rows.register}{' of ' + rows.link if rows.link else ''}"
            self.kinds[spot] = Kinds(label, Prototype(self.scheme, register), self._nowhere)
        return self.kinds[spot]

    def _nowhere(self, e: E) -> z3.ExprRef:
        raise OpaqueError(e)

    def _over_pieces(self, e: E, pieces: Pieces, space: Space) -> z3.ExprRef:
        if len(pieces.spans) > PIECES:
            return self.free(pieces.unit, e)
        kind, _, where, value = e.args
        parts = []
        for span in pieces.spans:
            inner = Space(space.leaf, self, space, (span.start, span.end))
            parts.append((inner.term(where), inner.term(value)))
        return over_pieces(kind, parts)

    def _over_records(self, e: E, space: Space) -> z3.ExprRef:
        kind, rows, where, value = e.args
        kinds = self.of(rows)
        kinds.above = space.term
        where = x.both(self._in_piece(kinds, rows, space), where)
        reading = Rowwise(kinds.decide, kinds.prototype.may_be_empty, _known(space))

        def read(cell: Cell) -> Form | None:
            return reading.form(value, cell) if reading.holds(where, cell) else None

        found = [(cell, form) for cell, form in kinds.over(read) if form is not None]
        if kind == "sum":
            return total([self._sum(kinds, cell, form) for cell, form in found])
        return self._extreme(kind, kinds, found)

    def _in_piece(self, kinds: Kinds, rows: RowSet, space: Space) -> E:
        """Whether a record lies in the piece of time at hand."""
        if rows.pieces is None or space.piece is None:
            return TRUE
        day = x.filled(kinds.prototype.register.date)
        first, last = space.piece
        return x.both(x.ge(day, x.num(first)), x.ge(x.num(last), day))

    def _sum(self, kinds: Kinds, cell: Cell, form: Form) -> z3.ExprRef:
        terms = [form.constant * cell.count] if form.constant else []
        for key, times in form.terms:
            if isinstance(key, E):
                terms.append(times * (cell.count * kinds.above(key)))
            else:
                terms.append(times * kinds.sum_of(cell, key))
        return total(terms)

    def _extreme(self, kind: str, kinds: Kinds, found: list[tuple[Cell, Form]]) -> z3.ExprRef:
        """The highest or lowest value: a free one that some record has and none exceeds."""
        sign = 1 if kind == "max" else -1
        best = z3.Int(f"{self.name}{kind} {len(self.facts)}")
        none = z3.And(*(cell.count == 0 for cell, _ in found))
        reached = []
        for cell, form in found:
            low, high = self._ends(kinds, cell, form.scaled(sign))
            there = cell.count > 0
            here = [there]
            if low is not None:
                self.facts.append(z3.Implies(there, sign * best >= low))
                here.append(sign * best >= low)
            if high is not None:
                here.append(sign * best <= high)
            reached.append(z3.And(*here))
        self.facts.append(z3.If(none, best == -sign * BIG, z3.Or(*reached)))
        return best

    def _ends(
        self, kinds: Kinds, cell: Cell, form: Form
    ) -> tuple[z3.ExprRef | None, z3.ExprRef | None]:
        low = high = z3.IntVal(form.constant)
        for key, times in form.terms:
            ends = cell.of(key)
            if ends is not None:
                one, other = times * ends[0], times * ends[1]
                low, high = low + min(one, other), high + max(one, other)
            elif isinstance(key, E):
                low, high = low + times * kinds.above(key), high + times * kinds.above(key)
            else:
                return None, None
        return low, high

    def _pick(self, e: E, space: Space) -> z3.ExprRef:
        kind, rows, where, value, which = e.args
        key = (rows, where, which, kind == ASKED)
        if key not in self.picked:
            self.picked[key] = self._new(rows, where, which, space, asked=kind == ASKED)
        return self.picked[key].space.term(value)

    def _new(self, rows: RowSet, where: E, which: str, space: Space, *, asked: bool) -> Picked:
        register = self.scheme.catalogue.registers[rows.register]
        row = Row(Prototype(self.scheme, register), f"{self.name}{which} {len(self.picked)}")
        one = Picked(rows, where, which, asked, row, Space(of_row(row), self, space))
        self.facts += row.limits()
        matches = one.space.term(where)
        if asked:
            self.facts.append(matches)
        else:
            there = self(x.make("agg", "sum", rows, TRUE, x.as_num(where)), space)
            self.facts.append(z3.Implies(there > 0, matches))
        return one

    def constraints(self) -> list[z3.BoolRef]:
        """What holds of all counts, sums and picked records."""
        found = list(self.facts)
        for kinds in self.kinds.values():
            found += facts(kinds)
        for one in self.picked.values():
            if not one.asked:
                found.append(self._is_one_of(one))
        return found

    def _is_one_of(self, one: Picked) -> z3.BoolRef:
        """A record picked is of some kind that has records, unless there is none that matches."""
        kinds = self.of(one.rows)
        found = [self._is_of(kinds, cell, one.row) for cell in kinds.leaves]
        matches = one.space.term(one.where)
        return z3.Implies(matches, z3.Or(*found, self._none(one)))

    def _is_of(self, kinds: Kinds, cell: Cell, row: Row) -> z3.BoolRef:
        """A record is of a kind that has records; what is settled of a kind stays, so said once."""
        if (row.name, cell) not in self.there:
            told = kinds.told(cell, row)
            self.there[row.name, cell] = z3.And(cell.count > 0, *told)
        return self.there[row.name, cell]

    def _none(self, one: Picked) -> z3.BoolRef:
        there = (one.space.outer or one.space).term(
            x.make("agg", "sum", one.rows, TRUE, x.as_num(one.where))
        )
        return there == 0


def _known(space: Space) -> Callable[[E], int | bool | None]:
    """What is constant of the space above a record."""

    def known(e: E) -> int | bool | None:
        term = space.term(e)
        if z3.is_int_value(term):
            return int(term.as_long())
        if constant(term):
            return bool(z3.is_true(term))
        if space.piece is not None:
            raise OpaqueError(e)  # kinds are parted by what holds of all pieces alike
        return None

    return known
