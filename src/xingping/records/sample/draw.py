"""Where a sample's chance comes from, and the shape of its tables.

Every register draws from a generator of its own, seeded with text, so that a new register shifts no other.
"""

import random
from datetime import date, timedelta
from decimal import Decimal

Row = dict[str, object]
Tables = dict[str, list[Row]]

FIRST_YEAR = 2024
"""The calendar year that is year 1 of the sample's campaign; year 3 is 2026."""

CAMPAIGN = 3
_MONTHS = 12
_SATURDAY = 5


def draw(seed: int, *parts: object) -> random.Random:
    """Give the generator of one purpose: the same seed and parts draw the same on every machine."""
    return random.Random(":".join(str(part) for part in (seed, *parts)))


def calendar_year(year: int) -> int:
    """Turn year 1, 2 or 3 of the campaign into its calendar year."""
    return FIRST_YEAR + year - 1


def workday(chance: random.Random, year: int, month: int, first: int = 8, last: int = 26) -> date:
    """Pick a day from Monday to Friday of one month, away from the holidays at its start."""
    day = date(year, month, chance.randint(first, last))
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


def hundredths(value: int) -> Decimal:
    """Turn a whole number of hundredths of a point into points with two decimals."""
    return Decimal(value).scaleb(-2)


def check_years(year: int, until: int | None) -> None:
    """Refuse a year or month that the sample does not have: ValueError with what it may be."""
    if year not in range(1, CAMPAIGN + 1):
        message = (
            f"样例的创建年度为 1 至 {CAMPAIGN}，不是 {year} | "
            f"a sample has campaign years 1 to {CAMPAIGN}, not {year}"
        )
        raise ValueError(message)
    if until is not None and until not in range(1, _MONTHS + 1):
        message = f"截止月份为 1 至 {_MONTHS}，不是 {until} | the last month is 1 to {_MONTHS}, not {until}"
        raise ValueError(message)
