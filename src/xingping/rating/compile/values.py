"""What a node compiles to: numbers with bounds, conditions certain or possible, words, ratios."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from xingping.rating.compile.operators import (
    FALSE,
    TRUE,
    E,
    add,
    both,
    either,
    ge,
    gt,
    least,
    most,
    mul,
    no,
    num,
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
        return Linear(
            {k: v for k, v in terms.items() if v}, self.constant + times * other.constant
        )

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
        same = both(ge(self.lo, self.hi), no(self.lo_open), no(self.hi_open))
        return same

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


def hull(c: Cond, a: Num, b: Num) -> Num:
    """``a`` where ``c`` holds, ``b`` where it does not, and all between where it is open."""
    a, b = common(a, b)
    low = None if a.low is None or b.low is None else min(a.low, b.low)
    high = None if a.high is None or b.high is None else max(a.high, b.high)
    if c.lo is c.hi and a.exact and b.exact:
        e = when(c.lo, a.lo, b.lo)
        return Num(e, e, a.den, low=low, high=high, none=choose_none(c, a, b))
    lo = when(c.lo, a.lo, when(no(c.hi), b.lo, least(a.lo, b.lo)))
    hi = when(c.lo, a.hi, when(no(c.hi), b.hi, most(a.hi, b.hi)))
    return Num(
        lo,
        hi,
        a.den,
        either(both(c.hi, a.lo_open), both(no(c.lo), b.lo_open)),
        either(both(c.hi, a.hi_open), both(no(c.lo), b.hi_open)),
        low,
        high,
        choose_none(c, a, b),
    )


def choose_none(c: Cond, a: Num, b: Num) -> Cond:
    """Whether the chosen one is *none*."""
    return NO if a.none == NO and b.none == NO else choose(c, a.none, b.none)


def plus(a: Num, b: Num, times: int = 1) -> Num:
    """a + times * b, ``times`` being 1 or -1."""
    a, b = common(a, b)
    if times < 0:
        b = negative(b)

    lo = add(a.lo, b.lo)
    hi = lo if a.lo is a.hi and b.lo is b.hi else add(a.hi, b.hi)
    linear = a.linear.plus(b.linear) if a.linear and b.linear else None
    return Num(
        lo,
        hi,
        a.den,
        either(a.lo_open, b.lo_open),
        either(a.hi_open, b.hi_open),
        None if a.low is None or b.low is None else a.low + b.low,
        None if a.high is None or b.high is None else a.high + b.high,
        linear=linear,
    )


def negative(a: Num) -> Num:
    """-a."""
    return Num(
        mul(num(-1), a.hi),
        mul(num(-1), a.lo),
        a.den,
        a.hi_open,
        a.lo_open,
        None if a.high is None else -a.high,
        None if a.low is None else -a.low,
        linear=a.linear.scaled(Fraction(-1)) if a.linear else None,
    )


def times_constant(a: Num, k: Fraction) -> Num:
    """k * a."""
    if k == 0:
        return constant(k)
    if k < 0:
        return times_constant(negative(a), -k)
    n, d = k.numerator, k.denominator * a.den
    lo = mul(num(n), a.lo)
    return Num(
        lo,
        lo if a.lo is a.hi else mul(num(n), a.hi),
        d,
        a.lo_open,
        a.hi_open,
        None if a.low is None else a.low * n,
        None if a.high is None else a.high * n,
        linear=a.linear.scaled(k) if a.linear else None,
    )


def lower(a: Num, b: Num) -> Num:
    """The smaller; `lower(10, ?)` is at most 10."""
    a, b = common(a, b)
    lo = least(a.lo, b.lo)
    hi = when(a.hi_open, b.hi, when(b.hi_open, a.hi, least(a.hi, b.hi)))
    if a.exact and b.exact:
        hi = lo
    highs = [x for x in (a.high, b.high) if x is not None]
    return Num(
        lo,
        hi,
        a.den,
        either(a.lo_open, b.lo_open),
        both(a.hi_open, b.hi_open),
        None if a.low is None or b.low is None else min(a.low, b.low),
        min(highs) if highs else None,
    )


def higher(a: Num, b: Num) -> Num:
    """The larger."""
    return negative(lower(negative(a), negative(b)))


def clamp(a: Num, low: Fraction | None, high: Fraction | None) -> Num:
    """``a`` within [low, high]."""
    if high is not None and not _within(a, None, high):
        a = lower(a, constant(high))
    if low is not None and not _within(a, low, None):
        a = higher(a, constant(low))
    return a


def _within(a: Num, low: Fraction | None, high: Fraction | None) -> bool:
    over = high is not None and (a.high is None or Fraction(a.high, a.den) > high)
    under = low is not None and (a.low is None or Fraction(a.low, a.den) < low)
    return not over and not under


def at_least(a: Num, b: Num, *, strict: bool = False) -> Cond:
    """a >= b, or a > b; *none* meets no comparison."""
    a, b = common(a, b)
    test = gt if strict else ge
    if a.exact and b.exact:
        found = sure(test(a.lo, b.lo))
    else:
        lo = both(test(a.lo, b.hi), no(a.lo_open), no(b.hi_open))
        hi = either(test(a.hi, b.lo), a.hi_open, b.lo_open)
        found = Cond(lo, hi)
    return _not_none(found, a, b)


def equal(a: Num, b: Num) -> Cond:
    """a = b."""
    both_ways = every(
        at_least(replace(a, none=NO), replace(b, none=NO)),
        at_least(replace(b, none=NO), replace(a, none=NO)),
    )
    return _not_none(both_ways, a, b)


def _not_none(c: Cond, a: Num, b: Num) -> Cond:
    if a.none == NO and b.none == NO:
        return c
    return every(c, inverse(a.none), inverse(b.none))
