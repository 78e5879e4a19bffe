"""What people write in cells, as values: days, numbers, yes and no, listed words, ids, text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from xingping.policy.words import Text
from xingping.records import sayings
from xingping.records.sayings import Problem
from xingping.records.table import Value
from xingping.records.written import (
    SURE_DIGITS,
    Cell,
    Flag,
    Odd,
    amount,
    clean,
    digits,
    name_key,
    trimmed,
)

_EXCEL_ERRORS = frozenset(
    [
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
    ]
)
_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}([,'][0-9]{3})+(\.[0-9]+)?")
_POWER = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")
_CUT_ID = re.compile(r"[0-9]\.[0-9]+E\+[0-9]+")  # as a workbook writes a long number into CSV
_DAY = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")
_MIDNIGHT = re.compile(r"(?:[ T]*0{1,2}:00(?::00(?:\.0+)?)?)?")
_TIME = re.compile(r"[ T]*[0-9]{1,2}:[0-9]{2}.*")
_YES = {"yes": True, "是": True, "true": True, "1": True}
_NO = {"no": False, "否": False, "false": False, "0": False}
_SAID = _YES | _NO
_COMPARED = 1_000  # words compared with those of a list; a column of free text has more


Parse = Callable[[Cell], Value | Problem]
_Take = Callable[[str | float | Decimal | Flag | date], Value | Problem]


def _guard(take: _Take) -> Parse:
    """Deal with what every kind of field has: empty cells, odd cells, Excel errors as text."""

    def parse(cell: Cell) -> Value | Problem:
        if cell is None:
            return None
        if isinstance(cell, Odd):
            return sayings.odd(cell.kind)
        if isinstance(cell, str):
            compared = clean(cell)
            if not compared:
                return None
            if compared in _EXCEL_ERRORS:
                return sayings.odd("error")
        return take(cell)

    return parse


def _decimal(cell: str | float | Decimal | Flag | date) -> Decimal | Problem:
    if isinstance(cell, str):
        text = clean(cell)
        if _NUMBER.fullmatch(text):
            return Decimal(text)
        if text.endswith(("%", "‰")):
            return sayings.PERCENT
        if _THOUSANDS.fullmatch(text):
            return sayings.THOUSANDS
        return sayings.POWER if _POWER.fullmatch(text) else sayings.NO_NUMBER
    if isinstance(cell, Decimal):
        return cell if cell.is_finite() else sayings.NO_NUMBER
    if isinstance(cell, (Flag, date)):
        return sayings.NO_NUMBER
    return amount(cell) if abs(cell) < float("inf") else sayings.NO_NUMBER


def number(step: Fraction, low: Fraction, high: Fraction) -> Parse:
    """A number between ``low`` and ``high`` as whole multiples of ``step``."""

    def take(cell: str | float | Decimal | Flag | date) -> Value | Problem:
        found = _decimal(cell)
        if isinstance(found, Problem):
            return found
        if found < low or found > high:
            return sayings.out_of_limits(low, high, negative=found < 0)
        units = Fraction(found) / step
        return int(units) if units.denominator == 1 else sayings.too_fine(step)

    return _guard(take)


def calendar_year(rated: int, reach: int) -> Parse:
    """A year as a whole number; not more than ``reach`` years from the ``rated`` one."""
    whole = number(Fraction(1), Fraction(0), Fraction(10**8))

    def parse(cell: Cell) -> Value | Problem:
        found = whole(cell)
        if isinstance(found, int) and abs(found - rated) > reach:
            return sayings.far_away(rated, reach)
        return found

    return parse


def yes(cell: Cell) -> Value | Problem:
    """Yes or no: yes/no, 是/否, true/false, 1/0 in any case."""
    return _yes(cell)


def _take_yes(cell: str | float | Decimal | Flag | date) -> Value | Problem:
    if isinstance(cell, Flag):
        return cell.value
    word = clean(cell).casefold() if isinstance(cell, str) else str(cell)
    return _SAID.get(word.removesuffix(".0"), sayings.NO_YES)


_yes = _guard(_take_yes)


def day(year: int, reach: int | None) -> Parse:
    """A day as its ordinal; not more than ``reach`` years from ``year`` (None: no such limit)."""

    def take(cell: str | float | Decimal | Flag | date) -> Value | Problem:
        found = _date(cell)
        if isinstance(found, Problem):
            return found
        if reach is not None and abs(found.year - year) > reach:
            return sayings.far_away(year, reach)
        return found.toordinal()

    return _guard(take)


def _date(cell: str | float | Decimal | Flag | date) -> date | Problem:
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        return sayings.NUMBER_FOR_DAY
    text = clean(cell)
    match = _DAY.match(text)
    if match is None:
        return sayings.NUMBER_FOR_DAY if _NUMBER.fullmatch(text) else sayings.NO_DAY
    rest = text[match.end() :]
    if not _MIDNIGHT.fullmatch(rest):
        return sayings.odd("time") if _TIME.fullmatch(rest) else sayings.NO_DAY
    year, _, month, month_day, month_zh, day_zh = match.groups()
    try:
        return date(int(year), int(month or month_zh), int(month_day or day_zh))
    except ValueError:
        return sayings.NO_SUCH_DAY


def listed(words: Mapping[str, str], titles: Sequence[Text]) -> Parse:
    """One of the listed ``words`` (keys as :func:`name_key` makes them); ``titles`` to name them."""
    allowed = Text("、".join(t.zh for t in titles), ", ".join(t.en for t in titles))
    names = [*words.values(), *(t.zh for t in titles), *(t.en for t in titles)]

    strange: set[str] = set()

    def take(cell: str | float | Decimal | Flag | date) -> Value | Problem:
        written = _written(cell)
        found = words.get(name_key(written))
        if found is not None:
            return found
        if len(strange) < _COMPARED:
            strange.add(written)
            return sayings.not_listed(written, allowed, names)
        return sayings.not_listed(written, allowed, ())

    return _guard(take)


def level(words: Mapping[str, int], plain: Parse) -> Parse:
    """A level by its number, or by its id or title (keys as :func:`name_key` makes them)."""

    def parse(cell: Cell) -> Value | Problem:
        named = words.get(name_key(cell)) if isinstance(cell, str) else None
        return plain(cell) if named is None else named

    return parse


def text(*, compared: bool) -> Parse:
    """Text: as it stands without outer spaces, or (``compared``) in NFKC too."""

    def take(cell: str | float | Decimal | Flag | date) -> Value | Problem:
        if isinstance(cell, str):
            return clean(cell) if compared else trimmed(cell)
        return _written(cell)

    return _guard(take)


def _written(cell: str | float | Decimal | Flag | date) -> str:
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, Flag):
        return "TRUE" if cell.value else "FALSE"
    if isinstance(cell, (date, Decimal)):
        return str(cell)
    return digits(cell)


def identifier(cell: Cell) -> Value | Problem:
    """An id: text, or a whole number of at most 15 digits as its digits."""
    return _identifier(cell)


def _take_id(cell: str | float | Decimal | Flag | date) -> Value | Problem:
    if isinstance(cell, str):
        written = clean(cell)
        return sayings.LONG_ID if _CUT_ID.fullmatch(written) else written
    if isinstance(cell, (Flag, date)) or (isinstance(cell, Decimal) and not cell.is_finite()):
        return sayings.NO_ID
    if abs(cell) >= 10**SURE_DIGITS:
        return sayings.LONG_ID
    return str(int(cell)) if cell == cell // 1 and cell >= 0 else sayings.NO_ID


_identifier = _guard(_take_id)
