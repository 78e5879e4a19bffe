"""An expression read over one kind of record: a truth that is settled, or a sum of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xingping.doctor.world.cell import Atom, Cell, Form, OpaqueError, Part, Undecided

if TYPE_CHECKING:
    from collections.abc import Callable

    from xingping.rating.compile.expressions import E


@dataclass(slots=True)
class Rowwise:
    """Reads expressions; ``decide``: whether an atom holds in a kind, None for either.

    ``empties``: whether a field may be empty; ``above``: a constant that an expression of the
    space above is, if it is one.
    """

    decide: Callable[[Cell, Atom], bool | None]
    may_be_empty: Callable[[str], bool]
    above: Callable[[E], int | bool | None]

    def holds(self, e: E, cell: Cell) -> bool:
        """Whether a truth holds of every record of the kind. Raises Undecided."""
        found = cell.memo.get(e)
        if not isinstance(found, bool):
            found = cell.memo[e] = self._holds(e, cell)
        return found

    def _holds(self, e: E, cell: Cell) -> bool:  # noqa: C901, PLR0911 -- one case per operator
        args = e.args
        match e.op:
            case "bool":
                return bool(args[0])
            case "and" | "or":
                return self._joined(e, cell)
            case "not":
                return not self.holds(args[0], cell)
            case "if":
                return self.holds(args[1] if self.holds(args[0], cell) else args[2], cell)
            case "ge":
                return self._at_least(args[0], args[1], cell, 0)
            case "gt":
                return self._at_least(args[0], args[1], cell, 1)
            case "eq":
                return self._at_least(args[0], args[1], cell, 0) and not self._at_least(
                    args[0], args[1], cell, 1
                )
            case "null" | "truth" | "is":
                return self._cell(e, cell)
            case "up":
                known = self.above(args[0])
                return (
                    self._atom(Atom("above", above=args[0]), cell) if known is None else bool(known)
                )
            case _:
                raise OpaqueError(e)

    def _joined(self, e: E, cell: Cell) -> bool:
        decides = e.op == "or"
        open_one: Undecided | None = None
        for part in e.args:
            try:
                if self.holds(part, cell) is decides:
                    return decides
            except Undecided as undecided:
                open_one = open_one or undecided
        if open_one is not None:
            raise open_one
        return not decides

    def _at_least(self, a: E, b: E, cell: Cell, more: int) -> bool:
        form = self.form(a, cell).plus(self.form(b, cell), -1).plus(Form(constant=-more))
        if not form.terms:
            return form.constant >= 0
        return self._atom(Atom("at least", form=form), cell)

    def _cell(self, e: E, cell: Cell) -> bool:
        field = e.args[0]
        if e.op == "null":
            return self._empty(field, cell)
        if self._empty(field, cell):
            return False
        if e.op == "truth":
            return self._atom(Atom("yes", field), cell)
        return self._atom(Atom("says", field, str(e.args[1])), cell)

    def _empty(self, field: str, cell: Cell) -> bool:
        return self.may_be_empty(field) and self._atom(Atom("empty", field), cell)

    def _atom(self, atom: Atom, cell: Cell) -> bool:
        found = self.decide(cell, atom)
        if found is None:
            raise Undecided(atom)
        return found

    def form(self, e: E, cell: Cell) -> Form:
        """A number as a sum of fields. Raises Undecided, OpaqueError."""
        found = cell.memo.get(e)
        if not isinstance(found, Form):
            found = cell.memo[e] = self._form(e, cell)
        return found

    def _form(self, e: E, cell: Cell) -> Form:  # noqa: C901 -- one case per operator
        args = e.args
        match e.op:
            case "int":
                return Form(constant=int(args[0]))
            case "filled":
                empty = self._empty(args[0], cell)
                return Form() if empty else self._settled(args[0], cell)
            case "add":
                return self.form(args[0], cell).plus(self.form(args[1], cell))
            case "mul":
                return self._product(self.form(args[0], cell), self.form(args[1], cell), e)
            case "div":
                return self._divided(self.form(args[0], cell), self.form(args[1], cell), e, cell)
            case "if":
                return self.form(args[1] if self.holds(args[0], cell) else args[2], cell)
            case "min" | "max":
                first = self._at_least(args[0], args[1], cell, 0) == (e.op == "max")
                return self.form(args[0] if first else args[1], cell)
            case "up":
                known = self.above(args[0])
                return Form.of({args[0]: 1}) if known is None else Form(constant=int(known))
            case _:
                raise OpaqueError(e)

    def _settled(self, field: str, cell: Cell) -> Form:
        """A field, or the one value it can have."""
        low, high = cell.ends[field]
        return Form(constant=low) if low == high else Form.of({field: 1})

    def _product(self, a: Form, b: Form, e: E) -> Form:
        if not a.terms:
            return b.scaled(a.constant)
        if not b.terms:
            return a.scaled(b.constant)
        raise OpaqueError(e)

    def _divided(self, a: Form, b: Form, e: E, cell: Cell) -> Form:
        if b.terms or b.constant <= 0:
            raise OpaqueError(e)
        low, high = cell.span(a)
        if low is not None and high is not None and low // b.constant == high // b.constant:
            return Form(constant=low // b.constant)
        return Form.of({Part(a, b.constant): 1})
