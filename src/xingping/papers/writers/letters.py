"""Letters that may stand on paper: names come from anyone's files."""

from __future__ import annotations

from unicodedata import category

_STEERS = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_TURNS = {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def printable(text: str) -> str:
    """``text`` on one line, without letters that steer a reader or turn the writing round."""
    if text.isprintable():
        return text
    return "".join(
        " " if category(letter) in _STEERS else letter for letter in text if letter not in _TURNS
    )
