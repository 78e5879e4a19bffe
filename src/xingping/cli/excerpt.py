"""What of a result is worth showing first: whom to explain, and the part that is not met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xingping.cli.saying import say
from xingping.rating.rate import Rated
from xingping.rating.told import MARKS


def short_of_a_star(rated: Rated) -> str:
    """The best settled subject that declared more than it got; the last one if there is none."""
    for one in rated.ratings:
        got, asked = one.stars, one.declared
        numbered = isinstance(got, int) and isinstance(asked, int)
        if one.state == "rated" and numbered and 0 < int(got) < int(asked or 0):
            return one.subject
    return rated.ratings[-1].subject


def unmet(lines: Sequence[str]) -> Iterator[str]:
    """Leave out of an explanation what is met: standards, and criteria that hold nothing else.

    The reasons are the last part of an explanation, behind its last blank line.
    """
    start = max(at for at, line in enumerate(lines) if not line) + 1
    yield from lines[:start]
    title, met = "", 0
    for line in lines[start:]:
        if line.startswith(f"  {MARKS['met']}"):
            met += 1
        elif not line.startswith(" "):
            title = line
        else:
            yield from filter(None, (title, line))
            title = ""
    yield say(f"……已达标的 {met} 项从略", f"... {met} standards that are met are left out")
