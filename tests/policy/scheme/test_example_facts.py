import pytest

from tests.policy.scheme.tiny import told, write
from xingping.policy.scheme.load import load_scheme

CASES = [
    (
        "points: 40}], line",
        "points: forty}], line",
        "examples.nt:3:59: a number is due here, not 'forty'",
        "hint: numbers are written 12, 0.01, -5 or 70%",
    ),
    (
        "points: 40}], line",
        "points: 40.001}], line",
        "examples.nt:3:59: 'points' takes no number as fine as 40.001",
    ),
    (
        "points: 40}], line",
        "points: 20000}], line",
        "examples.nt:3:59: 20000 is out of the limits of 'points'",
    ),
    (
        "points: 40}], line",
        "points: 40, ago: soon}], line",
        "examples.nt:3:68: a whole number from 0 to 30 is due here, not 'soon'",
    ),
    (
        "points: 40}], line",
        "points: 40, times: 5000}], line",
        "examples.nt:3:70: a whole number from 1 to 1000 is due here, not '5000'",
    ),
    (
        "points: 40}], line",
        "points: 40, every: week}], line",
        "examples.nt:3:70: no interval is called 'week'",
        "hint: known: month",
    ),
    (
        "    cases: 2",
        "    cases: two",
        "examples.nt:5:12: a whole number from 0 to 30 is due here, not 'two'",
    ),
    (
        "points: 40}], line: 60}",
        "points: 40}], judged: 2}",
        "examples.nt:3:65: no name is called 'judged'",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_a_value_that_could_not_stand_in_a_record_is_told(tmp_path, case):
    old, new, *expected = case

    assert told(tmp_path, "examples.nt", old, new)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("recorded: maybe", "yes or no is due here, not 'maybe'"),
        ("held_on: 02-30", "a day is due here, not '02-30'"),
        ("held_on: May", "a day is due here, not 'May'"),
    ],
)
def test_days_and_answers_are_read_as_such(tmp_path, written, why):
    old = "times: 2, recorded: yes"
    (first, *_) = told(tmp_path, "criteria/1-tidy.nt", old, f"times: 2, {written}")

    assert first.endswith(why)


@pytest.mark.parametrize(
    ("written", "better"),
    [
        ("recorded: 有", "yes"),
        ("recorded: 没有", "no"),
        ("held_on: 3月1日", "03-01"),
        ("held_on: 2025年3月1日", "2025-03-01"),
        ("held_on: 2025/3/1", "2025-03-01"),
        ("times: 2次", "2"),
        ("times: 两次", "2"),
    ],
)
def test_cells_as_people_write_them_are_told_with_what_to_write(tmp_path, written, better):
    found = told(tmp_path, "criteria/1-tidy.nt", "times: 2, recorded: yes", written)

    assert found[1] == f"hint: write: {better}"


@pytest.mark.parametrize("day", ["02-29", "2025-03-01"])
def test_a_day_may_leave_out_the_year(tmp_path, day):
    assert told(tmp_path, "criteria/1-tidy.nt", "recorded: yes", f"held_on: {day}") == []


def test_a_level_may_stand_where_its_number_is_due(tmp_path):
    scheme = load_scheme(write(tmp_path))
    assert scheme.examples

    new = "titles: [{stars: 二星}], line"
    assert told(tmp_path / "named", "examples.nt", "line", new) == []
