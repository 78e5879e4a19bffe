"""What others decide about a sample branch."""

import pytest

from xingping.records.sample import decisions
from xingping.records.sample.arcs import ARCS, BranchYear
from xingping.records.sample.draw import draw


def branch(mark="", turn=2):
    stage = next(arc.years[turn] for arc in ARCS if not mark or mark in arc.years[turn].marks)
    return BranchYear("u01", 12, 2024 + turn, stage)


def test_a_three_star_filing_enters_its_own_findings():
    rows = decisions.findings(draw(1), branch("named_twice"), ["甲"])

    assert {(row["level"], row["by"]) for row in rows} == {(3, "党支部")}
    assert len(rows) == len(decisions.JUDGED)


def test_a_five_star_branch_has_every_finding_at_five():
    rows = decisions.findings(draw(1), branch(), ["甲"])

    assert {row["level"] for row in rows} == {5}


@pytest.mark.parametrize(
    ("mark", "persons"), [("named_once", [1]), ("named_twice", [2]), ("named_three_times", [2, 1])]
)
def test_circulars_name_as_many_persons_as_the_arc_says(mark, persons):
    rows = decisions.circulars(draw(1), branch(mark))

    assert [row["persons"] for row in rows] == persons


def test_a_late_appraisal_is_held_in_january():
    assert decisions.appraisal(draw(1), branch("late_appraisal"))["held_on"].year == 2027
    assert decisions.appraisal(draw(1), branch())["held_on"].month == 12


def test_equal_scores_stay_equal():
    scores = [str(arc.years[2].score) for arc in ARCS]
    rows = [decisions.assessment(5, BranchYear("u", 9, 2026, arc.years[2])) for arc in ARCS]

    assert len({row["score"] for row in rows}) == len(set(scores))
