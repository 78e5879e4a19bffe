"""Which records a fold counted, and what keeps it from being known."""

from datetime import date

from tests.rating.office import activity, appraisal, case, circular, five_star, rated, scheme, task
from xingping.rating.compile.place import At
from xingping.rating.lens import Lens
from xingping.rating.reach import folds_under
from xingping.rating.tracing import trace


def traced(has, criterion, level, number=0, **more):
    """What is found for the n-th fold of the computed part of a standard."""
    run = rated({"s": has}, **more).run
    columns = {k: v[0] for k, v in run.columns.items() if not k.startswith("rows ")}
    lens = Lens(run.compiled, run.facts, 0, columns)
    standard = scheme().criteria[criterion].standards[level]
    folds = [fold for rule in standard.require for fold in folds_under(rule.tree)]
    return folds[number], trace(folds[number], At(criterion=criterion), lens)


def origins(rows):
    return [row.origin for row in rows]


def test_records_that_count_stand_with_place_and_day():
    given = [activity("2026-04-01", recorded=False), activity("2026-05-01")]

    _, found = traced(five_star(activities=given), "7", "5")

    assert [(one.row.origin, one.row.day) for one in found.rows] == [
        ("activities.csv:3", date(2026, 5, 1))
    ]
    assert found.rows[0].certain


def test_records_after_the_day_or_outside_the_window_are_left_out():
    given = [activity("2025-05-01"), activity("2026-05-01"), activity("2026-12-01")]

    _, found = traced(five_star(activities=given), "7", "5", on="2026-10-01")

    assert origins(one.row for one in found.rows) == ["activities.csv:3"]


def test_a_record_that_may_count_is_there_and_says_which_cell_is_empty():
    _, found = traced(five_star(activities=[activity("2026-05-01", recorded=None)]), "7", "5")

    assert [one.certain for one in found.rows] == [False]
    assert found.empty == {"recorded": 1}


def test_years_not_kept_are_those_of_the_window():
    _, found = traced(five_star(), "8", "5", unkept=[("circulars", 2024), ("circulars", 2022)])

    assert found.years_not_kept == (2024,)


def test_of_every_those_that_break_it_are_shown():
    fold, found = traced(five_star(tasks=[task(), task(done_on="2026-07-01")]), "1", "4", 2)

    assert len(found.rows) == 2
    assert origins(found.shown(fold)) == ["tasks.csv:3"]


def test_a_task_that_lies_ahead_is_counted_as_such():
    _, found = traced(
        five_star(tasks=[task("2026-11-01", None, None)]), "1", "4", 2, on="2026-10-01"
    )

    assert found.ahead == 1


def test_of_the_last_only_those_of_its_day_are_shown():
    given = [appraisal("2026-06-01"), appraisal("2026-12-20"), appraisal("2026-12-20")]

    fold, found = traced(five_star(appraisals=given), "9", "3")

    assert origins(found.shown(fold)) == ["appraisals.csv:3", "appraisals.csv:4"]


def test_several_years_are_looked_at_where_the_window_is_longer():
    given = [circular("2024-05-01"), circular("2023-05-01")]

    _, found = traced(five_star(circulars=given), "8", "5")

    assert origins(one.row for one in found.rows) == ["circulars.csv:2"]


def test_a_withdrawn_case_does_not_count():
    _, found = traced(five_star(cases=[case(withdrawn_on="2026-09-01"), case()]), "4", "3")

    assert origins(one.row for one in found.rows) == ["cases.csv:3"]
