"""The tree of a rule: sixteen node types, the one reading that all others start from."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from xingping.policy.language.kinds import (
    ANY,
    DAY,
    LEVEL,
    NOWHERE,
    NUMBER,
    RATIO,
    TEXT,
    YES,
    CallName,
    CompareOp,
    FoldName,
    Kind,
    RefKind,
    Source,
    Span,
    Type,
    Window,
)

# What the nodes are made of comes with them: nobody else has to know of `kinds`.
__all__ = [
    "ANY", "DAY", "LEVEL", "NOWHERE", "NUMBER", "RATIO", "TEXT", "YES",
    "CallName", "CompareOp", "FoldName", "Kind", "RefKind", "Source", "Span", "Type", "Window",
]  # fmt: skip


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
