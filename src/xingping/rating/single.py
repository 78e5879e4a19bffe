"""One subject rated again after its records changed, the others as they were rated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from xingping.rating.compiled import rank_columns
from xingping.rating.facts import Facts
from xingping.rating.outcome import Rating
from xingping.rating.ranking import Place, Standing, first_place
from xingping.rating.rate import Rated, rating_of
from xingping.rating.run import Run, base_column
from xingping.rating.sharing import share_places
from xingping.rating.stars import stars_before
from xingping.records.table import Records


def rate_again(rated: Rated, subject: str, records: Records | None = None) -> Rating:
    """The subject's rating with ``records`` (those rated before, unless given).

    Its own values and its rank among the others' known scores are worked out anew; what its
    change does to the others' ranks is not told: rate all for that. For ratings by the plain
    Python engine. Raises KeyError for an unknown subject.
    """
    old = rated.run
    i = old.facts.place[subject]
    facts = old.facts if records is None else Facts(old.scheme, records)
    one = replace(old, facts=facts, values=list(old.values), ranks=dict(old.ranks))
    one.values[i] = []
    columns = {name: values[i] for name, values in old.columns.items() if name[:5] != "rows "}
    if records is not None:
        columns |= {n: base_column(n, one.compiled, facts)[i] for n in columns if _based(n)}
    _stage(one, 0, i, columns)
    for stage, names in enumerate(one.compiled.rank_order, start=1):
        for name in names:
            place = _place(one, name, i)
            one.ranks[name] = [*old.ranks[name][:i], place, *old.ranks[name][i + 1 :]]
            ends = (place.best or 0, place.worst or 0, place.ranked_low, place.ranked_high)
            columns |= dict(zip(rank_columns(name), ends, strict=True))
        _stage(one, stage, i, columns)
    return _finished(one, i, columns)


def _finished(one: Run, i: int, columns: dict[str, Any]) -> Rating:
    stars = stars_before(one)
    kept = [*zip(stars.low, stars.high, strict=True)]
    share_places(one, stars)
    columns |= {"stars low": stars.low[i], "stars high": stars.high[i]}
    _stage(one, len(one.compiled.program.stages) - 1, i, columns)
    return rating_of(one, stars, kept, i)


def _based(name: str) -> bool:
    return name.split(" ", 1)[0] in {"kept", "shared", "count", "today"}


def _stage(one: Run, number: int, i: int, columns: dict[str, Any]) -> None:
    program = one.compiled.program
    if not program.stages[number]:
        return
    work = one.compiled.function(number)
    rows: Sequence[Any] = ()
    if number == 0:
        rows = [one.facts.rows_of(r, fields, i) for r, fields in program.fields.items()]
    own = [one.facts.own(name)[i] for name in program.own]
    values = one.values[i]
    values.extend(work([columns.get(name) for name in program.columns], own, rows, values))


def _place(one: Run, name: str, i: int) -> Place:
    """The rank of one subject among the others of its group."""
    first, *breakers = one.compiled.outputs.ranks[name]
    rank = one.scheme.ranks[name]
    groups = one.groups(rank.within)
    standings = []
    for j in [i, *(j for j in range(len(groups)) if j != i and groups[j] == groups[i])]:
        out, perhaps = one.cond(j, one.compiled.outputs.unranked)
        ties = tuple(one.tie(j, key) for key in breakers)
        lo, hi = one.ends(j, first)
        standings.append(Standing(lo, hi, out, perhaps, groups[j], ties))
    return first_place(standings, rank.ties)
