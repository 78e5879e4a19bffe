"""Criteria: which levels they reach, how many points they earn, whether they are passed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from xingping.policy.language import tree
from xingping.policy.scheme.criterion import Criterion, Line
from xingping.rating.compile import asking
from xingping.rating.compile import operators as x
from xingping.rating.compile.arithmetic import combine, number
from xingping.rating.compile.choosing import first_that_holds
from xingping.rating.compile.conditions import NO, YES, Cond, every
from xingping.rating.compile.numbers import clamp, hull, lower
from xingping.rating.compile.place import At
from xingping.rating.compile.ratios import divide, rounded, scaled
from xingping.rating.compile.reading import Reader
from xingping.rating.compile.values import Num, Value, constant


class CriteriaReader:
    """Reads the criteria of one scheme; each value is worked out once for each place."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.scheme = reader.setting.scheme
        self.memo: dict[tuple[str, str, At], Value] = {}

    def _once(self, what: str, name: str, at: At) -> Value | None:
        return self.memo.get((what, name, at))

    def own(self, criterion: Criterion, level: str, at: At) -> Cond:
        """Whether the standard of one level holds, taken alone."""
        standard = criterion.standards.get(level)
        if standard is None:
            return YES
        at = replace(at, criterion=criterion.id)
        rules = [*standard.require, *([standard.asked] if standard.asked else [])]
        return every(*(self.reader.condition(rule.tree, at) for rule in rules))

    def holds(self, name: str, level: str, at: At) -> Cond:
        """Whether the criterion holds at a level; with nested levels, at every lower one too."""
        key = (f"holds {level}", name, at)
        found = self.memo.get(key)
        if not isinstance(found, Cond):
            criterion = self.scheme.criteria[name]
            parts = [self.own(criterion, one, at) for one in self.levels_up_to(level)]
            found = self.memo[key] = every(*parts)
        return found

    def levels_up_to(self, level: str) -> list[str]:
        """The levels whose standards a level takes in, itself last."""
        if not self.scheme.nested:
            return [level]
        ids = [one.id for one in self.scheme.levels]
        return ids[: ids.index(level) + 1]

    def standard_levels(self) -> list[str]:
        """The levels that any criterion has a standard for, worst first."""
        asked = {level for c in self.scheme.criteria.values() for level in c.standards}
        return [level.id for level in self.scheme.levels if level.id in asked]

    def met(self, name: str, at: At) -> Num:
        """The highest level the criterion meets."""
        criterion = self.scheme.criteria[name]
        levels = [one for one in self.scheme.levels if one.id in criterion.standards]
        return self.highest([(one.value, self.holds(name, one.id, at)) for one in levels])

    def standards(self, at: At) -> Num:
        """The highest level at which every criterion with standards holds."""
        with_standards = [c.id for c in self.scheme.criteria.values() if c.standards]
        levels = [one for one in self.scheme.levels if one.id in self.standard_levels()]
        return self.highest(
            [
                (one.value, every(*(self.holds(name, one.id, at) for name in with_standards)))
                for one in levels
            ]
        )

    def highest(self, levels: list[tuple[int, Cond]]) -> Num:
        """The highest value whose condition holds, worst first; else the lowest level's."""
        base = self.scheme.levels[0].value
        lo = hi = x.num(base)
        for value, holds in levels:
            lo = x.when(holds.lo, x.num(value), lo)
            hi = x.when(holds.hi, x.num(value), hi)
        domain = tuple(sorted({base, *(value for value, _ in levels)}))
        return Num(lo, hi, low=domain[0], high=domain[-1], domain=domain)

    def has_points(self, criterion: Criterion) -> bool:
        """Whether the criterion earns points."""
        if criterion.points is not None or criterion.lines:
            return True
        shared = self.scheme.every.points is not None
        return shared and (criterion.worth is not None or not criterion.standards)

    def points(self, name: str, at: At) -> Value:
        """The points of the criterion: base and lines, within its limits."""
        key = ("points", name, at)
        if key not in self.memo:
            self.memo[key] = self._points(self.scheme.criteria[name], at)
        return self.memo[key]

    def _points(self, criterion: Criterion, at: At) -> Value:
        at = replace(at, criterion=criterion.id)
        if criterion.points is not None:
            total = self.reader.value(criterion.points.tree, at)
        elif criterion.lines:
            total = self._lines(criterion, at)
        elif self.scheme.every.points is not None:
            total = self.reader.value(self.scheme.every.points.tree, at)
        else:
            total = constant(Fraction(0))
        if criterion.base and isinstance(total, Num):
            total = combine("+", constant(criterion.base), total)
        if not isinstance(total, Num):
            return total
        return clamp(total, criterion.low, criterion.high)

    def _lines(self, criterion: Criterion, at: At) -> Value:
        total: Value = constant(Fraction(0))
        for line in criterion.lines.values():
            total = combine("+", total, self.line(line, at))
        if criterion.rescale is None or not isinstance(total, Num):
            return total
        return self._rescaled(criterion, total, at)

    def line(self, line: Line, at: At) -> Num:
        """The points of one line, within its limits."""
        return clamp(number(self.reader.value(line.rule.tree, at)), line.low, line.high)

    def _rescaled(self, criterion: Criterion, total: Num, at: At) -> Num:
        """Lines that do not apply leave the denominator (a rubric with 'not applicable')."""
        full, counted = Fraction(0), constant(Fraction(0))
        for line in criterion.lines.values():
            asked = line.rule.tree
            most = _most(line)
            full += most
            used = asking.applies(self.reader, asked, at) if isinstance(asked, tree.Asked) else YES
            part = hull(used, constant(most), constant(Fraction(0)))
            counted = number(combine("+", counted, part))
        ratio = scaled(divide(total, counted), full)
        bounded = replace(ratio, low=Fraction(0), high=full)
        return rounded(bounded, criterion.rescale or Fraction(1), half=True)

    def passed(self, name: str, at: At) -> Cond:
        """Whether the criterion is passed: by its own condition, or by its lowest standard."""
        criterion = self.scheme.criteria[name]
        at = replace(at, criterion=name)
        if criterion.passed is not None:
            return self.reader.condition(criterion.passed.tree, at)
        levels = [one.id for one in self.scheme.levels if one.id in criterion.standards]
        return self.holds(name, levels[0], at) if levels else NO

    def helper(self, name: str, criterion: str, at: At) -> Value:
        """A helper of every criterion, for one of them."""
        key = (f"helper {name}", criterion, at)
        if key not in self.memo:
            helper = self.scheme.every.helpers[name]
            at = replace(at, criterion=criterion)
            value = self.reader.value(helper.rule.tree, at)
            if helper.high is not None and isinstance(value, Num):  # what a reviewer gives
                most = number(self.reader.value(helper.high.tree, at))
                value = lower(clamp(value, Fraction(0), None), most)
            self.memo[key] = value
        return self.memo[key]


def _most(line: Line) -> Fraction:
    if line.high is not None:
        return line.high
    if line.assessed is not None:
        return line.assessed[1]
    return max((points for _, points in line.options if points is not None), default=Fraction(0))


__all__ = ["CriteriaReader", "first_that_holds"]
