"""The places of a quota by hand, in plain Python: known scores sorted and cut, ties looked at on the line."""

from collections.abc import Sequence


def sort_and_cut(scores: Sequence[int], number: int, ties: str) -> list[str]:
    """'in', 'out' or 'open' for each of ``scores``.

    ``ties``: of those who tie on the line, where they do not all fit: all are in (share), none is
    (none), or it is open (undecided).
    """
    order = sorted(scores, reverse=True)
    if number >= len(order):
        return ["in"] * len(order)
    if number <= 0:
        return ["out"] * len(order)
    line = order[number - 1]
    fits = order[number] < line
    on_line = "in" if fits else {"share": "in", "none": "out", "undecided": "open"}[ties]
    return ["in" if score > line else on_line if score == line else "out" for score in scores]
