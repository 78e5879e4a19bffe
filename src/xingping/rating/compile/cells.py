"""A record at hand: what its cells say, whether it is there, and the records there may yet be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from xingping.policy.catalogue import FieldSpec, Register
from xingping.policy.language.tree import Kind
from xingping.rating.compile import operators as x
from xingping.rating.compile.conditions import NO, Cond, sure
from xingping.rating.compile.expressions import FALSE, TRUE, E
from xingping.rating.compile.setting import Pieces, Setting, Span, year_span
from xingping.rating.compile.values import Linear, Num, Sym, Value

FAR = 10**7  # a day after every day there is


@dataclass(frozen=True, slots=True)
class RowSet:
    """The records of a register that belong to a subject, directly or by a link.

    ``pieces``: where each record also belongs to one piece of time.
    """

    register: str
    link: str = ""
    pieces: Pieces | None = None


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One record of ``register``; real (``fixed`` None) or one there may be.

    ``fixed``: of a record there may be, the fields that are certain (None: empty); all others are
    unknown within their limits. ``ahead``: it lies after the day of the rating.
    """

    register: Register
    setting: Setting
    fixed: Mapping[str, int | str | None] | None = None

    def null(self, field: str) -> E:
        """Whether the cell is empty."""
        if self.fixed is None:
            given = self.setting.complete and not self.register.fields[field].none
            return FALSE if given else x.null(field)
        return x.truth(self.fixed.get(field) is None)

    def filled(self, field: str) -> E:
        """The cell's number, 0 if empty."""
        if self.fixed is None:
            return x.filled(field)
        value = self.fixed.get(field)
        return x.num(value if isinstance(value, int) else 0)

    def says(self, field: str, word: str) -> E:
        """Whether the cell holds this word."""
        if self.fixed is None:
            return x.says(field, word)
        return x.truth(self.fixed.get(field) == word)

    def said_yes(self, field: str) -> E:
        """Whether the cell says yes."""
        return x.said_yes(field) if self.fixed is None else FALSE

    @property
    def real(self) -> bool:
        """Whether the record is in the files."""
        return self.fixed is None

    @property
    def ahead(self) -> E:
        """Whether a planned record lies after the day of the rating."""
        if not self.register.planned or not self.register.date or self.setting.complete:
            return FALSE
        if not self.real:
            return TRUE
        return x.gt(self.filled(self.register.date), self.setting.today)

    def rises(self, spec: FieldSpec) -> E:
        """Whether what is filled in may still rise: until the record is due (Reach)."""
        if not (self.setting.open and self.real and spec.later and self.register.due):
            return FALSE
        kind, _, field = self.register.due.partition(":")
        year = year_span(self.setting.year, self.setting.year)
        if kind == "year":
            return x.both(self._of_year(), self.setting.before(year.end))
        quarters = [
            x.both(
                x.no(self.null(field)),
                x.eq(self.filled(field), x.num(quarter)),
                self.setting.before(self.setting.periods_end(quarter)),
            )
            for quarter in range(1, 5)
        ]
        whole = x.both(self.null(field), self.setting.before(year.end))
        return x.both(self._of_year(), x.either(whole, *quarters))

    def _of_year(self) -> E:
        year = year_field(self.register)
        if year:
            return x.eq(self.filled(year), x.num(self.setting.year))
        if self.register.date:
            start = year_span(self.setting.year, self.setting.year).start
            return x.ge(self.filled(self.register.date), x.num(start))
        return TRUE

    def exists(self, span: Span) -> Cond:
        """Whether the record is there within ``span`` on the day of the rating."""
        register, on = self.register, self.setting.today
        year = year_field(register)
        if not self.real:
            return sure(TRUE)
        if register.date and not register.placed_by_year:
            day = self.filled(register.date)
            within = x.both(x.ge(day, x.num(span.start)), x.ge(x.num(span.end), day))
            return sure(within if register.planned else x.both(within, self._happened(day, span)))
        if not year:
            return sure(TRUE)
        years = span.years
        number = self.filled(year)
        there = (
            x.eq(number, x.num(years[0]))
            if len(years) == 1
            else x.both(x.ge(number, x.num(years[0])), x.ge(x.num(years[-1]), number))
        )
        if not register.date:
            return sure(there)
        empty = self.null(register.date)
        held = x.both(x.no(empty), x.ge(on, self.filled(register.date)))
        return Cond(x.both(there, held), x.both(there, x.either(empty, held)))

    def _happened(self, day: E, span: Span) -> E:
        past = not self.setting.open and span.end <= self.setting.on
        return TRUE if past else x.ge(self.setting.today, day)

    def day(self) -> E:
        """The day that orders records; an unknown one comes last."""
        if not self.register.date:
            year = year_field(self.register)
            return self.filled(year) if year else x.ZERO
        date = self.register.date
        return x.when(self.null(date), x.num(FAR), self.filled(date))

    def cell(self, name: str) -> Value:
        """What the field ``name`` says of this record."""
        spec = self.register.fields[name]
        match spec.type.kind:
            case Kind.NUMBER:
                return self._number(spec)
            case Kind.YES:
                return self._yes(spec)
            case Kind.DAY:
                return self._day(spec)
            case _:
                return self._word(spec)

    def _none(self, spec: FieldSpec, empty: E) -> Cond:
        """Whether an empty cell says *none*, or is still to be filled in."""
        if not spec.none:
            return NO
        if not self.real and self.fixed is not None and spec.id not in self.fixed:
            return Cond(FALSE, TRUE)
        if not spec.later or not empty.truth:
            return sure(empty)
        until_due = self.rises(spec) if self.register.due else TRUE
        pending = until_due if self.setting.open else self.ahead
        return Cond(x.both(empty, x.no(pending)), empty)

    def _number(self, spec: FieldSpec) -> Num:
        den = spec.step.denominator
        low, high = limits(spec, spec.step)
        if self.register.id == "points":  # a line may take points off
            low = -high if not spec.year else low
        empty, value = self.null(spec.id), self.filled(spec.id)
        floor, ceiling = x.num(low), x.num(high)
        for child in self.register.fields.values():
            if child.to == spec.id and self.real:
                floor = x.most(floor, self.filled(child.id))
        if spec.to:
            top = self.register.fields[spec.to]
            over = limits(top, top.step)[1]
            ceiling = x.when(self.null(spec.to), x.num(over), self.filled(spec.to))
            high = min(high, over)
        rises = self.rises(spec)
        lo = x.when(empty, floor, value)
        hi = x.when(x.either(empty, rises), ceiling, value)
        none = self._none(spec, empty)
        return Num(
            lo,
            hi,
            den,
            low=low,
            high=high,
            none=none,
            linear=Linear({spec.id: Fraction(1)}),
        )

    def _yes(self, spec: FieldSpec) -> Cond:
        said = self.said_yes(spec.id)
        empty = self.null(spec.id)
        rises = self.rises(spec)
        if spec.none and self.real:
            return Cond(said, x.either(said, rises))
        return Cond(said, x.either(said, empty, rises))

    def _day(self, spec: FieldSpec) -> Num:
        value, on = self.filled(spec.id), self.setting.today
        if spec.id == self.register.date:
            if not self.real:
                return Num(on, x.num(FAR), low=1, high=FAR)
            return Num(value, value, low=1, high=FAR)
        empty = x.either(self.null(spec.id), x.gt(value, on))
        none = self._none(spec, empty)
        after = x.add(on, x.ONE) if spec.later else x.num(1)
        lo = x.when(empty, after, value)
        hi = x.when(empty, x.num(FAR), value)
        return Num(lo, hi, low=1, high=FAR, none=none)

    def _word(self, spec: FieldSpec) -> Sym:
        empty = self.null(spec.id)
        none = self._none(spec, empty)
        rises = self.rises(spec)
        loose = x.either(x.both(empty, x.no(none.lo)), rises)

        def equals(word: str) -> Cond:
            said = self.says(spec.id, word)
            sure_said = x.both(said, x.no(rises))
            return Cond(sure_said, x.either(said, loose))

        if none != NO:
            none = Cond(x.both(none.lo, x.no(rises)), none.hi)
        domain = tuple(self.setting.scheme.catalogue.choices.get(spec.type.choices, ()))
        return Sym(equals, domain, none)


def limits(spec: FieldSpec, unit: Fraction) -> tuple[int, int]:
    """A field's least and most, in multiples of its step."""
    low = spec.low if spec.low is not None else Fraction(0)
    high = spec.high if spec.high is not None else Fraction(10**8)
    return int(low / unit), int(high / unit)


def year_field(register: Register) -> str:
    """The field that holds the year a record is placed in, or none."""
    if register.date and not register.placed_by_year:
        return ""
    return next((spec.id for spec in register.fields.values() if spec.year), "")
