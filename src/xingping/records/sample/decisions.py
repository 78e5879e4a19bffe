"""What others decide about a sample branch in a year: findings and scores, honours and cases, titles."""

import random
from datetime import date

from xingping.records.sample.agenda import HONOURS, REASONS, SELF_ASSESSED
from xingping.records.sample.arcs import BranchYear
from xingping.records.sample.draw import Row, draw, hundredths, workday

JUDGED = ("2", "3", "5", "7", "9", "10", "11", "12")
_LEVELS = (0, 3, 4, 5)
_GOOD, _BEST = 4, 5

# Partial credit where no level is met, at most 70 % of the criterion's points (A-R2): criterion, hundredths, reason.
_PARTIAL = {
    "weak": (
        ("1", 800, "参加率不足八成，但重点工作多数完成"),
        ("6", 300, "被通报后组织了专题警示教育"),
        ("9", 650, "已开展民主评议，有一名党员未参加"),
        ("10", 300, "档案正在补齐"),
        ("11", 350, "年度计划完成七成"),
    ),
    "error": (("8", 400, "问题已整改到位并书面说明"),),
}
# mark: about, form, persons of each circular
_CIRCULARS = {
    "named_once": (("rule_breach", "circular", 1),),
    "named_twice": (("rule_breach", "circular", 2),),
    "named_three_times": (("rule_breach", "circular", 2), ("rule_breach", "circular", 1)),
    "criticised": (("work_error", "circular", 1),),
    "accountable": (("work_error", "accountability", 1),),
}


def findings(chance: random.Random, branch: BranchYear, reviewers: list[str]) -> list[Row]:
    """Judge the eight judged criteria; a three-star filing enters its own finding, at most three (A-R13)."""
    declared = branch.stage.declared
    if declared is None:
        return []
    rows = []
    for criterion in JUDGED:
        if declared >= _GOOD:
            level = chance.choice(
                [level for level in _LEVELS if branch.quality <= level <= branch.quality + 1]
            )
            # One judged part below five is what keeps a branch that declared five at four.
            level = branch.quality if criterion == "12" else level
            by, reason = chance.choice(reviewers), chance.choice(REASONS[level])
        elif criterion == "10" and not branch.quality:
            level, by, reason = 0, chance.choice(reviewers), REASONS[0][0]
        else:
            level, by, reason = 3, "党支部", SELF_ASSESSED
        rows.append(
            {
                "unit": branch.unit,
                "year": branch.year,
                "criterion": criterion,
                "level": level,
                "by": by,
                "reason": reason,
            }
        )
    return rows


def points(branch: BranchYear, reviewer: str) -> list[Row]:
    """Grant part of the points of criteria at which no level is met, with a reason."""
    granted = () if branch.quality else _PARTIAL["weak"]
    if branch.has("criticised") or branch.has("accountable"):
        granted = _PARTIAL["error"]
    return [
        {
            "unit": branch.unit,
            "year": branch.year,
            "item": item,
            "points": hundredths(value),
            "by": reviewer,
            "reason": reason,
        }
        for item, value, reason in granted
    ]


def assessment(seed: int, branch: BranchYear) -> Row:
    """Give the office's yearly assessment: the arc's score, moved a little; equal ones stay equal."""
    score = int(branch.stage.score.replace(".", ""))
    if not branch.has("on_the_line"):
        score += draw(seed, "assessments", branch.year, score).randint(-15, 15)
    return {"unit": branch.unit, "year": branch.year, "score": hundredths(score)}


def appraisal(chance: random.Random, branch: BranchYear) -> Row:
    """Hold the year's democratic appraisal in December: everyone takes part and passes, save in a weak branch."""
    late = branch.has("late_appraisal")
    missed = 0 if branch.quality else 1
    return {
        "unit": branch.unit,
        "year": branch.year,
        "held_on": workday(chance, branch.year + 1, 1, 10, 16)
        if late
        else workday(chance, branch.year, 12, 10, 24),
        "members": branch.members,
        "took_part": branch.members - missed,
        "passed": branch.members - missed,
    }


def honours(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Commend the branch: for excelling at five stars, now and then for something else below."""
    abouts = {5: ["excellence", chance.choice(("publicity", "honour"))], 4: ["branch_work"]}.get(
        branch.quality, []
    )
    if not abouts and branch.quality and chance.choice((True, False, False)):
        abouts = [chance.choice(("publicity", "assessment"))]
    return [
        {
            "unit": branch.unit,
            "awarded_on": workday(chance, branch.year, chance.choice((6, 7, 11))),
            "level": "city"
            if about == "excellence"
            else chance.choice(("office", "office", "city")),
            "about": about,
            "form": "circular" if about == "publicity" else "commendation",
            "title": HONOURS[about],
        }
        for about in abouts
    ]


def circulars(chance: random.Random, branch: BranchYear) -> list[Row]:
    """Issue the circulars of the branch's year."""
    months = iter(sorted(chance.sample(range(3, 11), 2)))
    return [
        {
            "unit": branch.unit,
            "issued_on": workday(chance, branch.year, next(months)),
            "about": about,
            "form": form,
            "persons": persons,
        }
        for mark, issued in _CIRCULARS.items()
        if branch.has(mark)
        for about, form, persons in issued
    ]


def cases(chance: random.Random, branch: BranchYear) -> list[Row]:
    """File the case of the branch's year, if it has one: serious, withdrawn, or of staff who are no members."""
    serious, withdrawn = branch.has("case_serious"), branch.has("case_withdrawn")
    if not (serious or withdrawn or branch.has("case_of_staff")):
        return []
    return [
        {
            "unit": branch.unit,
            "filed_on": workday(chance, branch.year, chance.randint(3, 6)),
            "kind": "law" if serious else "discipline",
            "serious": serious,
            "party_member": serious or withdrawn,
            "withdrawn_on": workday(chance, branch.year, chance.randint(9, 11))
            if withdrawn
            else None,
            "member": None,
        }
    ]


def declaration(branch: BranchYear) -> list[Row]:
    """Declare a level, unless the branch declared nothing."""
    declared = branch.stage.declared
    return (
        []
        if declared is None
        else [{"unit": branch.unit, "year": branch.year, "stars": declared, "member": None}]
    )


def title(branch: BranchYear) -> Row:
    """Hold from the next year's start what this year gave."""
    return {"unit": branch.unit, "year": branch.year + 1, "stars": branch.stage.won, "member": None}


def founded(chance: random.Random, first_year: int) -> date:
    """Pick the day a branch was set up, up to fifteen years before the campaign."""
    return workday(chance, first_year - chance.randint(2, 15), chance.randint(3, 11))
