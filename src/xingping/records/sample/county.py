"""A made-up county of eleven townships, 109 village branches and about 4,000 rural members, over a campaign's years."""

import random

from xingping.records.sample import ballots
from xingping.records.sample.aims import BRANCHES, NAMED_EACH_YEAR, aims
from xingping.records.sample.draw import (
    FIRST_YEAR,
    Row,
    Tables,
    calendar_year,
    check_years,
    draw,
    workday,
)
from xingping.records.sample.names import TOWNSHIPS, villages
from xingping.records.sample.open_year import up_to_month
from xingping.records.sample.selection import MemberYear, select
from xingping.records.sample.villagers import Villager, member_rows, villagers
from xingping.records.sample.villages import VillageRows, VillageYear, record

_UNITS = [f"v{at:03}" for at in range(1, BRANCHES + 1)]
_FIVE = 5


def make_county(year: int, seed: int, until: int | None = None) -> Tables:
    """Make the records of a county's campaign from its first year to `year` (1 to 3), the same for the same seed.

    Branches and members stand in the same tables. With `until` (1 to 12) the last year is open: nothing after that
    month has been recorded yet. Gives the rows of every register by its id; ValueError for a year or month that there
    is not.
    """
    check_years(year, until)
    units = _units(seed)
    order = draw(seed, "merit").sample(units, BRANCHES)
    years = [_village_rows(turn, seed, order) for turn in range(1, year + 1)]
    everyone = villagers(year, seed, _UNITS)
    selections = _selections(year, seed, everyone)
    home = {one.member: one.unit for one in everyone}
    tables: Tables = {
        "units": units,
        "kept": _kept(year, order, seed),
        "members": member_rows(everyone, year, seed),
        "points": [row for rows in years for one in rows for row in one.points],
        "surveys": [row for rows in years for one in rows for row in one.surveys],
        "honours": [row for rows in years for one in rows for row in one.honours],
        "attestations": [row for rows in years for one in rows for row in one.attestations]
        + [row for now in selections for row in _dues(now, home)],
        "titles": _titles(year, order, selections, home),
        "cases": [row for now in selections for row in _cases(now, home, seed)],
        "ballots": [row for now in selections for row in _ballots(now)],
    }
    return up_to_month(tables, calendar_year(year), until)


def _units(seed: int) -> list[Row]:
    """Spread the villages over the townships, nine or ten to each."""
    chance = draw(seed, "units")
    rows: list[Row] = []
    for at, (unit, village) in enumerate(zip(_UNITS, villages(chance, BRANCHES), strict=True)):
        township = TOWNSHIPS[at * len(TOWNSHIPS) // BRANCHES]
        since = workday(chance, FIRST_YEAR - chance.randint(5, 19), chance.randint(3, 11))
        rows.append(
            {"unit": unit, "name": f"{township}{village}党支部", "group": township, "since": since}
        )
    return rows


def _village_rows(year: int, seed: int, order: list[Row]) -> list[VillageRows]:
    aimed = {
        str(unit["unit"]): aim
        for unit, aim in zip(order, aims(draw(seed, "aims", year), year), strict=True)
    }
    judges = {str(unit["unit"]): f"{unit['group']}党委考评组" for unit in order}
    now = calendar_year(year)
    return [
        record(draw(seed, "villages", now, unit), VillageYear(unit, now, aimed[unit], judges[unit]))
        for unit in _UNITS
    ]


def _kept(year: int, order: list[Row], seed: int) -> list[Row]:
    """Keep cases and honours in every year for all, save one branch's honours of the third."""
    rows: list[Row] = []
    for turn in range(1, year + 1):
        aimed = zip(order, aims(draw(seed, "aims", turn), turn), strict=True)
        hole = {unit["unit"] for unit, aim in aimed if "honours_not_kept" in aim.marks}
        kept = [unit for unit in _UNITS if unit not in hole] if hole else ["*"]
        rows.append({"register": "cases", "year": calendar_year(turn), "unit": "*"})
        rows += [
            {"register": "honours", "year": calendar_year(turn), "unit": unit} for unit in kept
        ]
    return rows


def _selections(year: int, seed: int, everyone: list[Villager]) -> list[MemberYear]:
    holders: set[str] = set()
    selections = []
    for turn in range(1, year + 1):
        selections.append(select(turn, seed, everyone, holders))
        holders |= set(selections[-1].named)
    return selections


def _titles(
    year: int, order: list[Row], selections: list[MemberYear], home: dict[str, str]
) -> list[Row]:
    """Give who holds five stars at the start of each year: the branches and members named before it."""
    rows: list[Row] = []
    for turn in range(2, year + 1):
        now = calendar_year(turn)
        branches = sorted(str(unit["unit"]) for unit in order[: NAMED_EACH_YEAR * (turn - 1)])
        rows += [{"unit": unit, "year": now, "stars": _FIVE, "member": None} for unit in branches]
        members = sorted(member for past in selections[: turn - 1] for member in past.named)
        rows += [
            {"unit": home[member], "year": now, "stars": _FIVE, "member": member}
            for member in members
        ]
    return rows


def _dues(now: MemberYear, home: dict[str, str]) -> list[Row]:
    return [
        {
            "unit": home[member],
            "year": calendar_year(now.year),
            "clause": "BM-5.2",
            "holds": now.marks.get(member) == "dues_unpaid",
            "by": "县委组织部",
            "member": member,
        }
        for member in now.ballots
        if now.marks.get(member) != "dues_missing"
    ]


def _cases(now: MemberYear, home: dict[str, str], seed: int) -> list[Row]:
    """File the cases of the year, and one more that was withdrawn."""
    chance = draw(seed, "cases", now.year)
    filed = [member for member, mark in now.marks.items() if mark == "case"]
    cleared = chance.choice([member for member in now.ballots if member not in now.marks])
    return [
        _case(chance, calendar_year(now.year), home, member, withdrawn=False) for member in filed
    ] + [_case(chance, calendar_year(now.year), home, cleared, withdrawn=True)]


def _case(
    chance: random.Random, year: int, home: dict[str, str], member: str, *, withdrawn: bool
) -> Row:
    return {
        "unit": home[member],
        "filed_on": workday(chance, year, chance.randint(2, 8)),
        "kind": chance.choice(("law", "discipline")),
        "serious": False,
        "party_member": True,
        "withdrawn_on": workday(chance, year, chance.randint(9, 11)) if withdrawn else None,
        "member": member,
    }


def _ballots(now: MemberYear) -> list[Row]:
    missing = {
        "self_missing": "self",
        "fellows_missing": "fellows",
        "committee_missing": "committee",
    }
    year = calendar_year(now.year)
    return [
        row
        for member, cast in now.ballots.items()
        for row in ballots.rows(member, year, cast, missing.get(now.marks.get(member, "")))
    ]
