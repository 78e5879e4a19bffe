"""The tree of a rule: sixteen node types, the one reading that all others start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
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
    ANY = "any"  # only of the words `none` and `unknown`, before they are compared


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


@dataclass(frozen=True, slots=True)
class Number:
    """A constant. ``percent`` keeps how it was written: 80% is 4/5."""

    value: Fraction
    percent: bool = False
    type: Type = NUMBER
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A constant that is no number: a choice's or level's id, a text, yes, no, none, unknown."""

    value: str
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the record at hand (of ``register``), or of the subject's own row."""

    register: str
    name: str
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ref:
    """A value named elsewhere in the scheme.

    ``what``: *parameter* · *result* · *rank* (``part`` "" = the rank, "ranked" = how many are
    ranked) · *criterion* (``part``: points, passed, met, or a helper of every criterion) ·
    *own* = a value of the criterion at hand (number, worth, met, passed, points, or a helper) ·
    *system* = band, standards, stars, year, campaign_year, all, rated, eligible.
    """

    what: RefKind
    name: str
    part: str
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


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


@dataclass(frozen=True, slots=True)
class Rows:
    """What a fold runs over.

    ``source`` *register*: its records of the subject (``link``: of the subject that this field
    of the subject's row, or this register of pairs, names), narrowed by ``where``, ``window``
    (None: the period at hand) and ``needing`` (fewer such rows than this: not known) ·
    *criteria* · *subjects* · *each*: the pieces ``name`` (day .. year) of the period at hand.
    """

    source: Source
    name: str
    link: str = ""
    where: Node | None = None
    window: Window | None = None
    needing: Node | None = None
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Fold:
    """One value from many rows; ``of`` is read for each row (none for ``count(rows)``)."""

    fold: FoldName
    rows: Rows
    of: Node | None
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Arith:
    """``left op right``; a minus sign before a value has no ``left``."""

    op: Literal["+", "-", "*", "/"]
    left: Node | None
    right: Node
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


CompareOp = Literal["<", "<=", ">", ">=", "=", "!="]


@dataclass(frozen=True, slots=True)
class Compare:
    """A chain: ``first op node op node``; every link must hold."""

    first: Node
    rest: tuple[tuple[CompareOp, Node], ...]
    type: Type = YES
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Logic:
    """All (and) or at least one (or) of two or more parts."""

    op: Literal["and", "or"]
    parts: tuple[Node, ...]
    type: Type = YES
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    of: Node
    type: Type = YES
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value is among those listed."""

    of: Node
    among: tuple[Node, ...]
    type: Type = YES
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class If:
    """``if(when, then, other)``."""

    when: Node
    then: Node
    other: Node
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Arm:
    """``bound -> value`` or ``op bound -> value`` (no ``op`` means equal)."""

    op: CompareOp | None
    bound: Node
    value: Node


@dataclass(frozen=True, slots=True)
class By:
    """The first arm that ``of`` meets; ``rest`` is `otherwise`, needed for numbers."""

    of: Node
    arms: tuple[Arm, ...]
    rest: Node | None
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """``of`` where there is a record, else ``default``; what is not known stays unknown."""

    of: Node
    default: Node
    type: Type
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """lower, higher (two or more), floor, ceil, abs (one), round(value, step)."""

    function: CallName
    args: tuple[Node, ...]
    type: Type = NUMBER
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer decides: a level found, points within a range, or one option.

    *judged*: the latest finding of ``item`` (a criterion) is at least ``level`` (a yes) ·
    *assessed*: the points row of ``item`` (a line), within ``low`` and ``high`` ·
    *chosen*: the option of ``item``, worth its points; None in ``options`` = not applicable.
    """

    what: Literal["judged", "assessed", "chosen"]
    item: str
    type: Type
    level: str = ""
    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    options: tuple[tuple[str, Fraction | None], ...] = ()
    at: Span = field(default=NOWHERE, compare=False)


Node = (
    Number
    | Word
    | Field
    | Ref
    | Rows
    | Fold
    | Arith
    | Compare
    | Logic
    | Not
    | OneOf
    | If
    | By
    | Otherwise
    | Call
    | Asked
)
