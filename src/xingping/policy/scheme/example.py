"""Worked examples: facts in, verdicts out; they stand beside the rules and are run by `check`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xingping.policy.faults import Place
from xingping.policy.words import Text

Given = Mapping[str, object]
"""Register id -> list of rows (field id -> text as written); or ``subject`` -> a row; or
``judged`` -> a level; or a parameter (or ``all``) -> its value, as text."""
Expected = Mapping[str, str]
"""What (a level id, or a name of the result) -> value, as written."""


@dataclass(frozen=True, slots=True)
class ExampleSubject:
    """One of several subjects, or ``times`` equal ones, which are called ``id#1``, ``id#2``, …

    ``given``: what is given for it alone; a register given here takes the place of the shared one.
    """

    id: str
    given: Given
    expect: Expected
    times: int
    at: Place = field(compare=False, repr=False)
    expect_at: Mapping[str, Place] = field(compare=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the subjects that it stands for."""
        if self.times == 1:
            return (self.id,)
        return tuple(f"{self.id}#{number}" for number in range(1, self.times + 1))


@dataclass(frozen=True, slots=True)
class Example:
    """Facts and what follows from them, for one subject or (``subjects``) several.

    ``criterion``: "" for whole subjects. ``kept``: register -> how many years, back from the
    rated one. ``given``: with several subjects, what all of them get. ``expect``: with several
    subjects, what is said of all of them: ``places``, places of a quota, targets, reports.
    ``on``: the day of the rating (month-day or a whole date), the year's last if empty.
    """

    title: Text
    criterion: str
    given: Given
    kept: Mapping[str, str]
    expect: Expected
    at: Place
    subjects: tuple[ExampleSubject, ...] = ()
    on: str = ""
    expect_at: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
