"""A made-up office committee of fourteen branches and their records over the years of a campaign."""

from collections.abc import Callable

from xingping.records.sample import decisions, deeds
from xingping.records.sample.arcs import ARCS, BranchYear
from xingping.records.sample.draw import FIRST_YEAR, Row, Tables, calendar_year, check_years, draw
from xingping.records.sample.names import OFFICE_BRANCHES, OFFICE_COMMITTEE, official
from xingping.records.sample.open_year import up_to_month

KEPT = (
    "meetings",
    "tasks",
    "cases",
    "circulars",
    "honours",
    "activities",
    "plans",
    "innovations",
    "appraisals",
)
_DATED: dict[str, Callable[..., list[Row]]] = {
    "tasks": deeds.tasks,
    "cases": decisions.cases,
    "circulars": decisions.circulars,
    "honours": decisions.honours,
    "activities": deeds.activities,
    "plans": deeds.plans,
    "innovations": deeds.innovations,
}


def make_office(year: int, seed: int, until: int | None = None) -> Tables:
    """Make the records of an office's campaign from its first year to `year` (1 to 3), the same for the same seed.

    With `until` (1 to 12) the last year is open: nothing after that month has been recorded yet.
    Gives the rows of every register by its id; raises ValueError for a year or month that there is not.
    """
    check_years(year, until)
    branches = _branches(year, seed)
    tables: Tables = {"units": _units(seed), "kept": _kept(branches)}
    tables["meetings"] = [row for years in branches for row in _meetings(years, seed)]
    for register, make in _DATED.items():
        tables[register] = [
            row
            for years in branches
            for one in years
            for row in make(draw(seed, register, one.year, one.unit), one)
        ]
    tables |= _decisions([one for years in branches for one in years], seed)
    tables["titles"] = [decisions.title(one) for years in branches for one in years[:-1]]
    return up_to_month(tables, calendar_year(year), until)


def _branches(year: int, seed: int) -> list[list[BranchYear]]:
    """Deal the arcs to the branches: for each branch its years, oldest first."""
    chance = draw(seed, "branches")
    branches = []
    for at, arc in enumerate(chance.sample(ARCS, len(ARCS)), start=1):
        members = chance.randint(10, 30)
        branches.append(
            [
                BranchYear(f"u{at:02}", members, FIRST_YEAR + turn, arc.years[turn])
                for turn in range(year)
            ]
        )
    return branches


def _units(seed: int) -> list[Row]:
    chance = draw(seed, "units")
    return [
        {
            "unit": f"u{at:02}",
            "name": name,
            "group": OFFICE_COMMITTEE,
            "since": decisions.founded(chance, FIRST_YEAR),
        }
        for at, name in enumerate(OFFICE_BRANCHES, start=1)
    ]


def _kept(branches: list[list[BranchYear]]) -> list[Row]:
    """Keep every register in every year for all, save one branch's circulars of the first year."""
    rows: list[Row] = []
    for turn in range(len(branches[0])):
        now = [years[turn] for years in branches]
        for register in KEPT:
            hole = {one.unit for one in now if one.has(f"{register}_not_kept")}
            units = [one.unit for one in now if one.unit not in hole] if hole else ["*"]
            rows += [{"register": register, "year": now[0].year, "unit": unit} for unit in units]
    return rows


def _meetings(years: list[BranchYear], seed: int) -> list[Row]:
    return [
        row
        for one in years
        for row in deeds.meetings(
            draw(seed, "meetings", one.year, one.unit),
            one,
            deeds.meeting_days(draw(seed, "meeting_days", one.year), one.year),
        )
    ]


def _decisions(branch_years: list[BranchYear], seed: int) -> Tables:
    chance = draw(seed, "reviewers")
    reviewers = [official(chance) for _ in range(4)]
    return {
        "appraisals": [
            decisions.appraisal(draw(seed, "appraisals", one.year, one.unit), one)
            for one in branch_years
        ],
        "assessments": [decisions.assessment(seed, one) for one in branch_years],
        "findings": [
            row
            for one in branch_years
            for row in decisions.findings(
                draw(seed, "findings", one.year, one.unit), one, reviewers
            )
        ],
        "points": [row for one in branch_years for row in decisions.points(one, reviewers[0])],
        "declarations": [row for one in branch_years for row in decisions.declaration(one)],
    }
