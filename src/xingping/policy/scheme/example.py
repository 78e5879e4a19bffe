"""Worked examples: facts in, verdicts out; they stand beside the rules and run as tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xingping.policy.faults import Place
from xingping.policy.words import Text

Given = Mapping[str, object]
"""Register id -> list of rows (field id -> text as written); or ``subject`` -> a row; or
``judged`` -> a level; or a parameter (or ``all``) -> its value, as text."""


@dataclass(frozen=True, slots=True)
class Example:
    """Facts and what follows from them.

    ``criterion``: "" for whole subjects. ``kept``: register -> how many years, back from the
    rated one. ``expect``: what (a level id, or a name of the result) -> value, as written.
    """

    title: Text
    criterion: str
    given: Given
    kept: Mapping[str, str]
    expect: Mapping[str, str]
    at: Place
