"""Scheme A written by hand in plain Python: the peer for one branch and a small office, and an oracle.

Follows records.md to the letter, with dictionaries, loops and whole numbers, one branch at a time.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.plain_criteria import Season, computed, of_year, veto
from bench.plain_pairs import MET, OPEN, Pair, both
from bench.plain_reading import Facts, read

LEVELS = (3, 4, 5)
WORTH = {1: 12, 2: 8, 3: 8, 4: 10, 5: 6, 6: 8, 7: 10, 8: 8, 9: 10, 10: 6, 11: 6, 12: 8}
JUDGED = {(c, k) for c in (2, 3, 5, 7, 9, 10, 11, 12) for k in LEVELS} - {(9, 3), (11, 3)}
PERCENT = {5: 100, 4: 90, 3: 80}
COLUMNS = (
    "unit",
    *(f"v_{c}_{k}" for c in range(1, 14) for k in LEVELS),
    "score_low",
    "score_high",
    "rank_best",
    "rank_worst",
    "stars",
    "stars_possible",
    "state",
)


@dataclass
class Result:
    """What one branch's own records give, before the ranking."""

    criteria: dict[tuple[int, int], Pair]
    low: int
    high: int
    veto: Pair
    declared: int


def verdicts(facts: Facts, season: Season) -> dict[tuple[int, int], Pair]:
    """Criteria 1 to 12 at every level, each level with the lower ones (A-R19)."""
    told = computed(facts, season)
    found = {row[1]: row[2] for row in of_year(facts, "findings", season)}
    criteria = {}
    for number in WORTH:
        judged = found.get(number)
        low = high = True
        for level in LEVELS:
            sure, may = told.get((number, level), MET)
            if (number, level) in JUDGED:
                sure = sure and judged is not None and judged >= level
                may = may and (judged is None or judged >= level)
            low, high = low and sure, high and may
            criteria[number, level] = low, high
    return criteria


def earned(criteria: dict[tuple[int, int], Pair], number: int, side: int, granted: int) -> int:
    """Points of a criterion on one side of the bounds, in hundredths (A-R2)."""
    for level, percent in PERCENT.items():
        if criteria[number, level][side]:
            return WORTH[number] * percent
    return min(granted, WORTH[number] * 70)


def score(facts: Facts, season: Season, criteria: dict[tuple[int, int], Pair]) -> tuple[int, int]:
    """Bounds of the score: the recorded assessment, else from the criteria."""
    for _, recorded in of_year(facts, "assessments", season):
        return (0, 10_000) if recorded is None else (recorded, recorded)
    granted = {row[1]: row[2] for row in of_year(facts, "points", season)}
    low = high = 0
    for number, worth in WORTH.items():
        given = granted.get(number, 0)
        low += earned(criteria, number, 0, 0 if given is None else given)
        high += earned(criteria, number, 1, worth * 70 if given is None else given)
    return low, high


def judge(facts: Facts, season: Season) -> Result:
    """One branch on its own: verdicts 1 to 12, bounds of the score, veto, declaration."""
    criteria = verdicts(facts, season)
    low, high = score(facts, season, criteria)
    declared = max((row[1] for row in of_year(facts, "declarations", season)), default=0)
    return Result(criteria, low, high, veto(facts, season), declared)


def ranks(mine: Result, others: Iterable[Result]) -> tuple[int | None, int | None]:
    """Best and worst rank among the committee's others (A-R6); a vetoed branch has none."""
    if mine.veto[0]:
        return None, None
    best = worst = 1
    for other in others:
        if other is not mine and not other.veto[0]:
            best += other.low > mine.high and not other.veto[1]
            worst += other.high > mine.low
    return best, worst


def ranked(mine: Result, rank: tuple[int | None, int | None], target: int) -> None:
    """Criterion 13."""
    reached = (mine.low >= target, mine.high >= target)
    best, worst = rank
    within = {
        most: (False, False) if best is None or worst is None else (worst <= most, best <= most)
        for most in (5, 3, 1)
    }
    three = (within[5][0] or reached[0], within[5][1] or reached[1])
    four = both(three, within[3], reached)
    five = both(four, within[1], reached)
    mine.criteria |= {(13, 3): three, (13, 4): four, (13, 5): five}


def standards(criteria: dict[tuple[int, int], Pair], side: int) -> int:
    """The highest level at which all 13 criteria hold, on one side of the bounds."""
    held = [k for k in LEVELS if all(criteria[c, k][side] for c in range(1, 14))]
    return max(held, default=0)


def band(points: int) -> int:
    """A-R1."""
    return 5 if points >= 9500 else 4 if points >= 8500 else 3 if points >= 7500 else 0


def stars(mine: Result) -> tuple[int, int, str]:
    """Certain stars, possible stars and the state (A-R3, A-R4, A-4.3b)."""
    if mine.veto[0]:
        return 0, 0, "vetoed"
    if not mine.declared:
        return 0, 0, "not_rated"
    certain = min(band(mine.low), standards(mine.criteria, 0), mine.declared)
    possible = min(band(mine.high), standards(mine.criteria, 1), mine.declared)
    if mine.veto == OPEN:
        return 0, possible, "provisional"
    return certain, possible, "rated" if certain == possible else "provisional"


def rate_one(unit: str, mine: Result, others: Iterable[Result], season: Season) -> tuple:
    """The row of one branch, given the results of its committee."""
    rank = ranks(mine, others)
    ranked(mine, rank, season.target)
    said = (sum(mine.criteria[c, k]) for c in range(1, 14) for k in LEVELS)
    return (unit, *said, mine.low, mine.high, *rank, *stars(mine))


def rate_all(population: dict[str, Facts], season: Season) -> list[tuple]:
    """The rows of a population, by unit."""
    results = {unit: judge(facts, season) for unit, facts in population.items()}
    committees = defaultdict(list)
    for unit, facts in population.items():
        committees[facts.group].append(results[unit])
    return [
        rate_one(unit, results[unit], committees[population[unit].group], season)
        for unit in sorted(population)
    ]


def main(folder: str, out: str, year: str, on: str, target: str) -> None:
    """Rate a folder; write CSV or, for a name that says so, Parquet."""
    season = Season(int(year), date.fromisoformat(on), int(target))
    rows = rate_all(read(Path(folder)), season)
    if out.endswith(".parquet"):
        import polars as pl  # noqa: PLC0415 -- an office of CSV files starts without it

        whole = dict.fromkeys(COLUMNS[1:-1], pl.Int32)
        schema = {"unit": pl.String, **whole, "state": pl.String}
        pl.DataFrame(rows, schema=schema, orient="row").write_parquet(out)
        return
    with Path(out).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])


if __name__ == "__main__":
    main(*sys.argv[1:])
