"""The criteria of scheme A by hand in plain Python: what the registers say, for the plain peer."""

from dataclasses import dataclass
from datetime import date

from bench.plain_pairs import (
    MET,
    OPEN,
    Pair,
    at_least,
    at_most,
    both,
    counted,
    equal,
    every,
    reject,
    same,
    share,
)
from bench.plain_reading import Facts, Row


@dataclass(frozen=True)
class Season:
    """The rated year, the day of the rating, the target score in hundredths."""

    year: int
    on: date
    target: int


def dated(facts: Facts, register: str, season: Season, ago: int = 0) -> list[Row]:
    """Rows of a register dated in the year or up to `ago` years before, by the day of the rating."""
    first, last = date(season.year - ago, 1, 1), min(season.on, date(season.year, 12, 31))
    return [row for row in facts.rows.get(register, ()) if first <= row[0] <= last]


def of_year(facts: Facts, register: str, season: Season) -> list[Row]:
    """Rows of a register that the year alone places."""
    return [row for row in facts.rows.get(register, ()) if row[0] == season.year]


def kept(facts: Facts, register: str, season: Season, ago: int = 0) -> bool:
    """Whether a register was kept in the year and in every year up to `ago` before."""
    return all((register, season.year - back) in facts.kept for back in range(ago + 1))


def attendance(facts: Facts, season: Season) -> dict[int, Pair]:
    """The meetings of criterion 1."""
    rows = dated(facts, "meetings", season)
    known = kept(facts, "meetings", season)
    shares = [(r[2], r[1], max(cell or 0 for cell in r[2:])) for r in rows]
    low, high = 0, 0 if known else None
    for _, most, _, *cells in rows:
        for cell in cells:
            low += cell or 0
            top = most if cell is None else cell
            high = None if high is None or top is None else high + top
    full = share(shares, 100, known)
    nobody = at_most(low, high, 0)
    return {3: share(shares, 80, known), 4: full, 5: both(full, nobody)}


def task(row: Row, season: Season) -> tuple[Pair, Pair, Pair, Pair, Pair]:
    """One task: key, done, done on time, graded outstanding, graded good or better."""
    due, key, done, grade = row
    outstanding = equal(None if grade is None else grade == "outstanding")
    good = equal(None if grade is None else grade in ("good", "outstanding"))
    if done is None or done > season.on:
        ahead = (False, due > season.on)
        return equal(key), ahead, ahead, outstanding, good
    return equal(key), MET, equal(done <= due), outstanding, good


def meetings_and_tasks(facts: Facts, season: Season) -> dict[int, Pair]:
    """Criterion 1."""
    meeting = attendance(facts, season)
    rows = facts.rows.get("tasks", ())
    tasks = [task(row, season) for row in rows if row[0].year == season.year]
    known = kept(facts, "tasks", season)
    undone = counted((both(key, reject(done)) for key, done, *_ in tasks), known)
    keys = counted((key for key, *_ in tasks), known)
    mostly = OPEN
    if known:
        mostly = (5 * undone[1] <= keys[0], 5 * undone[0] <= keys[1])
    others_done = every(((reject(t[0]), t[1]) for t in tasks), known)
    timely = every(((t[0], t[2]) for t in tasks), known)
    excellent = every(((t[0], both(t[2], t[3])) for t in tasks), known)
    others_good = every(((reject(t[0]), both(t[2], t[4])) for t in tasks), known)
    return {
        3: both(meeting[3], mostly, others_done),
        4: both(meeting[4], timely, others_done),
        5: both(meeting[5], excellent, others_good),
    }


def standing(facts: Facts, season: Season, ago: int) -> list[Row]:
    """Cases that stand on the day of the rating."""
    rows = dated(facts, "cases", season, ago)
    return [row for row in rows if row[3] is None or row[3] > season.on]


def cases(facts: Facts, season: Season) -> dict[int, Pair]:
    """Criterion 4."""
    found = {}
    for ago in range(3):
        count = len(standing(facts, season, ago))
        found[3 + ago] = at_most(count, count if kept(facts, "cases", season, ago) else None, 0)
    return found


