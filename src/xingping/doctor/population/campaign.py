"""Places over the years of a campaign, against a target at the end of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import z3

from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import limits, places
from xingping.doctor.population.seasons import number_for, ready
from xingping.doctor.population.terms import Expr, possible
from xingping.policy.language.tree import Fold, Node, Ref
from xingping.policy.scheme.nodes import walk
from xingping.policy.scheme.outcome import Quota, Target
from xingping.policy.scheme.scheme import Scheme

_TITLES = "titles"
_MOST = 40  # numbers of subjects looked at one by one


def kept_level(scheme: Scheme) -> str | None:
    """The level that who already holds a title keeps without a place, if the scheme says so."""
    exempt = scheme.exempt
    if exempt is None or exempt.stars is None:
        return None
    return exempt.stars if _reads_titles(scheme, exempt.when.tree, set()) else None


def _reads_titles(scheme: Scheme, tree: Node, seen: set[str]) -> bool:
    for node in walk(tree):
        if isinstance(node, Fold) and node.rows.name == _TITLES:
            return True
        if isinstance(node, Ref) and node.what == "result" and node.name not in seen:
            seen.add(node.name)
            if _reads_titles(scheme, scheme.results[node.name].rule.tree, seen):
                return True
    return False


@dataclass
class Campaign:
    """The places of one level over the years up to a target's.

    ``years``: those whose places count at its end: all up to its own where a title is kept without
    a place, else that year alone.
    """

    scheme: Scheme
    quota: Quota
    level: str
    target: Target
    years: Sequence[int]
    counting: Counting = field(init=False)
    met: Expr = field(init=False)

    def __post_init__(self) -> None:
        """Read the target. Raises TooManyPartsError."""
        self.counting = Counting(self.scheme, [self.target.rule.tree])
        self.met = self.counting.condition(self.target.rule.tree)
        self.value = self.scheme.level_values[self.level]
        self.own = dict.fromkeys(self.years, self.quota.places[self.level].tree)

    @property
    def ample(self) -> bool:
        """Whether equal scores may bring more places than these, so that nothing is too little."""
        return self.quota.ties == "share"

    def total(self, trees: dict[int, Node]) -> Expr | None:
        """The places of all years together, for any number of subjects."""
        found: Expr = z3.RealVal(0)
        for year, tree in trees.items():
            number = places(self.counting, tree, year)
            if number is None:
                return None
            found = found + number
        return found

    def reached(self, trees: dict[int, Node], units: int | None) -> bool | None:
        """Whether the target is met for every number (or ``units``) if all places count."""
        return self._never(z3.Not(self.met), self._exactly(trees), units)

    def missed(
        self, trees: dict[int, Node], units: int | None, lost: int = 0, apart: int = 1
    ) -> bool | None:
        """Whether it is missed for every number (or ``units``), whoever has the other levels.

        ``apart``: looked at are only numbers that are no multiple of this (1: all).
        """
        return self._never(self.met, self._at_most(trees, lost), units, apart)

    def _never(
        self, rule: Expr, rules: list[Expr] | None, units: int | None, apart: int = 1
    ) -> bool | None:
        if rules is None:
            return None
        fixed = [] if apart == 1 else [self.counting.total % apart != 0]
        found = possible(*self.counting.rules_for(units), *rules, *fixed, rule)
        return None if found is None else not found

    def _at_most(self, trees: dict[int, Node], lost: int) -> list[Expr] | None:
        total = self.total(trees)
        if total is None:
            return None
        holders = z3.ToReal(self.counting.of_value(self.value))
        return [z3.Or(holders <= total - lost, holders == 0), *self._others()]

    def _others(self) -> Iterator[Expr]:
        """The same quota's limits on other levels, in the year of the target."""
        values = self.scheme.level_values
        for level, rule in self.quota.places.items():
            number = places(self.counting, rule.tree, self.years[-1])
            if level != self.level and number is not None:
                yield z3.ToReal(self.counting.of_value(values[level])) <= number

    def _exactly(self, trees: dict[int, Node]) -> list[Expr] | None:
        total = self.total(trees)
        if total is None:
            return None
        everyone = z3.ToReal(self.counting.total)
        holders = z3.ToReal(self.counting.of_value(self.value))
        lowest = z3.ToReal(self.counting.of_value(self.scheme.levels[0].value))
        return [holders == z3.If(total > everyone, everyone, total), holders + lowest == everyone]

    def missed_but_for_multiples(self, trees: dict[int, Node]) -> int | None:
        """The number m such that the target is missed for all but multiples of m, if that is proven."""
        missing = set(self.missing(trees, _MOST))
        for apart in range(2, _MOST // 2):
            if missing == {n for n in range(1, _MOST + 1) if n % apart}:
                return apart if self.missed(trees, None, apart=apart) else None
        return None

    def numbers(self, trees: dict[int, Node], count: int) -> list[int] | None:
        """The engine's places of each year for ``count`` subjects."""
        found = []
        for year, tree in trees.items():
            number = number_for(ready(self.scheme, year), tree, count)
            if number is None:
                return None
            found.append(max(number.__floor__(), 0))
        return found

    def missing(self, trees: dict[int, Node], most: int) -> list[int]:
        """The numbers of subjects up to ``most`` for which the target is missed for certain."""
        return [n for n in range(1, most + 1) if self.missed(trees, n)]


def campaigns(scheme: Scheme) -> Iterator[Campaign]:
    """Each target of a year with each level that it is about and that has limited places."""
    kept = kept_level(scheme)
    for target in scheme.targets.values():
        last = target.year or 1
        for quota in limits(scheme):
            level = kept if kept in quota.places else next(iter(quota.places))
            years = range(1, last + 1) if level == kept else range(last, last + 1)
            yield Campaign(scheme, quota, level or "", target, years)
