"""A sample year that is not over yet."""

from datetime import date

from xingping.records.sample.open_year import up_to_month

TASK = {"due_on": date(2026, 11, 2), "done_on": date(2026, 10, 9), "grade": "good"}


def plan(quarter):
    return {"year": 2026, "quarter": quarter, "items": 6, "items_done": 6}


def test_without_a_month_everything_stays():
    tables = {"tasks": [TASK]}

    assert up_to_month(tables, 2026, None) == tables


def test_a_task_due_later_stays_and_is_not_done_yet():
    open_year = up_to_month({"tasks": [TASK]}, 2026, 9)

    assert open_year == {"tasks": [TASK | {"done_on": None, "grade": None}]}


def test_plans_are_carried_out_as_far_as_the_month():
    plans = {"plans": [plan(quarter) for quarter in (None, 1, 2, 3)]}

    rows = up_to_month(plans, 2026, 4)["plans"]

    assert [(row["quarter"], row["items_done"]) for row in rows] == [(None, 2), (1, 6), (2, 2)]


def test_a_declaration_is_there_from_october():
    tables = {"declarations": [{"year": 2026}, {"year": 2025}]}

    assert len(up_to_month(tables, 2026, 9)["declarations"]) == 1
    assert len(up_to_month(tables, 2026, 10)["declarations"]) == 2


def test_a_case_withdrawn_later_stands_until_then():
    case = {"filed_on": date(2026, 3, 2), "withdrawn_on": date(2026, 11, 2)}

    assert up_to_month({"cases": [case]}, 2026, 6)["cases"] == [case | {"withdrawn_on": None}]
    assert up_to_month({"cases": [case]}, 2026, 2)["cases"] == []
