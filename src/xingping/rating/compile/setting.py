"""What a rating is for, as constants: the year, the day, the period at hand, the parameters."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from xingping.policy.language.tree import Window
from xingping.policy.scheme.outcome import FIRST_YEAR
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile import operators as x
from xingping.rating.compile.expressions import E

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included, as ordinals; ``years`` it touches."""

    start: int
    end: int

    @property
    def years(self) -> range:
        """The calendar years of the span."""
        return range(date.fromordinal(self.start).year, date.fromordinal(self.end).year + 1)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The parts of time that ``each UNIT`` runs over, one after another."""

    unit: str
    spans: tuple[Span, ...]


def year_span(first: int, last: int) -> Span:
    """Whole calendar years."""
    return Span(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


def months_span(end: int, months: int) -> Span:
    """The calendar months that end with the month of the day ``end``."""
    day = date.fromordinal(end)
    index = day.year * 12 + day.month - 1
    first, last = index - months + 1, index
    return Span(
        date(first // 12, first % 12 + 1, 1).toordinal(),
        date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1]).toordinal(),
    )


def months_before(day: int, months: int) -> int:
    """The day ``months`` before, or the last day of that month where there is no such day."""
    there = date.fromordinal(day)
    index = there.year * 12 + there.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(there.day, monthrange(year, month)[1])).toordinal()


@dataclass(frozen=True, slots=True)
class Setting:
    """``on``: the rating's day (an ordinal). ``open``: read as Reach of what can still change.

    ``parameters``: every parameter that is set, numbers as fractions. ``complete``: every cell is
    filled in that has to be and nothing lies ahead (the doctor asks about such records).
    """

    scheme: Scheme
    year: int
    on: int
    parameters: Mapping[str, Fraction | str]
    open: bool = False
    period: Span = Span(1, 1)
    complete: bool = False

    @classmethod
    def of(
        cls,
        scheme: Scheme,
        year: int,
        on: int,
        parameters: Mapping[str, Fraction | str],
        *,
        reach: bool = False,
    ) -> Setting:
        """The setting of ``scheme`` for a year and a day, with its period at hand."""
        setting = cls(scheme, year, on, parameters, reach)
        return replace(setting, period=setting.periods(0))

    @property
    def today(self) -> E:
        """The day of the rating; what can still change is asked for any day of the same year."""
        return x.col("today") if self.open else x.num(self.on)

    def before(self, day: int) -> E:
        """Whether the day of the rating comes before ``day``."""
        return x.gt(x.num(day), self.today)

    @property
    def campaign_year(self) -> int | None:
        """Which year of the campaign this is, if its first year is known."""
        first = self.parameters.get(FIRST_YEAR)
        return self.year - int(first) + 1 if isinstance(first, Fraction) else None

    def periods(self, back: int) -> Span:
        """The period ``back`` periods before the one at hand."""
        cycle = self.scheme.cycle
        if cycle.unit == "year":
            last = self.year - back * cycle.count
            return year_span(last - cycle.count + 1, last)
        size = MONTHS[cycle.unit] * cycle.count
        year = year_span(self.year, self.year)
        month = date.fromordinal(min(max(self.on, year.start), year.end)).month
        last_month = min((month - 1) // size * size + size, 12)
        end = date(self.year, last_month, monthrange(self.year, last_month)[1]).toordinal()
        return months_span(months_before(end, size * back), size)

    def span(self, window: Window | None) -> Span:
        """The days a window covers."""
        if window is None:
            return self.period
        match window.kind:
            case "ever":
                return Span(1, max(self.on, self.period.end))
            case "this":
                return self._calendar(window.unit, 0)
            case "previous":
                return self._calendar(window.unit, 1)
            case "span":
                return self._back(window)

    def _back(self, window: Window) -> Span:
        if window.unit == "year":
            return year_span(self.year - window.count + 1, self.year)
        if window.unit == "period":
            return Span(self.periods(window.count - 1).start, self.period.end)
        if window.unit in DAYS:
            return Span(self.on - DAYS[window.unit] * window.count + 1, self.on)
        return Span(months_before(self.on, MONTHS[window.unit] * window.count) + 1, self.on)

    def _calendar(self, unit: str, back: int) -> Span:
        if unit == "period":
            return self.periods(back)
        if unit == "year":
            return year_span(self.year - back, self.year - back)
        end = min(max(self.on, self.period.start), self.period.end)
        if unit in MONTHS:
            size = MONTHS[unit]
            month = date.fromordinal(end).month
            last = date(self.year, (month - 1) // size * size + size, 1).toordinal()
            return months_span(months_before(last, size * back), size)
        monday = end - date.fromordinal(end).weekday() if unit == "week" else end
        start = monday - DAYS[unit] * back
        return Span(start, start + DAYS[unit] - 1)

    def pieces(self, unit: str, within: Span) -> Pieces:
        """The pieces of ``within`` that have begun by the day of the rating.

        Weeks are calendar weeks that lie in it whole.
        """
        spans = []
        start = within.start
        if unit == "week":
            start += -date.fromordinal(start).weekday() % 7
        while start <= within.end and (start <= self.on or self.open):
            days = DAYS.get(unit)
            end = (start + days if days else months_before(start, -MONTHS[unit])) - 1
            if unit != "week" or end <= within.end:
                spans.append(Span(start, end))
            start = end + 1
        return Pieces(unit, tuple(spans))

    def periods_end(self, quarter: int) -> int:
        """The last day of a quarter (1 to 4) of the rated year."""
        return months_span(date(self.year, quarter * 3, 1).toordinal(), 1).end
