"""Where a node stands while it is compiled: a record, a piece of time, a criterion, the group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import View
from xingping.rating.compile.conditions import NO, Cond
from xingping.rating.compile.setting import Pieces
from xingping.rating.compile.values import Maybe, Num, Ratio, Sym, Value


@dataclass(frozen=True, slots=True)
class At:
    """What is at hand.

    ``criterion``: the one at hand; ``view``: the record at hand; ``pieces``: the pieces of time being gone through;
    ``group``: all subjects at once (targets, reports), ``member``: one of them.
    """

    criterion: str = ""
    view: View | None = None
    pieces: Pieces | None = None
    group: bool = False

    @property
    def subject(self) -> At:
        """The same place without the record at hand."""
        return replace(self, view=None)

    @property
    def whole(self) -> At:
        """The same place for the whole period."""
        return replace(self, pieces=None, view=None)


def lifted(value: Value, at: At) -> Value:
    """A value of the subject, read at the record at hand.

    A record there may be is looked at from the subject itself, so nothing is carried.
    """
    return value if at.view is None or not at.view.real else carried(value)


def carried(value: Value) -> Value:
    """A value of the outer space read in the inner one."""
    match value:
        case Cond():
            return _cond(value)
        case Num():
            return _num(value)
        case Ratio():
            parts = tuple((k, _num(n), _num(d)) for k, n, d in value.parts)
            return replace(
                value,
                parts=parts,
                known=x.up(value.known),
                maybe=_cond(value.maybe),
                quorum=x.up(value.quorum),
            )
        case Sym():
            if value.word:
                return value
            return replace(
                value, equals=lambda word: _cond(value.equals(word)), none=_cond(value.none)
            )


def _cond(c: Cond) -> Cond:
    return Cond(x.up(c.lo), x.up(c.hi))


def _num(n: Num) -> Num:
    lo = x.up(n.lo)
    maybe = Maybe(_cond(n.maybe.here), _num(n.maybe.value)) if n.maybe else None
    keeps = n.linear is not None and not n.linear.terms
    return replace(
        n,
        lo=lo,
        hi=lo if n.lo is n.hi else x.up(n.hi),
        lo_open=x.up(n.lo_open),
        hi_open=x.up(n.hi_open),
        none=NO if n.none == NO else _cond(n.none),
        maybe=maybe,
        linear=n.linear if keeps else None,
    )
