"""One call: scheme, records, year and day in; ratings out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Literal

from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.assumed import assumptions
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import Bound, Output
from xingping.rating.compiled import Compiled, compiled
from xingping.rating.entrants import disqualified
from xingping.rating.facts import Facts
from xingping.rating.group import said_of_all
from xingping.rating.outcome import Level, Range, Rating, Verdict
from xingping.rating.payments import Paid, amount, by_parts, payments
from xingping.rating.pieces import Work
from xingping.rating.placing import state_of
from xingping.rating.rewards import Won, rewards
from xingping.rating.run import OPEN, Run, finish, run
from xingping.rating.season import season
from xingping.rating.sharing import share_places
from xingping.rating.stars import Stars, stars_before
from xingping.rating.unknowns import open_sentences
from xingping.records.reading import read_records
from xingping.records.table import Records

Engine = Literal["auto", "python", "polars"]
MANY = 250  # subjects from which columns are quicker than one subject after another


@dataclass(frozen=True, slots=True, repr=False)
class Rated:
    """The ratings in the order of rank (none last), then id; ``run`` for what lies behind them.

    ``said``: what is said of all at once, the year's targets and the scheme's reports.
    """

    ratings: tuple[Rating, ...]
    run: Run
    stars: Stars
    said: tuple[Text, ...] = ()

    def __iter__(self) -> Iterator[Rating]:
        return iter(self.ratings)

    def __repr__(self) -> str:
        setting = self.run.compiled.setting
        return f"<Rated {setting.scheme.id} {setting.year}: {len(self.ratings)} subjects>"

    def to_json(self, lang: Literal["zh", "en"] = "zh") -> list[dict[str, object]]:
        """The array that `rate --format json` prints."""
        return [rating.to_json(lang) for rating in self.ratings]

    def of(self, subject: str) -> Rating:
        """One subject's rating. Raises KeyError for an unknown subject."""
        for rating in self.ratings:
            if rating.subject == subject:
                return rating
        raise KeyError(subject)


def rate(
    scheme: Scheme | str | Path,
    records: Records | str | Path,
    *,
    year: int,
    on: date | None = None,
    parameters: Mapping[str, object] | None = None,
    engine: Engine = "auto",
    places: bool = True,
) -> Rated:
    """Rate every subject of ``records`` by ``scheme``.

    ``scheme``: a scheme, or the name or folder to load one from; ``records``: records, or the
    workbook or folder to read. ``on``: the rating's day, the year's last unless given.
    ``parameters``: the season's, such as ``{"target_score": 85}``. ``engine``: plain Python for few
    subjects, Polars for many (both give the same). ``places``: whether quotas are shared out.

    Raises SchemeFaultyError, RecordsFaultyError or SeasonError with everything that is wrong.
    """
    ready_scheme = scheme if isinstance(scheme, Scheme) else load_scheme(scheme)
    setting = season(ready_scheme, year, on, parameters or {})
    if not isinstance(records, Records):
        records = read_records(Path(records), ready_scheme, year=year, on=setting.on)
    ready = compiled(ready_scheme, setting.year, setting.on, setting.parameters)
    facts = Facts(ready_scheme, records)
    one = run_engine(engine, ready, facts)
    before = stars_before(one)
    kept = [*zip(before.low, before.high, strict=True)]
    if places:
        share_places(one, before)
    finish(one, [*zip(before.low, before.high, strict=True)])
    ratings = [rating_of(one, before, kept, i) for i in range(len(facts.subjects))]
    won, paid = _given(one, lambda compiled_: run_engine(engine, compiled_, facts))
    if won or paid:
        ratings = [with_parts(rating, i, won, paid) for i, rating in enumerate(ratings)]
    ratings.sort(key=lambda rating: (rating.rank is None, rating.rank or 0, rating.subject))
    return Rated(tuple(ratings), one, before, said_of_all(one, won))


def _given(one: Run, work: Work) -> tuple[dict[str, Won], dict[str, Paid]]:
    """What is given by place and part by part; loaded for the few schemes that give any."""
    if not any(map(by_parts, one.scheme.pays.values())) and not any(
        quota.kind == "reward" for quota in one.scheme.quotas.values()
    ):
        return {}, {}
    return rewards(one, work), payments(one, work)


