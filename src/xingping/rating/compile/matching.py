"""Which records a fold runs over: those that match, and those there may yet be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.catalogue import ROWS_LIMIT
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet, View
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.expressions import TRUE, E
from xingping.rating.compile.setting import Pieces
from xingping.rating.compile.values import Linear, Num


@dataclass(frozen=True, slots=True)
class Spare:
    """Records there may be beside those in the files.

    ``view``: what is known of such a record; ``may``: when there may be one; ``many``: any
    number of them, else one at most.
    """

    view: View
    may: E
    many: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What a fold runs over: the records (or pieces) that match, and those there may yet be.

    ``matches``: whether a record counts, read off its view; ``day``: the order for first and last;
    ``kept``: the register was kept in every year looked at; ``real``: the view of a real one.
    """

    rows: RowSet | Pieces | Population
    real: View | None
    matches: Callable[[View | None], Cond]
    day: Callable[[View | None], E]
    spares: tuple[Spare, ...] = ()
    kept: E = TRUE
    quorum: E = TRUE
    most_rows: int = ROWS_LIMIT
    seen: dict[View | None, Cond] = field(default_factory=dict)

    def match(self, view: View | None) -> Cond:
        """Whether this record counts (worked out once)."""
        if view not in self.seen:
            self.seen[view] = self.matches(view)
        return self.seen[view]

    def agg(self, kind: str, where: E, value: E) -> E:
        """The aggregate of real records."""
        return x.agg(kind, self.rows, where, value)


@dataclass(frozen=True, slots=True)
class Population:
    """All subjects, or those that share a field with the group at hand (``within``)."""

    within: str = "all"


Reading = Callable[[View | None], Num]


Test = Callable[[View | None], Cond]


@dataclass(frozen=True, slots=True, eq=False)
class Summed:
    """A sum over records, kept apart so that a comparison may look at it record by record."""

    source: Source
    value: Reading


def one(_: View | None) -> Num:
    """Each record counts once."""
    e = x.ONE
    return Num(e, e, low=1, high=1, linear=Linear({}, Fraction(1)))
