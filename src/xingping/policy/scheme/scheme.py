"""A whole scheme: what a folder says once it has been read, typed and found without fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xingping.policy.catalogue import Catalogue
from xingping.policy.faults import Place
from xingping.policy.overlay.overlay import Overlay
from xingping.policy.scheme.allowance import Allowance
from xingping.policy.scheme.criterion import Criterion, EveryCriterion
from xingping.policy.scheme.example import Example
from xingping.policy.scheme.outcome import (
    Act,
    Bands,
    Check,
    Exempt,
    Gate,
    Level,
    NotRated,
    Parameter,
    Pay,
    Quota,
    Rank,
    Report,
    Result,
    Stars,
    Target,
    Veto,
)
from xingping.policy.scheme.steps import Change, Step
from xingping.policy.words import Text


@dataclass(frozen=True, slots=True)
class Assumption:
    """A stated reading: which clauses it decides, how they are read, and why."""

    id: str
    decides: tuple[str, ...]
    reading: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted finding: its kind, its clauses, the digest of what was found, and why.

    Another finding of the same kind, or the same one shown by another case, has another digest:
    it is not accepted with this one.
    """

    id: str
    finding: str
    clauses: tuple[str, ...]
    digest: str
    why: Text
    at: Place


@dataclass(frozen=True, slots=True)
class Clauses:
    """What each clause says in a sentence, and those shown and not computed, with why."""

    says: Mapping[str, Text]
    shown: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often the scheme rates: ``count`` of ``unit`` (month, quarter, half, year)."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme. Maps keep the order of the files. ``digest``: SHA-256 over its files.

    ``overlay``: what a place has set and added, where the scheme is another's with an overlay; the
    ``id`` is still that of the scheme it builds on, so that published results go on to be its own.
    """

    id: str
    title: Text
    purpose: Text | None
    folder: Path
    digest: str
    clause_prefix: str
    subject: str
    cycle: Cycle
    campaign: int | None
    incomplete: Text | None
    levels: tuple[Level, ...]
    levels_numeric: bool
    nested: str
    catalogue: Catalogue
    parameters: Mapping[str, Parameter]
    checks: Mapping[str, Check]
    every: EveryCriterion
    criteria: Mapping[str, Criterion]
    results: Mapping[str, Result]
    bands: Bands | None
    ranks: Mapping[str, Rank]
    stars: Stars
    not_rated: NotRated | None
    exempt: Exempt | None
    vetoes: Mapping[str, Veto]
    gates: Mapping[str, Gate]
    quotas: Mapping[str, Quota]
    targets: Mapping[str, Target]
    reports: Mapping[str, Report]
    acts: Mapping[str, Act]
    pays: Mapping[str, Pay]
    bodies: Mapping[str, Text]
    procedure: Mapping[str, Step]
    changes: Mapping[str, Change]
    local: Mapping[str, Allowance]
    assumptions: Mapping[str, Assumption]
    clauses: Clauses
    examples: tuple[Example, ...]
    accepted: Mapping[str, Accepted]
    overlay: Overlay | None = None

    @property
    def level_values(self) -> dict[str, int]:
        """Level id -> what rules compute with, from worst to best."""
        return {level.id: level.value for level in self.levels}

    @property
    def level_titles(self) -> dict[str, Text]:
        """Level id -> title, from worst to best."""
        return {level.id: level.title for level in self.levels}

    @property
    def has_standards(self) -> bool:
        """Whether stars rest on criteria with standards by level."""
        return any(criterion.standards for criterion in self.criteria.values())
