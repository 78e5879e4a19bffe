"""The county's rural Party members: who they are and how merit grows over the campaign."""

import random
from dataclasses import dataclass
from datetime import date

from xingping.records.sample.draw import FIRST_YEAR, Row, calendar_year, draw, workday
from xingping.records.sample.names import villager

_FEWEST, _MOST = 24, 50
_JOIN_EACH_YEAR = 24
# Hundredths added to everyone in years 1, 2, 3: the campaign bears fruit.
_GAIN = (0, 190, 330)
_MIDDLE, _SPREAD, _HIGHEST = 8690, 780, 9850


@dataclass(frozen=True)
class Villager:
    """A rural member: since which year of the campaign it stands, and its ability in hundredths of a point."""

    member: str
    unit: str
    joined_on: date
    since: int
    ability: int

    def aim(self, chance: random.Random, year: int) -> int:
        """Say around what the ballots of a year of the campaign are cast, in hundredths of a point."""
        return max(5000, min(_HIGHEST, self.ability + _GAIN[year - 1] + chance.randint(-150, 150)))


def villagers(year: int, seed: int, units: list[str]) -> list[Villager]:
    """Make the members up to a year of the campaign: those before it by branch, then those who joined each year."""
    chance = draw(seed, "members")
    places = [(unit, 1) for unit in units for _ in range(chance.randint(_FEWEST, _MOST))]
    for joined in range(2, year + 1):
        later = draw(seed, "members", joined)
        places += [(later.choice(units), joined) for _ in range(_JOIN_EACH_YEAR)]
    chance = draw(seed, "abilities")
    return [
        _villager(chance, f"m{at:04}", unit, since)
        for at, (unit, since) in enumerate(places, start=1)
    ]


def _villager(chance: random.Random, member: str, unit: str, since: int) -> Villager:
    # Four draws added: most are near the middle.
    bell = sum(chance.randint(-_SPREAD // 2, _SPREAD // 2) for _ in range(4))
    ago = chance.randint(2, 40)
    joined = calendar_year(since) if since > 1 else FIRST_YEAR - ago
    month = 1 if since > 1 else chance.choice((6, 7, 11, 12))
    return Villager(member, unit, workday(chance, joined, month), since, _MIDDLE + bell)


def member_rows(everyone: list[Villager], year: int, seed: int) -> list[Row]:
    """List the members of a year; who joined in it is a probationary one."""
    chance = draw(seed, "member_names")
    return [
        {
            "member": one.member,
            "name": villager(chance),
            "unit": one.unit,
            "joined_on": one.joined_on,
            "status": "probationary" if one.joined_on.year == calendar_year(year) else "formal",
        }
        for one in everyone
    ]
