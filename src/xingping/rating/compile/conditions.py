"""Conditions: certain or possible, and how they join."""

from __future__ import annotations

from dataclasses import dataclass

from xingping.rating.compile.expressions import FALSE, TRUE, E
from xingping.rating.compile.operators import (
    both,
    either,
    no,
    when,
)


@dataclass(frozen=True, slots=True)
class Cond:
    """A condition: ``lo`` it certainly holds, ``hi`` it possibly holds. lo implies hi."""

    lo: E
    hi: E


YES, NO, OPEN = Cond(TRUE, TRUE), Cond(FALSE, FALSE), Cond(FALSE, TRUE)


def sure(e: E) -> Cond:
    """A condition that is known."""
    return Cond(e, e)


def every(*parts: Cond) -> Cond:
    """All hold."""
    return Cond(both(*(p.lo for p in parts)), both(*(p.hi for p in parts)))


def some(*parts: Cond) -> Cond:
    """At least one holds."""
    return Cond(either(*(p.lo for p in parts)), either(*(p.hi for p in parts)))


def inverse(c: Cond) -> Cond:
    """It does not hold."""
    return Cond(no(c.hi), no(c.lo))


def choose(c: Cond, a: Cond, b: Cond) -> Cond:
    """``a`` where ``c`` holds, else ``b``; where ``c`` is open, what both allow."""
    if c.lo is c.hi:
        return Cond(when(c.lo, a.lo, b.lo), when(c.lo, a.hi, b.hi))
    return Cond(
        both(either(a.lo, no(c.hi)), either(b.lo, c.lo)),
        either(both(c.hi, a.hi), both(no(c.lo), b.hi)),
    )
