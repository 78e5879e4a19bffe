"""What an expectation says, and whether what was found meets it."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.scheme.example_expected import REPORTED, STATES, VERDICTS
from xingping.policy.scheme.plain import as_number
from xingping.policy.scheme.scheme import Scheme
from xingping.rating.outcome import Range

Found = str | Range
"""A word (met, not met, unknown, yes, no, none, a state, said) or a number between bounds."""
_WORDS = frozenset({*VERDICTS, *REPORTED, *STATES, "yes", "no", "none"})


def wanted(scheme: Scheme, text: str) -> Found:
    """What is expected: a word, or a number between its bounds; levels as what rules compute with."""
    levels = {level.id: Fraction(level.value) for level in scheme.levels}
    if text in _WORDS and text not in levels:
        return text
    ends = [levels.get(part, as_number(part)) for part in text.split(" to ")]
    return text if None in ends else Range(ends[0], ends[-1])


def meets(found: Found, want: Found) -> bool:
    """Whether it is what was expected; a number without a bound is unknown."""
    if want == "unknown" and isinstance(found, Range):
        return found.low is None or found.high is None
    return found == want


def shown(scheme: Scheme, found: Found, *, level: bool) -> str:
    """As an example would write it; ``level``: numbers are levels."""
    if isinstance(found, str):
        return found
    if found.low is None or found.high is None:
        return "unknown"
    ends = [_said(scheme, value, level=level) for value in (found.low, found.high)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def _said(scheme: Scheme, value: Fraction, *, level: bool) -> str:
    if level:
        named = next((one.id for one in scheme.levels if one.value == value), None)
        if named is not None:
            return named
    if value.denominator == 1:
        return str(value.numerator)
    digits = 0
    while (value * 10**digits).denominator != 1 and digits < 9:  # noqa: PLR2004 -- an example takes nine decimals
        digits += 1
    scaled = value * 10**digits
    if scaled.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    whole, part = divmod(abs(scaled.numerator), 10**digits)
    return f"{'-' if value < 0 else ''}{whole}.{part:0{digits}d}"
