"""What is recorded of a village branch in one year: scores by dimension, the survey, honours, attestations."""

import random
from dataclasses import dataclass

from xingping.records.sample.aims import Aim
from xingping.records.sample.draw import Row, hundredths, workday

# item, its most in tenths of a point
_ITEMS = (("B-2.1", 200), ("B-2.2", 200), ("B-2.3", 200), ("B-2.4", 200), ("B-2.5", 100))
_JUDGED = 900
_STEP = 10
# clause, the department that attests
_DEPARTMENTS = (
    ("B-5.1", "县纪委监委"),
    ("B-5.2", "县委组织部"),
    ("B-5.3", "县人民法院"),
    ("B-5.4", "县委政法委"),
    ("B-5.5", "县应急管理局"),
    ("B-5.6", "县委组织部"),
    ("B-5.7", "县委组织部"),
)
_MISSING = "B-5.4"
# bonus in hundredths: honours that give it, each about, level, form, title
_HONOURS = {
    0: (),
    100: (("honour", "county", "commendation", "县级先进村集体"),),
    200: (("innovation", "county", "commendation", "党建工作创新案例"),),
    300: (
        ("publicity", "county", "commendation", "基层党建宣传先进"),
        ("assessment", "county", "circular", "基层组织建设验收先进"),
    ),
    1000: (
        ("innovation", "nation", "commendation", "全国基层治理创新案例"),
        ("publicity", "province", "commendation", "省级党建宣传先进"),
        ("assessment", "city", "circular", "基层组织建设验收先进"),
        ("honour", "city", "commendation", "市级文明村"),
    ),
}
_REASONS = {
    "B-2.1": ("班子团结有力，办事公道", "班子较团结，议事规则还需落细"),
    "B-2.2": ("党员作用发挥好，带头致富带头服务", "党员先锋作用较好，青年党员偏少"),
    "B-2.3": ("“四议两公开”执行到位，台账齐全", "制度较健全，会议记录不够细"),
    "B-2.4": ("集体经济增收，重点工作完成好", "各项工作按期完成，特色不突出"),
    "B-2.5": ("群众评价高，矛盾化解及时", "群众基本认可，走访频次不够"),
}
_GOOD_SHARE = 90


@dataclass(frozen=True)
class VillageYear:
    """A village branch in one calendar year, what it is to score and who judges it."""

    unit: str
    year: int
    aim: Aim
    by: str

    def place(self) -> Row:
        """Give the fields that place a record of a year."""
        return {"unit": self.unit, "year": self.year}


@dataclass(frozen=True)
class VillageRows:
    """The year's rows by register."""

    points: list[Row]
    surveys: list[Row]
    honours: list[Row]
    attestations: list[Row]


def record(chance: random.Random, village: VillageYear) -> VillageRows:
    """Record a year that scores what it is to score, within 0.05 points and exactly where it is on a line."""
    bonus = _bonus(chance, village.aim)
    ballots, satisfied = _survey(chance, village.aim)
    # The survey's half of B-2.5: satisfied over ballots times ten, half up to 0.01 (B-R1).
    public = (2000 * satisfied + ballots) // (2 * ballots)
    judged = (village.aim.score - bonus - public + _STEP // 2) // _STEP
    return VillageRows(
        points=_points(chance, village, judged),
        surveys=[village.place() | {"ballots": ballots, "satisfied": satisfied}],
        honours=_honours(chance, village, bonus),
        attestations=_attestations(village),
    )


def _bonus(chance: random.Random, aim: Aim) -> int:
    if aim.bonus is not None:
        return aim.bonus
    if "decorated" in aim.marks:
        return 1000
    return chance.choice(
        (0, 0, 100, 200, 300) if aim.score >= _GOOD_SHARE * 100 else (0, 0, 0, 0, 100)
    )


def _survey(chance: random.Random, aim: Aim) -> tuple[int, int]:
    if aim.survey is not None:
        return aim.survey
    ballots = 8 if "few_ballots" in aim.marks else chance.randint(40, 120)
    share = min(99, aim.score // 100 + chance.randint(0, 5))
    return ballots, ballots * share // 100


def _points(chance: random.Random, village: VillageYear, judged: int) -> list[Row]:
    """Share tenths of points among the five judged items, each within its most."""
    given = [judged * most // _JUDGED for _, most in _ITEMS]
    given[0] += judged - sum(given)
    for _ in range(12):
        giver, taker = chance.sample(range(len(_ITEMS)), 2)
        moved = min(chance.randint(0, 4), given[giver], _ITEMS[taker][1] - given[taker])
        given[giver] -= moved
        given[taker] += moved
    missing = "B-2.4" if "points_missing" in village.aim.marks else None
    return [
        village.place()
        | {
            "item": item,
            "points": hundredths(value * _STEP),
            "by": village.by,
            "reason": _REASONS[item][0 if value * 100 >= most * _GOOD_SHARE else 1],
        }
        for (item, most), value in zip(_ITEMS, given, strict=True)
        if item != missing
    ]


def _honours(chance: random.Random, village: VillageYear, bonus: int) -> list[Row]:
    return [
        {
            "unit": village.unit,
            "awarded_on": workday(chance, village.year, chance.randint(3, 11)),
            "level": level,
            "about": about,
            "form": form,
            "title": title,
        }
        for about, level, form, title in _HONOURS[bonus]
    ]


def _attestations(village: VillageYear) -> list[Row]:
    marks = village.aim.marks
    return [
        village.place() | {"clause": clause, "holds": clause in marks, "by": by, "member": None}
        for clause, by in _DEPARTMENTS
        if not (clause == _MISSING and "attestation_missing" in marks)
    ]
