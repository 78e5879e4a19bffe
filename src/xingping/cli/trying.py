"""The two sides of a trial: the scheme as it stands, and as it would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from xingping.cli.gathering import Asked, Pairs, open_scheme
from xingping.cli.refusing import DATA, StoppedError
from xingping.cli.usage import UsageFaultError
from xingping.doctor.trial.projecting import DRAWS, SEED, Projection, project
from xingping.doctor.trial.seen import look_back
from xingping.policy.overlay.tried import tried
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Text
from xingping.rating.rate import Rated, rate
from xingping.records.reading import read_records
from xingping.records.table import Records, RecordsFaultyError


@dataclass(frozen=True, slots=True)
class Sides:
    """What changes: the season's parameters, values of the scheme by path, or the whole scheme."""

    season: Mapping[str, str]
    values: Mapping[str, str]
    against: str | None

    @classmethod
    def of(cls, read: Scheme, given: Pairs, against: str | None) -> Sides:
        """From the command line: a parameter's name, or the path of a value of the scheme."""
        titles = {one.title.zh: name for name, one in read.parameters.items()}
        named = {titles.get(name, name): value for name, value in given}
        values = {name: value for name, value in named.items() if "." in name}
        if values and against is not None:
            raise UsageFaultError(
                "--against 之外不能再用路径改方案，请先改好那个方案",
                "with --against no value can be changed by its path; change that scheme itself",
            )
        season = {name: value for name, value in named.items() if name not in values}
        return cls(season, values, against)

    @property
    def differ(self) -> bool:
        """Whether anything changes."""
        return bool(self.season or self.values or self.against is not None)

    def names(self, read: Scheme) -> tuple[Text, Text]:
        """What the two sides are called."""
        changed = {**self.season, **self.values}
        zh = "，".join(f"{_title(read, name).zh}={value}" for name, value in changed.items())
        en = ", ".join(f"{_title(read, name).en}={value}" for name, value in changed.items())
        if self.against is None:
            return Text("现行", "as it stands"), Text(f"改后（{zh}）", f"changed ({en})")
        other = f"{self.against}（{zh}）" if zh else self.against
        other_en = f"{self.against} ({en})" if en else self.against
        return read.title, Text(other, other_en)

    def after(self, asked: Asked, read: Scheme, before: Rated) -> Rated:
        """The same records by the other rules. Raises StoppedError where they do not fit."""
        if not self.differ:
            return before
        other = read
        if self.against is not None:
            other = open_scheme(self.against)
        elif self.values:
            other = tried(asked.scheme, self.values)
        facts = before.run.facts.records
        if other is not read:
            facts = _facts(asked, read, other)
        known = {
            name: value for name, value in asked.parameters.items() if name in other.parameters
        }
        season = {**known, **self.season}
        return rate(other, facts, year=asked.year, on=asked.on, parameters=season)


def _title(read: Scheme, name: str) -> Text:
    known = read.parameters.get(name)
    return known.title if known else Text(name, name)


def _facts(asked: Asked, read: Scheme, other: Scheme) -> Records:
    """The records as the other scheme reads them."""
    if other.subject != read.subject:
        raise StoppedError(
            f"方案“{other.id}”评定的对象与“{read.id}”不同，不能对比",
            f"the schemes '{other.id}' and '{read.id}' rate different things; they cannot be compared",
        )
    day = asked.on or date(asked.year, 12, 31)
    try:
        return read_records(asked.records, other, year=asked.year, on=day.toordinal())
    except RecordsFaultyError as error:
        first = error.faults[0]
        raise StoppedError(
            f"这些台账不能按方案“{other.id}”评定：{first.say('zh')}",
            f"these records cannot be rated by the scheme '{other.id}': {first.say('en')}",
            DATA,
        ) from None


def look_ahead(
    after: Rated, asked: Asked, years: int, seed: int | None, draws: int | None
) -> Projection:
    """The targets of the coming years. Raises StoppedError where no rates can be seen."""
    scheme = after.run.scheme
    parameters = {
        name: value
        for name, value in after.run.compiled.setting.parameters.items()
        if name in scheme.parameters
    }
    seen = look_back(scheme, after.run.facts.records, asked.year, parameters, after)
    if not seen.total:
        raise StoppedError(
            "台账中没有相邻两年都能评定的对象，无法得出升降比例；请补上以前年度的台账，或在既有星级中登记年初的星级",
            "no subject has a known level in two years running, so no rates can be seen; add records of "
            "earlier years, or the levels held at the year's start",
            DATA,
        )
    return project(
        after, seen, years=years, seed=SEED if seed is None else seed, draws=draws or DRAWS
    )
