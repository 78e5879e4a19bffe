"""Large runs: Parquet files in, a Parquet file out, whole groups at a time, column by column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.columns import ColumnRun, rank_of_all
from xingping.rating.compiled import compiled, rank_columns
from xingping.rating.facts import Facts
from xingping.rating.population import Population, read_population
from xingping.rating.prepared import prepare
from xingping.rating.range_results import results
from xingping.rating.register_files import RegisterFiles
from xingping.rating.season import season
from xingping.rating.standing import Places
from xingping.rating.tables import word_codes
from xingping.records.table import Records, Table

RANGE = 200_000
"""Subjects worked out together; memory grows with it, not with how many there are."""


def rate_parquet(
    scheme: str | Path | Scheme,
    folder: Path,
    out: Path,
    *,
    year: int,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
    together: int = RANGE,
) -> None:
    """Rate the registers in ``folder`` (REGISTER.parquet) and write a row a subject to ``out``.

    Columns: the subject's id; v_CRITERION_LEVEL (0 not met, 1 not yet known, 2 met); score_low and
    score_high in hundredths (empty where open); rank_best and rank_worst of the first rank (empty
    without one); stars and stars_possible; state (records.md). The rows come in the order of group
    and id. The files are taken as checked: ids, choices and types are looked at, limits are not.

    ``together``: about how many subjects are worked out at a time, always whole groups. Raises
    SeasonError, RecordsFaultyError, and TooLargeError where int64 is not proven to be enough.
    """
    rules = scheme if isinstance(scheme, Scheme) else load_scheme(scheme)
    setting = season(rules, year, on, parameters or {})
    ready = compiled(rules, setting.year, setting.on, setting.parameters)
    files = RegisterFiles(rules, folder, word_codes(ready.program))
    people = read_population(ready, files)
    ranges = people.ranges(together)
    part = out.with_name(out.name + ".part")
    if len(ranges) == 1:
        _rate(people, *ranges[0]).write_parquet(part, statistics=False)
    else:
        with TemporaryDirectory(dir=out.parent) as parts:
            names = [Path(parts) / f"{number}.parquet" for number in range(len(ranges))]
            for name, (first, last) in zip(names, ranges, strict=True):
                _rate(people, first, last).write_parquet(name, statistics=False)
            pl.scan_parquet(names).sink_parquet(part, statistics=False)
    part.replace(out)


def _rate(people: Population, first: int, last: int) -> pl.DataFrame:
    """The results of whole groups."""
    ready = people.compiled
    one = ColumnRun(ready, _facts(people, first, last))
    one.prepared = prepare(ready, people.given(first, last))
    one.ready.stage(0)
    places: dict[str, Places] = {}
    for stage, names in enumerate(ready.rank_order, start=1):
        for name in names:
            group = people.groups(one.scheme.ranks[name].within)[first:last]
            places[name] = rank_of_all(one.ready, name, group, one.breakers(name))
            columns = zip(rank_columns(name), map(pl.Series, places[name].parts()), strict=True)
            one.ready.arrive(dict(columns))
        one.ready.stage(stage)
    return results(one, people.subjects[first:last, 0], next(iter(places.values()), None))


def _facts(people: Population, first: int, last: int) -> Facts:
    """The subjects with their groups, for the sharing out of places; none where there is nothing to share."""
    scheme = people.compiled.setting.scheme
    if not scheme.quotas:
        return Facts(scheme, Records({}))
    subjects = people.subjects[first:last]
    columns = {column.name: column.to_list() for column in subjects.iter_columns()}
    return Facts(
        scheme, Records({scheme.subject: Table(scheme.subject, columns, [""] * len(subjects))})
    )
