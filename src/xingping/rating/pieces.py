"""The same scheme rated for parts of the period: each month, quarter or half by its own score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from xingping.rating.compile.setting import MONTHS, Span
from xingping.rating.compiled import Compiled, compile_setting
from xingping.rating.run import Run, finish
from xingping.rating.sharing import share_places
from xingping.rating.stars import stars_before

Work = Callable[[Compiled], Run]
"""Works a compiled scheme out for the records at hand, by either engine."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the period and its own rating; ``label``: '2026-03', '2026-Q1', '2026-H1', '2026'."""

    label: str
    run: Run


def pieces(one: Run, unit: str, work: Work) -> list[Piece]:
    """The pieces of the period that have begun by the day of the rating, each rated by itself.

    In each the piece is the period at hand: scores, ranks, vetoes and places are its own.
    """
    setting = one.compiled.setting
    found = []
    for span in setting.pieces(unit, setting.period).spans:
        run = work(_compiled(_Key(one.compiled), span))
        stars = stars_before(run)
        share_places(run, stars)
        finish(run, [*zip(stars.low, stars.high, strict=True)])
        found.append(Piece(_label(unit, span), run))
    return found


class _Key:
    """A compiled scheme as a key: itself, and no other."""

    __slots__ = ("compiled",)

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled

    def __hash__(self) -> int:
        return id(self.compiled)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.compiled is self.compiled


@lru_cache(maxsize=48)
def _compiled(key: _Key, span: Span) -> Compiled:
    year = date.fromordinal(span.end).year
    return compile_setting(replace(key.compiled.setting, year=year, period=span))


def _label(unit: str, span: Span) -> str:
    first = date.fromordinal(span.start)
    if unit == "month":
        return f"{first.year}-{first.month:02d}"
    number = (first.month - 1) // MONTHS[unit] + 1
    return {"quarter": f"{first.year}-Q{number}", "half": f"{first.year}-H{number}"}.get(
        unit, str(first.year)
    )