def veto(facts: Facts, season: Season) -> Pair:
    """A-4.3b: a standing case of the year, serious and of a Party member."""
    rows = standing(facts, season, 0)
    low, high = counted(
        (both(equal(serious), equal(member)) for _, serious, member, _ in rows),
        kept(facts, "cases", season),
    )
    return at_least(low, high, 1)


def honoured(facts: Facts, season: Season) -> Pair:
    """Criterion 5 at five stars."""
    about = [row[1] for row in dated(facts, "honours", season)]
    tests = (equal(None if a is None else a in ("excellence", "branch_work")) for a in about)
    return at_least(*counted(tests, kept(facts, "honours", season)), 1)


def named(facts: Facts, season: Season) -> dict[int, Pair]:
    """Criterion 6."""
    low, high = 0, 0 if kept(facts, "circulars", season) else None
    for _, about, persons in dated(facts, "circulars", season):
        if about == "rule_breach":
            low += persons or 0
        if about in ("rule_breach", None):
            high = None if persons is None or high is None else high + persons
    return {5 - most: at_most(low, high, most) for most in (2, 1, 0)}


def criticised(facts: Facts, season: Season) -> dict[int, Pair]:
    """Criterion 8."""
    found = {}
    for ago in range(3):
        about = [row[1] for row in dated(facts, "circulars", season, ago)]
        tests = (equal(None if a is None else a == "work_error") for a in about)
        found[3 + ago] = at_most(*counted(tests, kept(facts, "circulars", season, ago)), 0)
    return found


def active(facts: Facts, season: Season) -> Pair:
    """Criterion 7 at five stars."""
    tests = (
        both(
            equal(None if kind is None else kind == "cultural_sports"),
            equal(group),
            equal(recorded),
        )
        for _, kind, group, recorded in dated(facts, "activities", season)
    )
    return at_least(*counted(tests, kept(facts, "activities", season)), 2)


def appraised(facts: Facts, season: Season) -> Pair:
    """The computed part of criterion 9: everyone took part and passed at the year's last appraisal."""
    rows = of_year(facts, "appraisals", season)
    held = [row[1] for row in rows if row[1] is not None and row[1] <= season.on]
    if not held or not kept(facts, "appraisals", season):
        return OPEN
    said = []
    for _, day, members, *parts in rows:
        if day is None or day == max(held):  # one without a day may be the last
            least = max(part or 0 for part in parts)
            said.append(both(*(same(part, members, least) for part in parts)))
    return all(s[0] for s in said), any(s[1] for s in said)


def planned(facts: Facts, season: Season) -> dict[int, Pair]:
    """The computed part of criterion 11."""
    known = kept(facts, "plans", season)
    rows = of_year(facts, "plans", season)
    yearly = [row for row in rows if row[1] is None]
    quarters = len(rows) - len(yearly)
    has_year = at_least(len(yearly), len(yearly) if known else None, 1)
    has_quarters = at_least(quarters, quarters if known else None, 4)
    of_all = [(r[3], r[2], r[3] or 0) for r in rows]
    basic = share([(r[3], r[2], r[3] or 0) for r in yearly], 80, known)
    return {
        3: both(has_year, basic),
        4: both(has_year, has_quarters, share(of_all, 90, known)),
        5: both(has_year, has_quarters, share(of_all, 100, known)),
    }


def innovated(facts: Facts, season: Season) -> dict[int, Pair]:
    """The computed part of criterion 12."""
    known = kept(facts, "innovations", season)
    rows = dated(facts, "innovations", season)
    some = at_least(len(rows), len(rows) if known else None, 1)
    tests = (both(equal(summed), equal(by is not None)) for _, summed, by in rows)
    return {3: some, 4: some, 5: at_least(*counted(tests, known), 1)}


def computed(facts: Facts, season: Season) -> dict[tuple[int, int], Pair]:
    """What the registers say for criteria 1 to 12, by criterion and level; judged parts aside."""
    tables = {
        1: meetings_and_tasks(facts, season),
        4: cases(facts, season),
        5: {5: honoured(facts, season)},
        6: named(facts, season),
        7: {5: active(facts, season)},
        8: criticised(facts, season),
        9: dict.fromkeys((3, 4, 5), appraised(facts, season)),
        11: planned(facts, season),
        12: innovated(facts, season),
    }
    return {(c, level): pair for c, found in tables.items() for level, pair in found.items()}
