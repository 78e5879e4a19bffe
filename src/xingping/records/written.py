"""What may stand in a cell, and text as it is shown and compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal

_OUTER = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u180e\xad"
)
_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u180e\xad]+")
SURE_DIGITS = 15
"""A number cell holds this many digits and loses what is beyond."""


class Flag(Enum):
    """A yes/no cell; not a bool, which would equal the numbers 1 and 0."""

    YES = True
    NO = False


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell without a value to read.

    An error value, a formula without result, a percentage, a date with a time, or a date number
    that is no day. ``number``: what the cell stores, if it is one.
    """

    kind: Literal["error", "formula", "percent", "time", "serial", "kind"]
    shown: str
    number: float | None = None

    def __str__(self) -> str:
        return self.shown


Cell = str | float | Decimal | Flag | date | Odd | None


def trimmed(text: str) -> str:
    """``text`` without outer spaces, no-break and zero-width ones included."""
    return text.strip(_OUTER)


def clean(text: str) -> str:
    """``text`` as it is compared: NFKC, without outer spaces."""
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip(_OUTER)


def name_key(text: str) -> str:
    """A name as it is compared: NFKC, without case, blanks, line breaks and outer ``*``."""
    return _BLANKS.sub("", clean(text)).strip("*").casefold()


def shown(cell: Cell) -> str:
    """A cell as a message quotes it: one line, at most 80 characters."""
    text = digits(cell) if isinstance(cell, (float, int)) else str(cell)
    if isinstance(cell, Flag):
        text = "TRUE" if cell.value else "FALSE"
    text = "".join(letter if letter.isprintable() else " " for letter in text[:81])
    return f"{text[:80]}…" if len(text) > len(text[:80]) else text


def amount(number: float) -> Decimal:
    """A number cell at the 15 digits that a workbook shows: 18.7, not 18.699999999999999."""
    return Decimal(number) if isinstance(number, int) else Decimal(f"{number:.{SURE_DIGITS}g}")


def digits(number: float) -> str:
    """A number as it would be written by hand, without a power of ten."""
    written = format(Decimal(repr(number)), "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
