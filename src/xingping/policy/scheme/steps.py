"""The steps of the year and what becomes of titles held, as the office room carries them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xingping.policy.faults import Place
from xingping.policy.scheme.rule import Rule
from xingping.policy.words import Text

EVERY_LEVEL = ""  # the key of a deadline that does not depend on the level


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of any year."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """That day in ``year``; 29 February of a common year is its last day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 2, 28)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when: a day of the year, or the day that ``set_by`` (the id of a body) sets."""

    day: MonthDay | None
    set_by: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """From when something counts: a word (`decision`), or a day field of a register's record."""

    name: str
    register: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many a check takes: a number computed over `all` it is for; None: every one of them."""

    number: Rule | None


@dataclass(frozen=True, slots=True)
class TitleEffect:
    """What becomes of a title held: "=" sets it to the level ``level``, "-" takes ``down`` levels."""

    op: Literal["=", "-"]
    level: str = ""
    down: int = 0


@dataclass(frozen=True, slots=True)
class TieDecision:
    """Equals at the line: which body decides, and whether its decision is kept on record."""

    by: str
    on_record: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the year, in the order of the file.

    ``who``: the body that takes it (`bodies`). ``levels``: for whom, by level (none: for all).
    ``when``: for whom, as a condition. ``begins``: the first day. ``by``: level, or EVERY_LEVEL,
    -> until when. ``each``: one by one. ``every``: a unit of time. ``enters``: the register it fills,
    ``at_most`` this level. ``may``: what else it may do (`object`, `return`), with ``then`` the step
    that follows. ``says``: what a record of it has to say. ``closed_by``, ``answered_by``: a body, or
    `another` than who did it first. ``on_paper``, ``on_site``, ``sample``: how many are looked at,
    ``beside``: who else, as a condition. ``restart``: what begins the working days anew. ``gives``:
    what is handed over. ``failed``, ``disqualified``: what becomes of the title, ``counts_from`` when.
    """

    id: str
    title: Text
    who: str
    clause: str
    levels: tuple[str, ...]
    when: Rule | None
    begins: MonthDay | None
    by: Mapping[str, Deadline]
    each: bool
    every: str
    working_days: int | None
    enters: str
    at_most: str
    may: str
    then: str
    says: tuple[str, ...]
    closed_by: str
    answered_by: str
    on_site: Drawn | None
    on_paper: Drawn | None
    sample: Drawn | None
    beside: Rule | None
    restart: str
    gives: Text | None
    ties: TieDecision | None
    failed: TitleEffect | None
    disqualified: TitleEffect | None
    counts_from: Moment | None
    assumes: tuple[str, ...]
    at: Place

    def deadline(self, level: str) -> Deadline | None:
        """Until when the step may be taken for ``level``, or None where it is open."""
        return self.by.get(level) or self.by.get(EVERY_LEVEL)


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a title held ``when`` something happens, and ``counts_from`` when.

    ``restored``: the moment from which it is given back; ``also``: what else follows, in words.
    """

    id: str
    title: Text
    clause: str
    when: Rule
    then: TitleEffect
    counts_from: Moment | None
    restored: Moment | None
    also: Text | None
    assumes: tuple[str, ...]
    at: Place
