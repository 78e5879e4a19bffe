"""What a name means at one place of a scheme."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xingping.policy.language.names import Names
from xingping.policy.language.tree import Asked


@dataclass(frozen=True)
class Scope:
    """A place where a rule stands.

    How to build one::

        scope = Scope(Names(catalogue, "units", levels=..., parameters=..., results=...))
        scope                                   # results, bands, ranks, stars, vetoes, quotas ...
        scope.in_criterion()                    # a criterion's standards and points; helpers
        scope.in_criterion(Asked("assessed", "B-2.1", NUMBER, low=..., high=...))   # a line of it

    ``criterion``: the own names (number, worth, met, passed, points, helpers) are known.
    ``asked``: what `assessed` means in this line. ``rows``: the registers (or "criteria",
    "subjects") whose rows are at hand, innermost first; the reader fills it.
    """

    names: Names
    criterion: bool = False
    asked: Asked | None = None
    rows: tuple[str, ...] = ()

    def in_criterion(self, asked: Asked | None = None) -> Scope:
        """The same names, seen from within a criterion, or from a line a reviewer gives."""
        return replace(self, criterion=True, asked=asked)
