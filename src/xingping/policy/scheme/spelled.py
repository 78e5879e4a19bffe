"""Where a folder uses words of the language: keys, chosen words, rules; for whoever rewrites it."""

from __future__ import annotations

from dataclasses import dataclass, field

from xingping.policy.faults import Place
from xingping.policy.language.scope import Scope
from xingping.policy.language.tree import Node
from xingping.policy.words import Text
from xingping.policy.written import Said


@dataclass(frozen=True, slots=True)
class SpelledRule:
    """A rule within a text: where it begins there, what it says and means, what it may name."""

    offset: int
    text: str
    tree: Node
    scope: Scope


@dataclass(slots=True)
class Spelled:
    """Words by the place where they stand.

    ``keys``: place -> the key as written, and in English. ``options``: place of the text -> the
    text, and what it is in both languages. ``rules``: place of the text -> the text, and its rules
    by where they begin. ``noting``: whether anyone asks for keys and options.
    """

    keys: dict[Place, tuple[str, str]] = field(default_factory=dict)
    options: dict[Place, tuple[Said, Text]] = field(default_factory=dict)
    rules: dict[Place, tuple[Said, dict[int, SpelledRule]]] = field(default_factory=dict)
    noting: bool = True

    def key(self, at: Place, written: str, english: str) -> None:
        """Note a key."""
        if self.noting:
            self.keys[at] = written, english

    def option(self, said: Said, words: Text) -> None:
        """Note words that are chosen from a few."""
        if self.noting:
            self.options[said.at] = said, words

    def rule(self, said: Said, rule: SpelledRule) -> None:
        """Note a rule that stands in ``said``, perhaps beside others."""
        self.rules.setdefault(said.at, (said, {}))[1][rule.offset] = rule
