"""What a sample branch does in a year: meetings, tasks, activities, plans, innovations."""

import random
from datetime import date, timedelta

from xingping.records.sample.agenda import ACTIVITIES, INNOVATIONS, KEY_TASKS, MEETINGS, OTHER_TASKS
from xingping.records.sample.arcs import BranchYear
from xingping.records.sample.draw import Row, workday

_GOOD, _BEST = 4, 5
_AGENDA_DAYS = (25, 26)


def meetings(chance: random.Random, branch: BranchYear, days: list[date]) -> list[Row]:
    """Attend ten to fourteen of the superior's meetings: all present at four stars and above, nobody late at five."""
    chosen = sorted(chance.sample(range(len(MEETINGS)), chance.randint(10, len(MEETINGS))))
    rows = []
    for turn, at in enumerate(chosen):
        expected, present = _attendance(chance, branch, MEETINGS[at][2], turn)
        late = chance.choice((0, 0, 0, 1)) if branch.quality < _BEST and expected else 0
        early = chance.choice((0, 0, 0, 0, 1)) if branch.quality < _GOOD else 0
        rows.append(
            {
                "unit": branch.unit,
                "held_on": days[at],
                "title": MEETINGS[at][1],
                "expected": expected,
                "present": present,
                "late": late,
                "left_early": early,
            }
        )
    return rows


def _attendance(
    chance: random.Random, branch: BranchYear, scope: str, turn: int
) -> tuple[int, int]:
    if branch.has("on_the_line"):
        return 10, 8
    expected = branch.members - chance.randint(0, 2) if scope == "all" else chance.randint(3, 5)
    if branch.quality >= _GOOD:
        return expected, expected
    if not branch.quality:
        return expected, expected - expected * chance.randint(28, 36) // 100 - 1
    # Never more than a fifth away: four fifths is what three stars ask for (A-S3.1).
    away = chance.randint(0, expected // 5) if turn else expected // 5
    return expected, expected - away


def meeting_days(chance: random.Random, year: int) -> list[date]:
    """Set the day of every superior meeting of a year, the same for all branches, in order."""
    days = []
    for month, _, _ in MEETINGS:
        first, last = _AGENDA_DAYS if month == 2 else (8, 26)  # noqa: PLR2004 -- February: after the Spring Festival
        days.append(workday(chance, year, month, first, last))
    return sorted(days)


def tasks(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Carry out the superior's tasks: on time from four stars, outstandingly at five."""
    rows = []
    slow = chance.randrange(len(KEY_TASKS)), chance.randrange(len(OTHER_TASKS))
    for at, (month, title) in enumerate(KEY_TASKS):
        undone = at == slow[0] and (branch.has("on_the_line") or not branch.quality)
        rows.append(
            _task(chance, branch, month, title, key=True, behind=at == slow[0], undone=undone)
        )
    for at, (month, title) in enumerate(OTHER_TASKS):
        undone = at == slow[1] and not branch.quality
        rows.append(
            _task(chance, branch, month, title, key=False, behind=at == slow[1], undone=undone)
        )
    return sorted(rows, key=lambda row: (str(row["due_on"]), str(row["title"])))


def _task(
    chance: random.Random,
    branch: BranchYear,
    month: int,
    title: str,
    *,
    key: bool,
    behind: bool,
    undone: bool,
) -> Row:
    due = workday(chance, branch.year, month, 12, 19)
    late = behind and (branch.quality < _GOOD or (branch.quality == _GOOD and not key))
    done = (
        due + timedelta(days=chance.randint(1, 6))
        if late
        else due - timedelta(days=chance.randint(0, 10))
    )
    if branch.quality == _BEST:
        grade = "outstanding" if key else chance.choice(("good", "outstanding"))
    else:
        grade = chance.choice(
            ("good", "good", "outstanding") if branch.quality == _GOOD else ("basic", "good")
        )
    return {
        "unit": branch.unit,
        "due_on": due,
        "title": title,
        "key": key,
        "done_on": None if undone else done,
        "grade": None if undone else grade,
    }


def activities(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Hold six to nine activities: two recorded group ones of culture or sports at five stars, else one."""
    kinds = ["cultural_sports"] * (2 if branch.quality == _BEST else 1)
    kinds += [chance.choice(("study", "service", "other")) for _ in range(chance.randint(5, 7))]
    rows: list[Row] = []
    for kind in kinds:
        titles = [title for title in ACTIVITIES[kind] if all(row["title"] != title for row in rows)]
        rows.append(
            {
                "unit": branch.unit,
                "held_on": workday(
                    chance, branch.year, chance.choice((1, 3, 4, 5, 6, 7, 8, 9, 10, 11))
                ),
                "kind": kind,
                "group": kind == "cultural_sports" or chance.choice((True, False)),
                "recorded": branch.quality >= _GOOD or chance.choice((True, True, False)),
                "title": chance.choice(titles or ACTIVITIES[kind]),
            }
        )
    return sorted(rows, key=lambda row: str(row["held_on"]))


def plans(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Make a year plan and four quarter plans: all done at five stars, nine in ten at four, eight at three."""
    items = 15 if branch.has("on_the_line") else chance.randint(10, 16)
    short = {5: 0, 4: 1, 3: items // 5, 0: items * 3 // 10}[branch.quality]
    rows = [_plan(branch, None, items, items - short)]
    slow = chance.randint(1, 4)
    for quarter in range(1, 5):
        # One quarter plan never handed in: four stars are out of reach, three are not.
        if branch.has("on_the_line") and quarter == slow:
            continue
        items = chance.randint(5, 8)
        behind = quarter == slow and branch.quality < _BEST
        rows.append(_plan(branch, quarter, items, items - 1 if behind else items))
    return rows


def _plan(branch: BranchYear, quarter: int | None, items: int, done: int) -> Row:
    return {
        "unit": branch.unit,
        "year": branch.year,
        "quarter": quarter,
        "items": items,
        "items_done": done,
    }


def innovations(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Try something new: summed up from four stars, recognised by a superior at five."""
    area = chance.choice(tuple(INNOVATIONS))
    return [
        {
            "unit": branch.unit,
            "made_on": workday(chance, branch.year, chance.randint(4, 10)),
            "area": area,
            "summed_up": branch.quality >= _GOOD,
            "recognised_by": chance.choice(("city", "province"))
            if branch.quality == _BEST
            else None,
            "title": chance.choice(INNOVATIONS[area]),
        }
    ]
