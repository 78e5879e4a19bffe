"""From points to a star: levels, results, bands, ranks, vetoes, gates, quotas, what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from xingping.policy.faults import Place
from xingping.policy.language.tree import Type
from xingping.policy.scheme.rule import Rule
from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class Level:
    """A star. Levels stand from worst to best; ``value`` is what rules compute with.

    ``value``: the id as a number where all ids are whole numbers, else the place in the order.
    """

    id: str
    title: Text
    value: int


FIRST_YEAR = "first_year"
"""The parameter that the language gives a meaning: the first year of the campaign."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value the season sets. ``default`` None: it has to be set (unless not ``needed``)."""

    id: str
    title: Text
    type: Type
    step: Fraction
    default: Fraction | str | None
    low: Fraction | None
    high: Fraction | None
    needed: bool
    clause: str
    assumes: tuple[str, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on parameters that a season has to meet."""

    id: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Result:
    """A named value; ``total``: the most it can be by the source's own statement."""

    id: str
    title: Text
    rule: Rule
    clause: str
    total: Fraction | None
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bands:
    """Level id -> condition; exactly one holds for every score (the doctor proves it)."""

    clause: str
    assumes: tuple[str, ...]
    printed: str
    rules: Mapping[str, Rule]


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of the subjects, best first by ``by``, then the tie-breakers.

    ``within``: a field of the subject, or ``all``. ``ties``: share (1, 1, 3), dense (1, 1, 2),
    worse (2, 2, 3) or undecided.
    """

    id: str
    title: Text
    clause: str
    by: tuple[Rule, ...]
    within: str
    ties: Literal["share", "dense", "worse", "undecided"]
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stars:
    """The rule that gives the level; without one the score alone is the result."""

    rule: Rule | None
    clause: str
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a veto or gate does: ``target`` is stars, score, honours or a state.

    ``op`` "=" sets the target to ``value`` (a level id, a number as text, or yes/no), "<=" caps it.
    """

    target: str
    op: Literal["=", "<="]
    value: str


@dataclass(frozen=True, slots=True)
class Veto:
    """A condition that overrules the score. ``unranked``: who falls under it has no rank."""

    id: str
    title: Text
    clause: str
    when: Rule
    then: Effect
    unranked: bool
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """The first gate whose ``when`` fails ends the process with ``other`` and no score."""

    id: str
    title: Text
    clause: str
    when: Rule
    other: Effect
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exempt:
    """Who is not rated: unranked, takes no place, outranks a veto; ``stars`` if they hold one."""

    clause: str
    when: Rule
    stars: str | None
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotRated:
    """When a subject takes no part this time (`state` not_rated)."""

    clause: str
    when: Rule
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quota:
    """How many may have a level (or several).

    ``places``: level id -> rule over all, rated, eligible (counted ``within`` the group).
    ``share``: the year's own share, to be shown. ``kind``: at most, exactly, guide, reward.
    ``by``: best first, then tie-breakers. ``ties``: undecided, share, none. ``beyond``: the level
    of those without a place, or ``next``. ``of``: who may have a place. ``each``: a unit of time.
    """

    id: str
    title: Text
    clause: str
    places: Mapping[str, Rule]
    share: Rule | None
    kind: Literal["at most", "exactly", "guide", "reward"]
    rounding: str
    of: Rule | None
    within: str
    by: tuple[Rule, ...]
    ties: Literal["undecided", "share", "none"]
    beyond: str
    each: str
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """An aim over all subjects, reported and never used to rate; ``literal``: as printed."""

    id: str
    clause: str
    rule: Rule
    literal: Rule | None
    year: int | None
    assumes: tuple[str, ...]
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Said beside a rating where ``when`` holds over the subjects ``within`` a group."""

    id: str
    text: Text
    when: Rule
    within: str
    assumes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A consequence in words, where ``when`` holds."""

    id: str
    clause: str
    when: Rule
    then: Text
    assumes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pay:
    """A consequence in money or goods; ``each``: paid per this unit of time, ``times`` over.

    ``start``: from when, in words (``next month``).
    """

    id: str
    title: Text
    clause: str
    rule: Rule
    unit: Text
    each: str
    start: str
    times: int | None
    assumes: tuple[str, ...]
