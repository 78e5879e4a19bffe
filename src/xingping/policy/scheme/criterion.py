"""Criteria: one subject matter each, with its standards by level, or the lines that earn points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from xingping.policy.faults import Place
from xingping.policy.scheme.rule import Rule
from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class Standard:
    """What one criterion asks of one level.

    ``require``: the rules, in the order written, all of which must hold; ``judged``: what a
    reviewer must find, with ``asked`` its rule (an Asked node). At least one of both.
    ``assumes``: its own readings, beside those of the criterion.
    """

    level: str
    clause: str
    require: tuple[Rule, ...]
    judged: Text | None
    asked: Rule | None
    at: Place
    assumes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a criterion: a rule for its points (assessed and chosen lines are rules too).

    ``low``, ``high``: the line's own min and max; ``rule`` is not yet clamped to them;
    ``assessed``: the range a reviewer may give, if a points row of this line is asked for;
    ``options``: of a rubric, each option's title and points (None: not applicable).
    """

    id: str
    text: Text
    clause: str
    rule: Rule
    low: Fraction | None
    high: Fraction | None
    assessed: tuple[Fraction, Fraction] | None
    options: tuple[tuple[Text, Fraction | None], ...]
    assumes: tuple[str, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Criterion:
    """One subject matter of the policy.

    Either ``standards`` (level id -> what it asks) or points: ``lines``, a ``points`` rule of its
    own, or that of ``every_criterion``. The points are base + sum of lines, between ``low`` and
    ``high``. ``passed`` is a condition on its points. ``worth`` is what it earns at most.
    ``item``: the key of its points in results; ``by_line``: its lines are shown instead, each
    under its own id; ``bonus``: its total is the result's ``bonus``. ``rescale``: the step to
    which the sum is rounded when lines that do not apply leave the denominator.
    """

    id: str
    title: Text
    clause: str
    note: Text | None
    section: str
    worth: Fraction | None
    standards: Mapping[str, Standard]
    lines: Mapping[str, Line]
    points: Rule | None
    base: Fraction
    low: Fraction | None
    high: Fraction | None
    passed: Rule | None
    rescale: Fraction | None
    item: str
    by_line: bool
    bonus: bool
    assumes: tuple[str, ...]
    at: Place


@dataclass(frozen=True, slots=True)
class Helper:
    """A named value of every criterion (`every_criterion`), read with the criterion at hand.

    ``high``: the most that a points row asked for by it may give, as a rule of the criterion;
    ``reason``: whether such a row needs a reason. Such a row's item is the criterion's id.
    """

    name: str
    title: Text
    rule: Rule
    high: Rule | None = None
    reason: bool = False


@dataclass(frozen=True, slots=True)
class EveryCriterion:
    """What all criteria share: ``points`` (of those with a worth, or without lines) and helpers."""

    points: Rule | None
    helpers: Mapping[str, Helper] = field(default_factory=dict)
    assumes: tuple[str, ...] = ()
