"""The result of a rating for one subject, and its form in the interchange format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from xingping.policy.words import Lang, Text

Verdict = Literal["met", "not_met", "not_yet_known"]
State = Literal[
    "vetoed", "disqualified", "exempt", "not_rated", "undecided", "provisional", "rated"
]
Level = int | str


@dataclass(frozen=True, slots=True)
class Range:
    """A number between two bounds, both included; None: no bound."""

    low: Fraction | None
    high: Fraction | None

    @property
    def known(self) -> Fraction | None:
        """The number, if both bounds agree."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Rating:
    """One subject's result (records.md): what is certain, what is possible, what is open.

    ``score`` in points; ``rank_best`` and ``rank_worst`` None without a rank; levels are whole
    numbers where the scheme's are, else their ids. ``stars`` is what is certain.
    ``before_places``: the levels before places were shared out. ``results``: every named value;
    ``pays``, ``acts``: what follows; ``rewards``, ``payments``: the same part by part, as
    '2026-03' -> what is given ('' for the whole period). ``standards`` and ``declared`` None where the scheme has none.
    """

    subject: str
    name: str
    group: str
    year: int
    score: Range
    rank_best: int | None
    rank_worst: int | None
    band: Level | None
    standards: Level | None
    declared: Level | None
    stars: Level
    stars_possible: Level
    state: State
    criteria: Mapping[str, Mapping[str, Verdict]]
    items: Mapping[str, Range]
    veto: tuple[str, ...]
    bonus: Range
    open: tuple[Text, ...]
    assumptions: tuple[str, ...]
    before_places: tuple[Level, Level]
    has_standards: bool
    results: Mapping[str, Range | Verdict] = field(default_factory=dict)
    pays: Mapping[str, Range] = field(default_factory=dict)
    acts: Mapping[str, Verdict] = field(default_factory=dict)
    rewards: Mapping[str, Mapping[str, Verdict]] = field(default_factory=dict)
    payments: Mapping[str, Mapping[str, Range]] = field(default_factory=dict)

    @property
    def rank(self) -> int | None:
        """The rank, if both bounds agree."""
        return self.rank_best if self.rank_best == self.rank_worst else None

    def to_json(self, lang: Lang = "zh") -> dict[str, object]:
        """The object that `rate --format json` prints."""
        shown: dict[str, object] = {
            "subject": self.subject,
            "name": self.name,
            "group": self.group,
            "year": self.year,
            "score": points(self.score.known),
            "score_low": points(self.score.low),
            "score_high": points(self.score.high),
            "rank": self.rank,
            "rank_best": self.rank_best,
            "rank_worst": self.rank_worst,
            "band": self.band,
        }
        if self.has_standards:
            shown |= {"standards": self.standards, "declared": self.declared}
        shown |= {
            "stars": self.stars,
            "stars_possible": self.stars_possible,
            "state": self.state,
        }
        if self.has_standards:
            shown["criteria"] = {name: dict(levels) for name, levels in self.criteria.items()}
        return (
            shown
            | self._follows()
            | {
                "items": {name: points(value.known) for name, value in self.items.items()},
                "veto": list(self.veto),
                "bonus": points(self.bonus.known),
                "open": [text(lang) for text in self.open],
                "assumptions": list(self.assumptions),
            }
        )

    def _follows(self) -> dict[str, object]:
        """What follows from the rating, for the schemes that say so."""
        paid: dict[str, object] = {name: points(value.known) for name, value in self.pays.items()}
        for name, parts in self.payments.items():
            paid[name] = {part: points(value.known) for part, value in parts.items()}
        found: dict[str, object] = {}
        if paid:
            found["pays"] = paid
        if self.acts:
            found["acts"] = dict(self.acts)
        if self.rewards:
            found["rewards"] = {name: dict(parts) for name, parts in self.rewards.items()}
        return found


def points(value: Fraction | None) -> str | None:
    """Two decimals, rounded half up; None stays None."""
    if value is None:
        return None
    cents = (value * 200 + 1).__floor__() // 2
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"
