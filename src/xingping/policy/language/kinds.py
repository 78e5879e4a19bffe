"""What a value is (number, ratio, day, choice, ...), and where a node stands in its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """What a value is. A ratio is a division that has not been rounded."""

    NUMBER = "number"
    RATIO = "ratio"
    YES = "yes"
    DAY = "day"
    TEXT = "text"
    CHOICE = "choice"
    LEVEL = "level"
    ANY = "any"  # of the words `none` and `unknown` alone, wherever they stand


@dataclass(frozen=True, slots=True)
class Type:
    """A kind and, for a choice, the list it chooses from."""

    kind: Kind
    choices: str = ""


NUMBER, RATIO, YES = Type(Kind.NUMBER), Type(Kind.RATIO), Type(Kind.YES)
DAY, TEXT, LEVEL, ANY = Type(Kind.DAY), Type(Kind.TEXT), Type(Kind.LEVEL), Type(Kind.ANY)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a node stands in its rule's text: offsets, first included and last not."""

    start: int = 0
    end: int = 0


NOWHERE = Span()
FoldName = Literal[
    "count",
    "sum",
    "mean",
    "share",
    "every",
    "any",
    "highest",
    "lowest",
    "first",
    "last",
    "longest",
]
CallName = Literal["lower", "higher", "floor", "ceil", "round", "abs"]
RefKind = Literal["parameter", "result", "rank", "criterion", "own", "system"]
Source = Literal["register", "criteria", "subjects", "each"]
CompareOp = Literal["<", "<=", ">", ">=", "=", "!="]


@dataclass(frozen=True, slots=True)
class Window:
    """Which time a rule looks at.

    ``kind``: *span* = back ``count`` ``unit`` (years and periods are calendar ones, this one
    included; days, weeks, months and quarters count back from the day of the rating) ·
    *previous* = the ``unit`` before · *this* = the ``unit`` at hand · *ever*.
    ``unit`` is one of day, week, month, quarter, half, year, period.
    """

    kind: Literal["span", "previous", "this", "ever"]
    count: int = 1
    unit: str = "year"
