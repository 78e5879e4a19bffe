"""What each village branch is to score in each year of the sample county, so that every selection comes out as told.

Places are 30, 30 and 20 % of all branches, rounded up on the sum so far (B-R5): 33, 33 and 22 of 109. Branches stand
in an order of merit: the first 33 are named in year 1, the next 33 in year 2, and 43 stand in year 3.
"""

import random
from dataclasses import dataclass

BRANCHES = 109
NAMED_EACH_YEAR = 33
_LINE = 9000
_STANDING = 2 * NAMED_EACH_YEAR


@dataclass(frozen=True)
class Aim:
    """A score in hundredths, bonus included; a survey (ballots, satisfied) and bonus where they are set; marks."""

    score: int
    survey: tuple[int, int] | None = None
    bonus: int | None = None
    marks: frozenset[str] = frozenset()


def _aim(
    score: int, *marks: str, survey: tuple[int, int] | None = None, bonus: int | None = None
) -> Aim:
    return Aim(score, survey, bonus, frozenset(marks))


# Three equal in score, basic score and satisfaction for what is left of 22 places: one more of 95 is not yet known.
_TIED = tuple(_aim(9160, survey=survey, bonus=100) for survey in ((40, 38), (60, 57), (80, 76)))
_THIRD_YEAR = (
    _aim(9680, "decorated"),
    _aim(9500, "attestation_missing"),
    *_TIED,
    _aim(9120),
    _aim(9080),
    _aim(9040),
    _aim(9000, survey=(60, 57), bonus=0),
    _aim(8999, survey=(98, 93), bonus=0),
    _aim(9310, "B-5.7"),
    _aim(8840, "B-5.5"),
    _aim(8230, "B-5.2"),
    _aim(8120, "few_ballots"),
    _aim(6900, "points_missing"),
    _aim(7950, "attestation_missing"),
    _aim(7700, "honours_not_kept", bonus=0),
)
_CERTAIN = 19


def aims(chance: random.Random, year: int) -> list[Aim]:
    """Give the aims of a year of the campaign (1 to 3) in the order of merit."""
    if year == 1:
        return [
            *_named(chance),
            *_others(chance, BRANCHES - NAMED_EACH_YEAR - 1),
            _aim(7900, "B-5.2"),
        ]
    if year == 2:  # noqa: PLR2004 -- the campaign's second year
        others = _others(chance, BRANCHES - _STANDING - 1)
        return [*_held(chance, NAMED_EACH_YEAR), *_named(chance), *others, _aim(8310, "B-5.7")]
    certain = [_aim(score) for score in _spread(chance, _CERTAIN, 9240, 9760)]
    rest = BRANCHES - _STANDING - len(certain) - len(_THIRD_YEAR)
    below = [_aim(score) for score in _spread(chance, rest, 7600, 8950)]
    # A holder in whose year a department found something: exempt all the same, until a re-check decides.
    held = [*_held(chance, _STANDING - 1), _aim(8650, "B-5.5")]
    return [*held, *certain, *_THIRD_YEAR, *below]


def _held(chance: random.Random, count: int) -> list[Aim]:
    return [_aim(score) for score in _spread(chance, count, 8700, 9700)]


def _named(chance: random.Random) -> list[Aim]:
    """Give as many as there are places, all clear of those who find none."""
    return [_aim(score) for score in _spread(chance, NAMED_EACH_YEAR, 9120, 9720)]


def _others(chance: random.Random, count: int) -> list[Aim]:
    """Give the rest: some reach the line and find no place."""
    without = [_aim(score) for score in _spread(chance, 3, _LINE + 10, _LINE + 60)]
    return [*without, *(_aim(score) for score in _spread(chance, count - 3, 7000, _LINE - 40))]


def _spread(chance: random.Random, count: int, lowest: int, highest: int) -> list[int]:
    return sorted((chance.randrange(lowest, highest, 10) for _ in range(count)), reverse=True)
