"""The place a part of a sentence stands at: scheme, language, year, and what was said before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from xingping.policy.language.tree import Node, Window
from xingping.policy.scheme.scheme import Scheme
from xingping.policy.words import Lang, Text


@dataclass(frozen=True, slots=True)
class Voice:
    """How one language says a value (a noun) and a condition (a clause; alone, a sentence)."""

    noun: Callable[[Node, Here], str]
    clause: Callable[[Node, Here], str]
    sentence: Callable[[Node, Here], str]


@dataclass(frozen=True, slots=True)
class Here:
    """``year``: the rated year, to fill in years. ``values``: parameter id -> its value.

    ``piece``: the unit of the `each` around this place. ``said``: the window already said at the
    head of the sentence. ``all``: inside *every* row (均). ``inner``: inside a larger formula.
    ``points``: the whole is a number of points; ``levels``: a level. ``compared``: on one side of a comparison.
    """

    scheme: Scheme
    lang: Lang
    voice: Voice
    year: int | None = None
    values: Mapping[str, Fraction | str] = field(default_factory=dict)
    piece: str = ""
    said: tuple[Window | None, str] | None = None
    all: bool = False
    inner: bool = False
    points: bool = False
    levels: bool = False
    compared: bool = False

    def noun(self, node: Node) -> str:
        """``node`` as a value."""
        return self.voice.noun(node, self)

    def clause(self, node: Node) -> str:
        """``node`` as a condition."""
        return self.voice.clause(node, self)

    def sentence(self, node: Node) -> str:
        """``node`` as a condition that stands alone, with its window at the head."""
        return self.voice.sentence(node, self)

    def say(self, text: Text) -> str:
        """``text`` in the language spoken."""
        return text(self.lang)

    @property
    def zh(self) -> bool:
        """Whether Chinese is spoken."""
        return self.lang == "zh"

    def within(self, unit: str) -> Here:
        """Inside one piece of time of ``unit``."""
        return replace(self, piece=unit, said=None)

    def after(self, window: Window | None) -> Here:
        """After ``window`` has been said."""
        return replace(self, said=(window, self.piece))

    def of_each(self) -> Here:
        """About every row of a kind."""
        return replace(self, all=True)

    def nested(self) -> Here:
        """Inside a larger formula."""
        return replace(self, inner=True)

    def plain(self) -> Here:
        """Outside of *every* and of formulas."""
        return replace(self, all=False, inner=False, compared=False)

    def side(self) -> Here:
        """On one side of a comparison."""
        return replace(self, all=False, inner=True, compared=True)

    def silent(self, window: Window | None) -> bool:
        """Whether ``window`` need not be said again."""
        return self.said == (window, self.piece)
