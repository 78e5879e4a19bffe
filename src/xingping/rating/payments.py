"""What is paid for each part of the period, by the score and the level of that part."""

from __future__ import annotations

from collections.abc import Mapping

from xingping.policy.scheme.outcome import Pay
from xingping.rating.compile.conditions import Cond
from xingping.rating.compile.outputs import Bound, Output, Quotient
from xingping.rating.outcome import Range
from xingping.rating.pieces import Work, pieces
from xingping.rating.run import Run

Paid = Mapping[str, list[Range]]
"""The part of the period -> what each subject is paid for it."""


def by_parts(pay: Pay) -> bool:
    """Whether a pay is worked out anew for each part of the period.

    One that begins later (``from``) or runs a number of times (``for``) is one amount that follows
    from this rating, paid again and again.
    """
    return bool(pay.each) and not pay.start and pay.times is None


def payments(one: Run, work: Work) -> dict[str, Paid]:
    """The pays that are worked out part by part."""
    found: dict[str, Paid] = {}
    for pay in one.scheme.pays.values():
        if by_parts(pay):
            found[pay.id] = {
                part.label: [
                    amount(part.run, i, part.run.compiled.outputs.pays[pay.id])
                    for i in range(part.run.count)
                ]
                for part in pieces(one, pay.each, work)
            }
    return found


def amount(one: Run, i: int, output: Output) -> Range:
    """A number's bounds; open where a ratio is not known, or where it is no number at all."""
    match output:
        case Quotient():
            value = one.tie(i, output)
            return Range(value, value) if value is not None else Range(None, None)
        case Bound():
            return one.range(i, output)
        case Cond():
            return Range(None, None)
