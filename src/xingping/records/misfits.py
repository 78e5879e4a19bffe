"""What is said about a value that the scheme at hand has no place for."""

from __future__ import annotations

from fractions import Fraction

from xingping.policy.words import Text
from xingping.records.sayings import CHECK, CHOOSE, Problem, plain

NO_REASON = Problem(
    Text("给分须写明理由", "points given need a reason"), Text("请补填", "write the reason")
)


def not_within(item: str, low: Fraction, high: Fraction) -> Problem:
    """Points outside what an item may be given."""
    least, most = plain(low), plain(high)
    return Problem(
        Text(
            f"“{item}”这一项应在 {least} 至 {most} 分之间",
            f"for '{item}' from {least} to {most} is expected",
        ),
        CHECK,
    )


def no_level(allowed: str) -> Problem:
    """A level that the scheme does not have."""
    en = allowed.replace("、", ", ")
    return Problem(
        Text(f"应为其中之一：{allowed}", f"one of these is expected: {en}"),
        CHOOSE,
    )
