"""What is wrong with a rule: where in its text, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xingping.policy.language.tree import Span
from xingping.policy.words import Lang, Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; ``at`` counts characters of the rule's text from 0."""

    at: Span
    what: Text
    hint: Text | None = None

    @property
    def column(self) -> int:
        """The first character concerned, counted from 1."""
        return self.at.start + 1

    def say(self, lang: Lang = "zh") -> str:
        """``column: what``, and the hint behind it."""
        told = f"{self.column}: {self.what(lang)}"
        if self.hint is None:
            return told
        return f"{told}（{self.hint(lang)}）" if lang == "zh" else f"{told} ({self.hint(lang)})"


class RuleError(Exception):
    """A rule that has no meaning; carries every problem found in it, in the order of the text."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.say("en") for problem in problems))
        self.problems = tuple(problems)


class CircleError(Exception):
    """A type that can only be known by knowing it already: ``names`` stand in the circle."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(" -> ".join(names))
        self.names = tuple(names)
