"""A year's selection of members in the sample county: who is named, and what the third year leaves open."""

from dataclasses import dataclass, field

from xingping.records.sample.ballots import Ballots, cast
from xingping.records.sample.draw import draw
from xingping.records.sample.villagers import Villager

# Places are ceil(20 %), ceil(30 %) and ceil(40 %) of all members, less those already given out (B-R5).
_SHARES = (20, 30, 40)
_LINE = 9000
_OUT_OF_REACH = 8300
_TIED = 4
_OPEN_YEAR = 3


@dataclass
class MemberYear:
    """A year of the campaign: ballots by member, and by mark who has a case, owes dues or lacks a paper."""

    year: int
    ballots: dict[str, Ballots]
    marks: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)


def places(year: int, everyone: int) -> int:
    """Count the places of a year of the campaign among all members."""
    before = _SHARES[year - 2] * everyone if year > 1 else 0
    return -(-_SHARES[year - 1] * everyone // 100) - -(-before // 100)


def select(year: int, seed: int, everyone: list[Villager], holders: set[str]) -> MemberYear:
    """Cast the ballots of those who stand and name the best of 90 and over; the third year is left to be decided."""
    chance = draw(seed, "ballots", year)
    standing = [one for one in everyone if one.since <= year and one.member not in holders]
    now = MemberYear(year, {one.member: cast(chance, one.aim(chance, year)) for one in standing})
    merits = {member: ballots.merit() for member, ballots in now.ballots.items()}
    order = sorted(merits, key=lambda member: merits[member], reverse=True)
    count = places(year, sum(one.since <= year for one in everyone))
    _mark(now, order, merits, seed)
    known = [member for member in order if member not in now.marks]
    if year < _OPEN_YEAR:
        now.named = [member for member in known[:count] if merits[member][0] >= _LINE]
    else:
        _tie(now, known, count)
    return now


def _mark(
    now: MemberYear, order: list[str], merits: dict[str, tuple[int, int, int]], seed: int
) -> None:
    """Give cases and unpaid dues every year; in the third also what is missing: two of the best, many far below."""
    chance = draw(seed, "member_marks", now.year)
    best, middle = order[20:120], order[len(order) // 3 : len(order) // 2]
    now.marks |= dict(zip(chance.sample(best, 2), ("case", "dues_unpaid"), strict=True))
    now.marks |= dict(
        zip(chance.sample(middle, 4), ("case", "dues_unpaid", "dues_unpaid", "case"), strict=True)
    )
    if now.year == _OPEN_YEAR:
        free = [member for member in best if member not in now.marks]
        now.marks |= dict(
            zip(chance.sample(free, 2), ("dues_missing", "fellows_missing"), strict=True)
        )
        low = [
            member
            for member in order
            if merits[member][0] < _OUT_OF_REACH and member not in now.marks
        ]
        missing = (
            "self_missing",
            "fellows_missing",
            "fellows_missing",
            "committee_missing",
            "dues_missing",
        )
        now.marks |= dict(zip(chance.sample(low, 5 * len(missing)), missing * 5, strict=True))


def _tie(now: MemberYear, known: list[str], count: int) -> None:
    """Make four equal in everything for what the certain ones leave of the places: none is in until it is decided."""
    first, *others = known[count - _TIED + 1 : count + 1]
    for turn, member in enumerate(others, start=1):
        now.ballots[member] = now.ballots[first].turned(turn)
