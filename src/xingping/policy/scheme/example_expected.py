"""What a worked example expects: of a criterion, of a subject, of all subjects at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from xingping.policy.faults import Place
from xingping.policy.scheme.desk import shortened
from xingping.policy.scheme.entry import Entry, misshapen
from xingping.policy.scheme.example_facts import NAME
from xingping.policy.scheme.meant import number_meant, range_meant, write
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.work import Work
from xingping.policy.words import Text
from xingping.policy.written import Said

VERDICTS = ("met", "not met", "unknown")
STATES = (
    "vetoed",
    "disqualified",
    "exempt",
    "not_rated",
    "undecided",
    "provisional",
    "rated",
)
REPORTED = ("said", "not said")
_WHOLE = ("stars", "state", "band", "standards", "rank")
_PLACES = "places"
_PART = re.compile(r"\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?", re.ASCII)
_VALUES = ("yes", "no", "unknown", "none")


@dataclass(slots=True)
class ExpectReader:
    """Reads ``expect``.

    ``named``: what whole subjects may be expected to have: results, ranks, acts, pays, … ·
    ``helpers``: what every criterion has · ``parts``: criterion -> its lines and standards ·
    ``quotas``, ``targets``, ``reports``: what is said of all.
    """

    work: Work
    named: Collection[str]
    helpers: Collection[str] = ()
    parts: Mapping[str, Collection[str]] = field(default_factory=dict)
    quotas: Collection[str] = ()
    targets: Collection[str] = ()
    reports: Collection[str] = ()

    def of_one(
        self, entry: Entry, criterion: str, *, alone: bool = True
    ) -> tuple[dict[str, str], dict[str, Place]]:
        """What one subject is expected to have; ``alone``: it stands for a count too."""
        if criterion:
            parts = self.parts.get(criterion, ())
            return self._read(entry, ("points", "passed", *self.helpers, *parts))
        known = (*_WHOLE, *([_PLACES] if alone else ()), *self.named, *self.quotas)
        return self._read(entry, known, dated=True)

    def of_all(self, entry: Entry) -> tuple[dict[str, str], dict[str, Place]]:
        """What is expected of all subjects at once."""
        return self._read(entry, (_PLACES, *self.targets, *self.reports))

    def _read(
        self, entry: Entry, known: Collection[str], *, dated: bool = False
    ) -> tuple[dict[str, str], dict[str, Place]]:
        found: dict[str, str] = {}
        places: dict[str, Place] = {}
        for name, value, at in entry.members("expect"):
            of_all = _PLACES in known and not dated
            more = self._of_part(name, known) if dated else of_all and self._is_of_quota(name)
            if name not in known and not more:
                self.work.desk.unknown(at, NAME, name, [*known, *(self.quotas if of_all else ())])
            if not isinstance(value, Said):
                misshapen(self.work.desk, value, Said)
                continue
            if name in known or more:
                self._check(name, value, known)
            found[name], places[name] = value.text.strip(), at
        return found, places

    def _of_part(self, name: str, known: Collection[str]) -> bool:
        """``PAY 2026-03`` or ``REWARD 2026-Q1``: what a part of the period gives."""
        given, _, part = name.partition(" ")
        return given in known and _PART.fullmatch(part) is not None

    def _is_of_quota(self, name: str) -> bool:
        """``QUOTA``, ``QUOTA LEVEL`` or ``QUOTA LEVEL GROUP``: how many places there are."""
        quota, _, rest = name.partition(" ")
        level = rest.partition(" ")[0]
        return quota in self.quotas and (not level or level in {v.id for v in self.work.levels})

    def _check(self, name: str, said: Said, known: Collection[str]) -> None:
        allowed = self._words(name, known)
        text = said.text.strip()
        if allowed:
            if text not in allowed:
                self.work.desk.unknown(
                    said.at, Text(f"“{name}”的取值", f"value of '{name}'"), text, allowed
                )
            return
        words = {*_VALUES, *VERDICTS, *(level.id for level in self.work.levels)}
        if text not in words and any(
            as_number(part) is None and part not in words for part in text.split(" to ")
        ):
            shown = shortened(text)
            self.work.desk.tell(
                said.at,
                f"此处应为数、等级、yes 或 no，或“小 to 大”，写的是“{shown}”",
                f"a number, a level, yes or no, or 'low to high' is due here, not '{shown}'",
                write(range_meant(text) or number_meant(text)),
            )

    def _words(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """The words that may stand for ``name``; none where it is a value."""
        if name == "state":
            return STATES
        if name in self.targets and _PLACES in known:
            return VERDICTS
        if name in self.reports and _PLACES in known:
            return REPORTED
        levels = {level.id for level in self.work.levels}
        return VERDICTS if name in levels and "passed" in known else ()