def with_parts(rating: Rating, i: int, won: Mapping[str, Won], paid: Mapping[str, Paid]) -> Rating:
    """The rating with what the subject at place ``i`` is given by place and part by part."""
    return replace(
        rating,
        rewards={name: {k: v[i] for k, v in parts.items()} for name, parts in won.items()},
        payments={name: {k: v[i] for k, v in parts.items()} for name, parts in paid.items()},
    )


def run_engine(engine: Engine, ready: Compiled, facts: Facts) -> Run:
    """Run the program with the engine asked for."""
    if engine == "polars" or (engine == "auto" and len(facts.subjects) > MANY):
        from xingping.rating.columns import run_columns  # noqa: PLC0415 -- Polars is loaded for many subjects only

        return run_columns(ready, facts)
    return run(ready, facts)


def rating_of(one: Run, stars: Stars, before: list[tuple[int, int]], i: int) -> Rating:
    """The rating of the subject at place ``i``; ``before``: all levels before places were shared."""
    outputs, facts, scheme = one.compiled.outputs, one.facts, one.scheme
    rank = next(iter(scheme.ranks), "")
    place = one.ranks[rank][i] if rank else None
    state = state_of(one, stars, i)
    ranked = place is not None and state != "exempt"
    low, high = stars.low[i], stars.high[i]
    if state == "provisional" and _veto_open(one, i):
        low = min(low, scheme.levels[0].value)
    levels = {level.value: _level(scheme, level.id) for level in scheme.levels}
    return Rating(
        subject=facts.subjects[i],
        name=_said(one, "name", i) or facts.subjects[i],
        group=_said(one, "group", i) if scheme.subject == "units" else _said(one, "unit", i),
        year=one.compiled.setting.year,
        score=_range(one, i, None if one.cond(i, outputs.stopped)[0] else outputs.score),
        rank_best=place.best if place is not None and ranked else None,
        rank_worst=place.worst if place is not None and ranked else None,
        band=_at(one, i, outputs.band, levels),
        standards=_at(one, i, outputs.standards, levels),
        declared=_declared(one, i, levels),
        stars=levels.get(low, low),
        stars_possible=levels.get(high, high),
        state=state,
        criteria={
            name: {level: _verdict(one, i, c) for level, c in by_level.items()}
            for name, by_level in outputs.criteria.items()
        },
        items={name: one.range(i, bound) for name, bound in outputs.items.items()},
        veto=tuple(
            scheme.vetoes[name].clause
            for name, condition in outputs.vetoes.items()
            if one.cond(i, condition)[0]
        ),
        bonus=one.range(i, outputs.bonus) if outputs.bonus else Range(Fraction(0), Fraction(0)),
        open=open_sentences(one, i),
        assumptions=assumptions(one, i),
        before_places=(
            levels.get(before[i][0], before[i][0]),
            levels.get(before[i][1], before[i][1]),
        ),
        has_standards=scheme.has_standards,
        results={name: _output(one, i, o) for name, o in outputs.results.items()},
        pays={name: amount(one, i, o) for name, o in outputs.pays.items()},
        acts={name: _verdict(one, i, c) for name, c in outputs.acts.items()},
    )


def _veto_open(one: Run, i: int) -> bool:
    low, high = disqualified(one, i)
    return high and not low


def _level(scheme: Scheme, level: str) -> Level:
    return int(level) if scheme.levels_numeric else level


def _said(one: Run, field: str, i: int) -> str:
    values = one.facts.own(field)
    value = values[i]
    return "" if value is None else str(value)


def _range(one: Run, i: int, bound: Bound | None) -> Range:
    return Range(None, None) if bound is None else one.range(i, bound)


def _at(one: Run, i: int, bound: Bound | None, levels: Mapping[int, Level]) -> Level | None:
    if bound is None:
        return None
    value: int = one.get(i, bound.lo)
    return levels.get(value, value)


def _declared(one: Run, i: int, levels: Mapping[int, Level]) -> Level | None:
    bound = one.compiled.outputs.declared
    if bound is None:
        return None
    low, high = one.get(i, bound.lo), one.get(i, bound.hi)
    if low < -OPEN or low != high:
        return None
    value: int = low // bound.den
    return levels.get(value, value)


def _verdict(one: Run, i: int, condition: Cond) -> Verdict:
    low, high = one.cond(i, condition)
    return "met" if low else "not_yet_known" if high else "not_met"


def _output(one: Run, i: int, output: Output) -> Range | Verdict:
    if isinstance(output, Cond):
        return _verdict(one, i, output)
    return amount(one, i, output)


__all__ = ["Rated", "Text", "rate"]
