"""What the rating says of what a worked example asks for: of one subject, of a criterion, of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from xingping.policy.scheme.criterion import Criterion
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import Bound, output
from xingping.rating.compile.place import At
from xingping.rating.compile.values import Value
from xingping.rating.examples.expected import Found
from xingping.rating.group import group_verdict
from xingping.rating.lens import Lens
from xingping.rating.outcome import Level, Range, Rating
from xingping.rating.rate import Rated
from xingping.rating.seats import alike, counts_of, seats
from xingping.rating.sharing import grouped

LEVELS = frozenset({"stars", "band", "standards"})
_MET = {"met": "met", "not_met": "not met", "not_yet_known": "unknown"}
_HOLDS = {"met": "yes", "not_met": "no", "not_yet_known": "unknown"}


@dataclass(slots=True)
class Answers:
    """Looks up what was found in ``rated``; ``counts``: how many there are, where that is given."""

    rated: Rated
    counts: Mapping[str, int] = field(default_factory=dict)
    ratings: dict[str, Rating] = field(default_factory=dict)
    lenses: dict[str, Lens] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.ratings = {rating.subject: rating for rating in self.rated}

    @property
    def scheme(self) -> Scheme:
        """The scheme rated by."""
        return self.rated.run.scheme

    def of_subject(self, subject: str, what: str) -> Found:
        """A value of one subject's result."""
        rating = self.ratings[subject]
        if what == "state":
            return rating.state
        if what == "stars":
            return self._levels(rating.stars, rating.stars_possible)
        if what in {"band", "standards"}:
            return self._bound(subject, what)
        if what == "rank":
            return _rank(rating)
        if what in self.scheme.ranks:
            return self._rank(subject, what)
        if what in self.scheme.criteria:
            return self.of_criterion(subject, what, "points")
        return _named(rating, what)

    def of_criterion(self, subject: str, criterion: str, what: str) -> Found:
        """A verdict, or a value, of one criterion for one subject."""
        of = self.scheme.criteria[criterion]
        if what in of.standards:
            return _MET[self.ratings[subject].criteria[criterion][what]]
        if what in {level.id for level in self.scheme.levels} - of.lines.keys():
            return "none"  # a level of which this criterion asks nothing
        lens, found = self._lens(subject), output(self._value(of, what))
        if isinstance(found, Cond):
            low, high = lens.cond(found)
            return "yes" if low else "unknown" if high else "no"
        return lens.range(found) if isinstance(found, Bound) else Range(None, None)

    def _value(self, of: Criterion, what: str) -> Value:
        """A line, the points, whether it is passed, or a named helper of one criterion."""
        criteria = self.rated.run.compiled.whole.criteria
        if what in of.lines:
            return criteria.line(of.lines[what], At(criterion=of.id))
        if what == "points":
            return criteria.points(of.id, At())
        if what == "passed":
            return criteria.passed(of.id, At())
        return criteria.helper(what, of.id, At())

    def of_all(self, what: str) -> Found:
        """What is said of all subjects at once: places, a target, a report."""
        run, scheme = self.rated.run, self.scheme
        if what in scheme.targets:
            return _MET[group_verdict(run, what, range(run.count))]
        if what in scheme.reports:
            groups = grouped(run.groups(scheme.reports[what].within))
            said = any(group_verdict(run, what, some) == "met" for some in groups.values())
            return "said" if said else "not said"
        return self._places(what)

    def _places(self, what: str) -> Found:
        """How many places there are: ``places`` or ``QUOTA``, and a level, and a group."""
        name, _, rest = what.partition(" ")
        level, _, group = rest.partition(" ")
        run, quotas = self.rated.run, self.scheme.quotas
        quota = quotas.get(name) or next(iter(quotas.values()), None)
        if quota is None:
            return "none"
        level = level or next(iter(quota.places))
        if self.counts:
            there = max(self.counts.values())
            counted = {**alike(there), **{k: (n, n) for k, n in self.counts.items()}}
            return Range(*map(Fraction, seats(run.compiled, quota, counted)[level]))
        found = [
            seats(run.compiled, quota, counts_of(run, quota, members))[level]
            for name, members in grouped(run.groups(quota.within)).items()
            if group in {"", str(name)}
        ]
        return Range(*(Fraction(sum(ends)) for ends in zip((0, 0), *found, strict=True)))

    def _lens(self, subject: str) -> Lens:
        if subject not in self.lenses:
            run = self.rated.run
            i = run.facts.place[subject]
            columns: dict[str, Any] = {
                name: values[i] for name, values in run.columns.items() if name[:5] != "rows "
            }
            self.lenses[subject] = Lens(run.compiled, run.facts, i, columns)
        return self.lenses[subject]

    def _bound(self, subject: str, what: str) -> Found:
        bound: Bound | None = getattr(self.rated.run.compiled.outputs, what)
        if bound is None:
            return "none"
        return self.rated.run.range(self.rated.run.facts.place[subject], bound)

    def _rank(self, subject: str, name: str) -> Found:
        place = self.rated.run.ranks[name][self.rated.run.facts.place[subject]]
        if place.best is None or place.worst is None:
            return "none"
        return Range(Fraction(place.best), Fraction(place.worst))

    def _levels(self, low: Level, high: Level) -> Found:
        values = {level.id: Fraction(level.value) for level in self.scheme.levels}
        return Range(values[str(low)], values[str(high)])


def _rank(rating: Rating) -> Found:
    if rating.rank_best is None or rating.rank_worst is None:
        return "none"
    return Range(Fraction(rating.rank_best), Fraction(rating.rank_worst))


def _named(rating: Rating, what: str) -> Found:
    found: Mapping[str, object] = {**rating.results, **rating.pays, **rating.acts}
    given, _, part = what.partition(" ")
    by_part: Mapping[str, Mapping[str, object]] = {**rating.rewards, **rating.payments}
    value = found.get(what, by_part.get(given, {}).get(part))
    if isinstance(value, Range):
        return value
    return _HOLDS.get(str(value), "none")
