"""Three-valued arithmetic by hand, for the plain peer.

A verdict is a pair (certainly met, possibly met); a high bound of None is open.
"""

# ruff: noqa: FBT001 -- truth values are what this file computes with

from collections.abc import Iterable

Pair = tuple[bool, bool]
MOST = 100_000_000  # the limit of a count where a cell is empty
OPEN: Pair = (False, True)
MET: Pair = (True, True)


def both(*pairs: Pair) -> Pair:
    """Certain if all are, possible if all are."""
    low = high = True
    for sure, may in pairs:
        low, high = low and sure, high and may
    return low, high


def at_most(low: int, high: int | None, most: int) -> Pair:
    """A number within bounds compared with an upper limit."""
    return (high is not None and high <= most, low <= most)


def at_least(low: int, high: int | None, least: int) -> Pair:
    """A number within bounds compared with a lower limit."""
    return (low >= least, high is None or high >= least)


def equal(known: bool | None) -> Pair:
    """A test whose outcome is known, or None."""
    return OPEN if known is None else (known, known)


def share(rows: list[tuple[int | None, int | None, int]], percent: int, kept: bool) -> Pair:
    """A share of sums; not yet known where not kept, or of nothing.

    Rows of part, whole, and what the whole is at least; an empty part is at most its whole.
    """
    low = high = wholes = 0
    for part, whole, least in rows:
        most = MOST if whole is None else whole
        wholes += least if whole is None else whole
        low += 100 * (part or 0) - percent * most
        if part is None:
            high += (100 - percent) * most
        else:
            high += 100 * part - percent * (max(part, least) if whole is None else whole)
    known = kept and wholes > 0
    return known and low >= 0, not known or high >= 0


def every(rows: Iterable[tuple[Pair, Pair]], kept: bool) -> Pair:
    """Of pairs (is it one of those rows, does it hold): all hold."""
    certain, possible = kept, True
    for (sure, may), (holds, might) in rows:
        certain = certain and (holds or not may)
        possible = possible and (might or not sure)
    return certain, possible


def reject(pair: Pair) -> Pair:
    """Not."""
    return (not pair[1], not pair[0])


def counted(rows: Iterable[Pair], known: bool) -> tuple[int, int | None]:
    """Bounds of a count of rows, each certainly or possibly among them."""
    low = high = 0
    for sure, may in rows:
        low, high = low + sure, high + may
    return low, high if known else None


def same(part: int | None, whole: int | None, least: int) -> Pair:
    """Whether a part, at most the whole, is all of it; the whole is at least ``least``."""
    if whole == 0:
        return MET
    if part is None:
        return OPEN
    return (False, part >= least) if whole is None else equal(part == whole)
