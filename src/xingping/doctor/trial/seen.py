"""What the records show of promotion, demotion and veto: who came from which level to which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from xingping.policy.scheme.outcome import FIRST_YEAR
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.outcome import Rating
from xingping.rating.rate import Rated, rate
from xingping.records.table import Records

_TITLES = "titles"  # register of the titles held at the start of a year (records.md)
_MOST_YEARS = 10

Key = tuple[str, int]
"""A subject and a year."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Moves between levels, by (from, to), each level as its place in the scheme's order, from 0.

    ``moves``: from the level held at a year's start to the level earned in it, before places are
    shared out · ``vetoed`` of ``judged`` subject-years fell under a veto · ``lost`` of ``held``
    subject-years with the exempt level ended without it · ``left_out``: subject-years whose result
    is not yet known · ``years``: those rated.
    """

    years: tuple[int, ...]
    moves: Mapping[tuple[int, int], int]
    vetoed: int
    judged: int
    lost: int
    held: int
    left_out: int

    @property
    def up(self) -> int:
        """How many moves led up."""
        return sum(n for (start, end), n in self.moves.items() if end > start)

    @property
    def down(self) -> int:
        """How many moves led down."""
        return sum(n for (start, end), n in self.moves.items() if end < start)

    @property
    def total(self) -> int:
        """How many moves there are, those that stay included."""
        return sum(self.moves.values())


def years_in(records: Records, scheme: Scheme, year: int) -> list[int]:
    """The years up to ``year`` of which the records have rows, at most ten, oldest first."""
    found = {year}
    for table in records.tables.values():
        register = scheme.catalogue.registers.get(table.register)
        if register is None or register.id == _TITLES:
            continue
        days = table.columns.get(register.date or "", ())
        found |= {date.fromordinal(v).year for v in days if isinstance(v, int) and v > 10_000}  # noqa: PLR2004 -- smaller ones are years, not days
        found |= {v for v in table.columns.get("year", ()) if isinstance(v, int)}
    return sorted(y for y in found if year - _MOST_YEARS < y <= year)


def look_back(
    scheme: Scheme, records: Records, year: int, parameters: Mapping[str, object], last: Rated
) -> Seen:
    """Rate every year of which there are records, and count who moved where.

    ``last``: the rating of ``year``. A level held at the start of a year is the title on record;
    without one, the level of the year before, where that is known.
    """
    rated = {year: last}
    for earlier in years_in(records, scheme, year)[:-1]:
        season = _season(parameters, scheme, earlier)
        rated[earlier] = rate(scheme, records, year=earlier, parameters=season)
    return _count(scheme, rated, titles(records, scheme))


def _season(parameters: Mapping[str, object], scheme: Scheme, year: int) -> Mapping[str, object]:
    """The parameters for an earlier year; a year outside the campaign counts as its first.

    A season's parameters differ seldom, and nobody has recorded the earlier ones.
    """
    first = parameters.get(FIRST_YEAR)
    if first is None or not scheme.campaign or 0 <= year - int(str(first)) < scheme.campaign:
        return parameters
    return {**parameters, FIRST_YEAR: year}


def titles(records: Records, scheme: Scheme) -> dict[Key, int]:
    """The level held at the start of a year, by subject and year."""
    table = records.tables.get(_TITLES)
    if table is None:
        return {}
    whose = table.columns.get("member" if scheme.subject == "members" else "unit", ())
    order = {level.id: place for place, level in enumerate(scheme.levels)}
    years, stars = table.columns.get("year", ()), table.columns.get("stars", ())
    found: dict[Key, int] = {}
    for subject, year, level in zip(whose, years, stars, strict=False):
        if subject and isinstance(year, int) and str(level) in order:
            found[str(subject), year] = order[str(level)]
    return found


def _count(scheme: Scheme, rated: Mapping[int, Rated], held: Mapping[Key, int]) -> Seen:
    moves: dict[tuple[int, int], int] = {}
    vetoed = judged = lost = with_title = left_out = 0
    known: dict[Key, int] = dict(held)
    for year, one in sorted(rated.items()):
        for rating in one:
            start = known.get((rating.subject, year))
            if rating.state == "exempt":
                with_title += 1
                after = held.get((rating.subject, year + 1))
                lost += start is not None and after is not None and after < start
                known.setdefault((rating.subject, year + 1), start or 0)
                continue
            judged += 1
            vetoed += rating.state in {"vetoed", "disqualified"}
            end = earned(scheme, rating)
            if end is None:
                end = held.get((rating.subject, year + 1))
            if end is None:
                left_out += 1
                continue
            final = settled(scheme, rating)
            if final is not None:
                known.setdefault((rating.subject, year + 1), final)
            if start is not None and rating.state not in {"vetoed", "disqualified"}:
                moves[start, end] = moves.get((start, end), 0) + 1
    return Seen(tuple(sorted(rated)), moves, vetoed, judged, lost, with_title, left_out)


def earned(scheme: Scheme, rating: Rating) -> int | None:
    """The level before places were shared out, as its place in the order; None while open."""
    low, high = rating.before_places
    return place(scheme, str(low)) if low == high else None


def settled(scheme: Scheme, rating: Rating) -> int | None:
    """The level of the result; None while open."""
    same = rating.stars == rating.stars_possible
    return place(scheme, str(rating.stars)) if same else None


def place(scheme: Scheme, level: str) -> int:
    """The place of a level, from 0 (worst)."""
    return next((i for i, one in enumerate(scheme.levels) if one.id == level), 0)


def possible(scheme: Scheme, rating: Rating) -> Iterator[int]:
    """Every place that the result may still have."""
    low, high = place(scheme, str(rating.stars)), place(scheme, str(rating.stars_possible))
    yield from range(min(low, high), max(low, high) + 1)
