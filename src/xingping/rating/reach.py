"""What can still change this year: the same rules read over the open year (records.md, Reach)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from xingping.policy.language import tree
from xingping.policy.language.tree import Node
from xingping.rating.closing import closers, folds_under
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import ends
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import MONTHS, Setting, months_before, year_span
from xingping.rating.compile.sources import deadlines
from xingping.rating.compiled import Compiled, compiled, rank_columns
from xingping.rating.facts import Facts
from xingping.rating.lens import Lens
from xingping.rating.outcome import Range

YEARS_ON = 6  # how far ahead the year is sought in which a criterion may hold again


@dataclass(slots=True)
class Future:
    """One subject over the open year, seen from the day of the rating or a later one."""

    compiled: Compiled
    facts: Facts
    subject: int
    lenses: dict[int, Lens]

    @classmethod
    def of(cls, setting: Setting, facts: Facts, subject: int) -> Future:
        """The open period of a setting. The day of the rating is a column: one program for all days."""
        last = setting.period.end
        ready = compiled(setting.scheme, setting.year, last, setting.parameters, reach=True)
        return cls(ready, facts, subject, {})

    def lens(self, day: int) -> Lens:
        """The subject as seen on ``day``; others are free, so any rank may come."""
        if day not in self.lenses:
            columns: dict[str, Any] = {"today": day}
            for name in self.compiled.outputs.ranks:
                best, worst, low, high = rank_columns(name)
                columns |= {best: 1, worst: len(self.facts.subjects), low: 1}
                columns[high] = len(self.facts.subjects)
            self.lenses[day] = Lens(self.compiled, self.facts, self.subject, columns)
        return self.lenses[day]

    def may(self, condition: Cond, day: int) -> bool:
        """Whether a condition may still come to hold, seen from ``day``."""
        return self.lens(day).cond(condition)[1]

    def condition(self, node: Node, criterion: str) -> Cond:
        """A rule of a criterion, read over the open year."""
        return self.compiled.whole.reader.condition(node, At(criterion=criterion))

    def closers(self, node: Node) -> list[str]:
        """Who can close an open part."""
        return closers(self.facts, self.subject, self.compiled.setting.year, node)

    def score(self, day: int) -> Range:
        """The score's bounds over the open year."""
        score = self.compiled.outputs.score
        return Range(None, None) if score is None else self.lens(day).range(score)

    def stars(self, day: int) -> int:
        """The highest level of the best future."""
        bound = self.compiled.outputs.stars
        high: int = self.lens(day).get(bound.hi)
        return high // bound.den


def until(future: Future, condition: Cond, days: list[int]) -> date | None:
    """The last day on which something done still helps; None where there is no last day."""
    return last_useful(lambda day: future.may(condition, day), future, days)


def last_useful(may: Callable[[int], bool], future: Future, days: list[int]) -> date | None:
    """The last of ``days`` (all ahead) whose eve still has a chance; None if the period's end has one.

    ``may``: whether what is wanted may still come, seen from a day; a chance gone never returns.
    """
    last = future.compiled.setting.period.end
    if not days or may(last):
        return None
    found = next((d for d in sorted(days, reverse=True) if may(d - 1)), min(days))
    return date.fromordinal(found)


def event_days(future: Future, node: Node, day: int) -> list[int]:
    """The days after ``day`` on which a chance of this rule may end."""
    setting = future.compiled.setting
    last = setting.period.end
    found = {last, *deadlines(setting).values()}
    found |= {setting.periods_end(quarter) for quarter in range(1, 5)}
    for fold in folds_under(node):
        register = setting.scheme.catalogue.registers.get(fold.rows.name)
        if register is None or not register.planned:
            continue
        column = future.facts.column(future.facts.table(register.id), register.date)
        rows = future.facts.places(RowSet(register.id, fold.rows.link))[future.subject]
        found |= {d for d in (column[i] for i in rows) if isinstance(d, int)}
    return [d for d in found if day < d <= last]


def register_of(node: Node) -> str:
    """The register whose records a fact is about; none for what is worked out of such facts."""
    if isinstance(node, tree.Fold | tree.Asked):
        return next((fold.rows.name for fold in folds_under(node)), "")
    return ""


def again(future: Future, criterion: str, level: str, day: int) -> date | None:
    """The first day of the next period in which a criterion may hold again at a level.

    With what is known on ``day``. Periods of less than a year are tried one by one for a year, later
    only the first of each year.
    """
    setting = future.compiled.setting
    for first in _starts(setting):
        year = date.fromordinal(first).year
        later = Setting.of(setting.scheme, year, first, setting.parameters, reach=True)
        ahead = Future.of(later, future.facts, future.subject)
        holds = ahead.compiled.outputs.criteria[criterion][level]
        if ahead.may(holds, min(day, first - 1)):  # nothing dated later has happened
            return date.fromordinal(first)
    return None


def _starts(setting: Setting) -> list[int]:
    """The first days of the periods ahead."""
    years = [year_span(y, y).start for y in range(setting.year + 1, setting.year + YEARS_ON)]
    cycle = setting.scheme.cycle
    if cycle.unit == "year":
        return years
    size = MONTHS[cycle.unit] * cycle.count
    starts = [setting.period.end + 1]
    while (following := months_before(starts[-1], -size)) <= years[0]:
        starts.append(following)
    return sorted({*starts, *years})


__all__ = [
    "Future",
    "again",
    "ends",
    "event_days",
    "last_useful",
    "register_of",
    "until",
]
