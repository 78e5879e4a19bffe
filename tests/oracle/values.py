"""Values with what is not known: numbers as bounds, conditions as a pair, words as a set."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction

NO, MAYBE, SURE = 0, 1, 2
"""How surely something is so: of `absent` (no record) and `none` (empty by rule)."""


@dataclass(frozen=True, slots=True)
class Num:
    """A number (a day is its ordinal, a level its value) between two bounds; None is open.

    ``given``: where there may be no record, the bounds if there is one.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    absent: int = NO
    none: int = NO
    given: Num | None = None

    @property
    def exact(self):
        return self.low is not None and self.low == self.high and not self.absent and not self.none


@dataclass(frozen=True, slots=True)
class Cond:
    """Whether something certainly holds, and whether it may."""

    certain: bool
    possible: bool
    absent: int = NO
    none: int = NO


@dataclass(frozen=True, slots=True)
class Words:
    """One of these words; None is any word at all."""

    may: frozenset[str] | None = None
    absent: int = NO
    none: int = NO


TRUE, FALSE, OPEN = Cond(True, True), Cond(False, False), Cond(False, True)


def exactly(value):
    return Num(Fraction(value), Fraction(value))


def either(first, second):
    """What is known if it is one of the two and nobody knows which."""
    absent = first.absent if first.absent == second.absent else MAYBE
    none = first.none if first.none == second.none else MAYBE
    if isinstance(first, Cond):
        pair = (first.certain and second.certain, first.possible or second.possible)
        return Cond(*pair, absent, none)
    if isinstance(first, Words):
        known = first.may is not None and second.may is not None
        return Words(first.may | second.may if known else None, absent, none)
    low, high = span([first, second])
    return Num(low, high, absent, none)


def span(values):
    """The bounds of all these numbers together."""
    lows, highs = [v.low for v in values], [v.high for v in values]
    return (
        None if None in lows else min(lows),
        None if None in highs else max(highs),
    )


def bounded(low, high):
    """Bounds from numbers that may be infinite."""
    return Num(
        None if low == -math.inf else Fraction(low), None if high == math.inf else Fraction(high)
    )


def ends(value):
    return (
        -math.inf if value.low is None else value.low,
        math.inf if value.high is None else value.high,
    )


def marked(value, *parts):
    """``value`` made of parts: missing as soon as one of them is."""
    return replace(
        value,
        absent=max((p.absent for p in parts), default=NO),
        none=max((p.none for p in parts), default=NO),
    )


def perhaps(value, limits, absent):
    """A number of a record that may not be there: within its limits, as far as anyone knows."""
    if absent == NO:
        return value
    low, high = span([limits] if absent == SURE else [value, limits])
    return Num(low, high, absent, value.none, given=value)


def times(left, right):
    return 0 if left == 0 or right == 0 else left * right


def plus(a, b):
    (al, ah), (bl, bh) = ends(a), ends(b)
    return marked(bounded(al + bl, ah + bh), a, b)


def negative(a):
    low, high = ends(a)
    return marked(bounded(-high, -low), a)


def product(a, b):
    corners = [times(x, y) for x in ends(a) for y in ends(b)]
    return marked(bounded(min(corners), max(corners)), a, b)


def ratio(a, b):
    """Not known at all unless both parts are known and the divisor is over 0."""
    if not (known(a, b) and b.low > 0):
        return marked(Num(), a, b)
    return exactly(a.low / b.low)


def divided(a, by):
    """A number over a constant is a number."""
    return product(a, exactly(1 / by))


def clamp(value, low, high):
    """``value`` kept between two numbers (None: no end on that side)."""
    bottom, top = ends(value)
    if low is not None:
        bottom, top = max(bottom, low), max(top, low)
    if high is not None:
        bottom, top = min(bottom, high), min(top, high)
    return marked(bounded(bottom, top), value)


def monotone(function, value):
    """``function`` never falls, so it may be read at the ends."""
    low, high = value.low, value.high
    return marked(
        Num(None if low is None else function(low), None if high is None else function(high)), value
    )


def half_up(value, step):
    return Fraction(math.floor(value / step + Fraction(1, 2))) * step


def known(*values):
    return all(v.exact for v in values)
