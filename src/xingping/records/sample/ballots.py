"""Ballots on one member in one year, as half points, and the score that follows from them (B-R7)."""

import random
from dataclasses import dataclass
from decimal import Decimal

from xingping.records.sample.draw import Row

DIMENSIONS = 5
_MOST = 40
_HALF_POINTS = tuple(Decimal(value).quantize(Decimal("0.1")) / 2 for value in range(_MOST + 1))
_RATERS = 3
Sheet = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Ballots:
    """For each dimension the half points given by self, three committee members and three to five fellows."""

    dimensions: Sheet
    fellows: int

    def merit(self) -> tuple[int, int, int]:
        """Give score in hundredths, sum of the committee's points and of the fellows' means: the order of selection."""
        score = committee = fellows = 0
        count = self.fellows
        for own, *others in self.dimensions:
            by_committee, by_fellows = sum(others[:_RATERS]), sum(others[_RATERS:])
            # 10 % self, 30 % mean of fellows, 60 % mean of committee, half up to a hundredth: half points are 50 each.
            shares = (5 * own + 10 * by_committee) * count + 15 * by_fellows
            score += (2 * shares + count) // (2 * count)
            committee += by_committee
            fellows += by_fellows
        return score, committee, fellows * 60 // count

    def turned(self, by: int) -> "Ballots":
        """Give the same ballots on other dimensions: equal in every sum."""
        return Ballots(self.dimensions[by:] + self.dimensions[:by], self.fellows)


def cast(chance: random.Random, aim: int) -> Ballots:
    """Cast a full set of ballots around an aim in hundredths of a point (at most 100 points)."""
    fellows = chance.choice((3, 3, 3, 4, 5))
    middle = aim // (50 * DIMENSIONS)
    over = aim % (50 * DIMENSIONS)
    sheet = []
    for _ in range(DIMENSIONS):
        # One of 250 ways to round the middle, and one of three to stray from it, for each ballot.
        low = middle + (chance.randrange(50 * DIMENSIONS) < over)
        bits = chance.getrandbits(4 * (1 + _RATERS + fellows))
        sheet.append(
            tuple(
                min(_MOST, low + _STRAY[bits >> (4 * turn) & 15] + (turn == 0))
                for turn in range(1 + _RATERS + fellows)
            )
        )
    return Ballots(tuple(sheet), fellows)


_STRAY = (-2, -1, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2)


def rows(member: str, year: int, ballots: Ballots, missing: str | None = None) -> list[Row]:
    """Write the ballots down; `missing` leaves out, in the third dimension, self, committee or all but two fellows."""
    written: list[Row] = []
    left_out = _LEFT_OUT[missing]
    for dimension, sheet in enumerate(ballots.dimensions, start=1):
        for turn, value in enumerate(sheet):
            if dimension == 3 and turn in left_out:  # noqa: PLR2004 -- the dimension that the docstring names
                continue
            written.append(
                {
                    "member": member,
                    "year": year,
                    "by": _BY[turn],
                    "dimension": dimension,
                    "points": _HALF_POINTS[value],
                }
            )
    return written


_BY = (
    "self",
    "committee",
    "committee",
    "committee",
    "fellow",
    "fellow",
    "fellow",
    "fellow",
    "fellow",
)
_LEFT_OUT: dict[str | None, range] = {
    None: range(0),
    "self": range(1),
    "committee": range(1, 4),
    "fellows": range(6, 9),
}
