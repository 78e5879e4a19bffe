"""What a node compiles to: numbers with bounds, conditions certain or possible, words, ratios."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from xingping.rating.compile.conditions import NO, YES, Cond
from xingping.rating.compile.expressions import FALSE, TRUE, E, num
from xingping.rating.compile.operators import (
    both,
    ge,
    mul,
    no,
)


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum of ``terms`` (cells of a record, or sums over records) times constants, and a constant."""

    terms: Mapping[object, Fraction]
    constant: Fraction = Fraction(0)

    def plus(self, other: Linear, times: Fraction = Fraction(1)) -> Linear:
        """self + times * other."""
        terms = dict(self.terms)
        for key, value in other.terms.items():
            terms[key] = terms.get(key, Fraction(0)) + times * value
        return Linear({k: v for k, v in terms.items() if v}, self.constant + times * other.constant)

    def scaled(self, times: Fraction) -> Linear:
        """times * self."""
        return Linear({}).plus(self, times)


@dataclass(frozen=True, slots=True)
class Maybe:
    """A fold over records there may not be: ``here`` whether there are any, and its value then."""

    here: Cond
    value: Num


@dataclass(frozen=True, slots=True)
class Num:
    """A number as bounds: ``lo`` / ``den`` and ``hi`` / ``den``, either open where its flag holds.

    ``low``, ``high``: static limits in units of 1 / den (None: no limit), from which the
    compiler proves what fits. ``none``: it is certainly or possibly *none* and then meets no
    comparison. ``maybe``: what `otherwise` needs. ``linear``: how it is a sum of cells or folds.
    ``domain``: the few whole values it can have (levels), rising.
    """

    lo: E
    hi: E
    den: int = 1
    lo_open: E = FALSE
    hi_open: E = FALSE
    low: int | None = None
    high: int | None = None
    none: Cond = NO
    maybe: Maybe | None = None
    linear: Linear | None = None
    domain: tuple[int, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether both bounds are one expression, and closed."""
        return self.lo is self.hi and self.lo_open is FALSE and self.hi_open is FALSE

    @property
    def known(self) -> E:
        """Whether the value is known."""
        if self.exact:
            return TRUE
        return both(ge(self.lo, self.hi), no(self.lo_open), no(self.hi_open))

    def to(self, den: int) -> Num:
        """The same number over ``den``, a multiple of its own."""
        if den == self.den:
            return self
        k = den // self.den
        lo = mul(num(k), self.lo)
        hi = lo if self.lo is self.hi else mul(num(k), self.hi)
        return replace(
            self,
            lo=lo,
            hi=hi,
            den=den,
            low=None if self.low is None else self.low * k,
            high=None if self.high is None else self.high * k,
        )

    def plain(self) -> Num:
        """The same number without what only `otherwise` and comparison need."""
        return replace(self, maybe=None)


def constant(value: Fraction) -> Num:
    """A number that is written in the rule."""
    n = value.numerator
    e = num(n)
    return Num(e, e, value.denominator, low=n, high=n, linear=Linear({}, value))


def unknown(low: int | None, high: int | None, den: int = 1) -> Num:
    """A number known only by its limits (in units of 1 / den)."""
    return Num(
        num(0 if low is None else low),
        num(0 if high is None else high),
        den,
        TRUE if low is None else FALSE,
        TRUE if high is None else FALSE,
        low,
        high,
    )


def common(*numbers: Num) -> tuple[Num, ...]:
    """The same numbers over one denominator."""
    den = lcm(*(n.den for n in numbers))
    return tuple(n.to(den) for n in numbers)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A sum of parts ``n / d`` times constants, and a constant; unknown unless every part is.

    ``known``: whether every part is known and its divisor is over 0. ``low``, ``high``: limits.
    ``maybe``: whether there is a record. ``quorum``: whether enough records are there.
    """

    parts: tuple[tuple[Fraction, Num, Num], ...]
    constant: Fraction
    known: E
    low: Fraction | None = None
    high: Fraction | None = None
    maybe: Cond = YES
    quorum: E = TRUE


@dataclass(frozen=True, slots=True)
class Sym:
    """A word: a choice, a text. ``equals`` asks for one; ``none``: whether it is *none*.

    ``word``: the word itself where it is a constant; ``domain``: the words it can be.
    """

    equals: Callable[[str], Cond]
    domain: tuple[str, ...]
    none: Cond = NO
    word: str = ""


Value = Num | Cond | Ratio | Sym
