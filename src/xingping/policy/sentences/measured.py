"""What was found for the parts of a rule: the facts that its sentence tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from xingping.policy.language.tree import Node

Verdict = Literal["met", "not_met", "not_yet_known"]
MissingKind = Literal[
    "not_kept", "no_finding", "no_points", "no_record", "empty", "ahead", "differ", "too_few", "others",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number between two bounds, both included; None: no bound on that side."""

    low: Fraction | None = None
    high: Fraction | None = None


Value = Fraction | int | date | str | bool | Bounds | None
"""Known, or within bounds; None: nothing is known. A str is a choice's or level's id, or a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A record that counts. ``origin``: where it stands, as activities.csv:14."""

    register: str
    origin: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a value is not known.

    *not_kept*: ``register`` in ``year`` · *no_finding*: of criterion ``item`` · *no_points*: of line
    or criterion ``item`` · *no_record*: none in ``register`` · *empty*: ``count`` records without
    ``field`` · *ahead*: ``count`` records not yet due or held · *differ*: two last records disagree ·
    *too_few*: fewer than ``count`` records · *others*: other subjects' results are open.
    """

    kind: MissingKind
    register: str = ""
    field: str = ""
    year: int | None = None
    count: int = 1
    item: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of a Fold, Field or Ref (or of a condition: True, False, None) for one subject.

    ``rows``: the records that count; of *every*, those that break it; of *any*, those that make it.
    """

    node: Node
    value: Value
    rows: tuple[Row, ...] = ()
    missing: tuple[Missing, ...] = ()


Facts = Mapping[Node, Measured]
