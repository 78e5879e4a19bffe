"""Who can close what is open: makers of registers, fillers of fields, the ranking."""

from tests.rating.office import five_star, reason, task

OCTOBER = "2026-10-01"


def by(branch, criterion, level, **more):
    return reason(branch, criterion, level, on=OCTOBER, **more)["by"]


def test_a_grade_not_given_is_the_superiors():
    branch = five_star(tasks=[task(grade=None)])

    assert by(branch, "1", "5") == ["superior"]


def test_a_grade_not_given_in_another_year_is_nobodys():
    before = task(due_on="2025-04-01", done_on="2025-03-20", grade=None)
    ahead = task(due_on="2026-11-20", done_on=None, grade="outstanding")

    assert by(five_star(tasks=[before, ahead]), "1", "4") == ["branch"]
    assert by(five_star(tasks=[before, ahead]), "1", "5") == ["branch"]


def test_a_task_ahead_is_the_branchs_and_its_grade_the_superiors():
    branch = five_star(tasks=[task(due_on="2026-11-20", done_on=None, grade=None)])

    assert by(branch, "1", "4") == ["branch"]
    assert by(branch, "1", "5") == ["branch", "superior"]


def test_tasks_not_kept_are_completed_by_the_branch():
    branch = five_star(tasks=[task(grade=None)])

    assert by(branch, "1", "5", unkept=[("tasks", 2026)]) == ["branch", "superior"]


def test_an_honour_is_the_superiors_and_a_finding_the_reviewers():
    assert by(five_star(honours=[]), "5", "5") == ["superior"]
    assert by(five_star(findings=[]), "2", "5") == ["reviewer"]


def test_a_rank_is_in_nobodys_hands():
    others = {"t": five_star(assessments=[{"score": 98}])}

    assert "ranking" in by(five_star(), "13", "5", others=others)
