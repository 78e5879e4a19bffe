"""Number formats of a workbook: which cells show a date, which a percentage."""

from __future__ import annotations

import re
from datetime import date, timedelta

from xingping.records.workbook.markup import plain_names
from xingping.records.written import Cell, Odd, digits

PLAIN, DATE, PERCENT = "", "date", "percent"
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_PERCENTS = {9, 10}
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[ymdhseg年月日]", re.IGNORECASE)
_GENERAL = re.compile(r"general|E[+-]", re.IGNORECASE)
_CODE = 255  # letters of a format that Excel takes
_FALSE_LEAP_DAY = 60  # 29 February 1900, which Excel has and the calendar has not
_LAST_SERIAL = 2_958_465
_BEFORE = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def format_kind(number: int, code: str | None) -> str:
    """Whether a format (its number, and its code if it is the workbook's own) shows a date."""
    if code is None:
        return DATE if number in _DATES else PERCENT if number in _PERCENTS else PLAIN
    bare = _GENERAL.sub("", _ASIDE.sub("", code[:_CODE].replace("[h]", "h").replace("[m]", "m")))
    if "%" in bare:
        return PERCENT
    return DATE if _DATE_LETTERS.search(bare.partition(";")[0]) else PLAIN


class Styles:
    """Reads styles.xml: ``kinds`` holds a kind for each cell format."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._codes: dict[int, str] = {}
        self._inside = False
        self._names = plain_names(("numFmt", "cellXfs", "xf"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a format."""
        plain = self._names.get(name)
        if plain == "numFmt":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif plain == "cellXfs":
            self._inside = True
        elif plain == "xf" and self._inside:
            number = int(attributes.get("numFmtId", "0"))
            self.kinds.append(format_kind(number, self._codes.get(number)))

    def end(self, name: str) -> None:
        """Leave the list of cell formats."""
        if self._names.get(name) == "cellXfs":
            self._inside = False

    def text(self, data: str) -> None:
        """Formats have no text."""


def styled(number: float, kind: str, *, since_1904: bool) -> Cell:
    """A number cell as its format shows it: a number, a date, or something odd."""
    if kind == PERCENT:
        return Odd("percent", f"{digits(number)} (%)", number)
    return _day(number, since_1904=since_1904) if kind == DATE else number


def _day(serial: float, *, since_1904: bool) -> Cell:
    whole = int(serial)
    if not 0 <= whole <= _LAST_SERIAL or (not since_1904 and whole in {0, _FALSE_LEAP_DAY}):
        return Odd("time" if 0 < serial < 1 else "serial", digits(serial), serial)
    early = not since_1904 and whole < _FALSE_LEAP_DAY
    day = _BEFORE[since_1904] + timedelta(days=whole + early)
    return day if serial == whole else Odd("time", f"{day} {_clock(serial - whole)}", serial)


def _clock(part: float) -> str:
    """The time of day that a part of a day is."""
    minutes = round(part * 1440)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
