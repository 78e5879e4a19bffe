"""What a sample branch does in a year."""

import pytest

from xingping.records.sample import deeds
from xingping.records.sample.arcs import BranchYear, Stage
from xingping.records.sample.draw import draw


def branch(quality, *marks):
    return BranchYear("u01", 20, 2026, Stage(quality, "90.00", 3, 3, frozenset(marks)))


def attendance(one, seed):
    rows = deeds.meetings(draw(seed), one, deeds.meeting_days(draw(seed, "days"), 2026))
    return sum(row["present"] for row in rows), sum(row["expected"] for row in rows), rows


@pytest.mark.parametrize("seed", range(5))
def test_attendance_is_full_from_four_stars_and_four_fifths_at_three(seed):
    for quality in (4, 5):
        present, expected, _ = attendance(branch(quality), seed)
        assert present == expected
    present, expected, _ = attendance(branch(3), seed)
    assert 5 * present >= 4 * expected
    present, expected, _ = attendance(branch(0), seed)
    assert 5 * present < 4 * expected


def test_on_the_line_attendance_tasks_and_plans_are_exactly_enough():
    line = branch(3, "on_the_line")
    present, expected, _ = attendance(line, 1)
    key = [row for row in deeds.tasks(draw(1), line) if row["key"]]
    plans = deeds.plans(draw(1), line)

    assert 5 * present == 4 * expected
    assert (len(key), sum(row["done_on"] is None for row in key)) == (5, 1)
    assert (plans[0]["items"], plans[0]["items_done"], len(plans)) == (15, 12, 4)


@pytest.mark.parametrize("seed", range(5))
def test_a_five_star_branch_does_all_of_its_work_in_time_and_well(seed):
    best = branch(5)
    tasks, plans = deeds.tasks(draw(seed), best), deeds.plans(draw(seed), best)
    sports = [row for row in deeds.activities(draw(seed), best) if row["kind"] == "cultural_sports"]

    assert all(row["done_on"] <= row["due_on"] for row in tasks)
    assert {row["grade"] for row in tasks if row["key"]} == {"outstanding"}
    assert all(row["items"] == row["items_done"] for row in plans)
    assert [row["group"] and row["recorded"] for row in sports] == [True, True]
    assert deeds.innovations(draw(seed), best)[0]["recognised_by"] is not None


@pytest.mark.parametrize("seed", range(5))
def test_a_four_star_branch_carries_out_nine_tenths_of_its_plans(seed):
    plans = deeds.plans(draw(seed), branch(4))

    assert 10 * sum(row["items_done"] for row in plans) >= 9 * sum(row["items"] for row in plans)
    assert 5 * plans[0]["items_done"] >= 4 * plans[0]["items"]
