from datetime import date

import pytest

from xingping.policy.faults import Place
from xingping.policy.scheme.load import load_scheme
from xingping.rating.examples.rows import ExampleFaultyError, RowMaker, table

SCHEME = load_scheme("office-branches")
REGISTERS = SCHEME.catalogue.registers


def rows(register, written, on=date(2026, 12, 31)):
    maker = RowMaker(SCHEME, on, Place("examples.nt", 3, 1))
    return list(maker.rows(REGISTERS[register], written, {"unit": "u1"}))


def day(*parts):
    return date(*parts).toordinal()


def test_a_row_gets_its_subject_and_the_last_day_of_the_year():
    (row,) = rows("meetings", {"expected": "15", "present": "12"})

    assert (row["unit"], row["held_on"], row["expected"]) == ("u1", day(2026, 12, 31), 15)
    assert row["late"] is None


@pytest.mark.parametrize(
    ("written", "held_on"),
    [
        ({"held_on": "03-01"}, day(2026, 3, 1)),
        ({"held_on": "03-01", "ago": "1"}, day(2025, 3, 1)),
        ({"held_on": "2024-03-01"}, day(2024, 3, 1)),
        ({"ago": "2"}, day(2024, 12, 31)),
    ],
)
def test_a_day_may_leave_out_the_year(written, held_on):
    assert rows("meetings", written)[0]["held_on"] == held_on


def test_a_row_without_a_day_has_happened_by_the_day_of_the_rating():
    assert rows("meetings", {}, date(2026, 6, 30))[0]["held_on"] == day(2026, 6, 30)


def test_rows_may_stand_several_times_and_every_month():
    assert len(rows("meetings", {"times": "3"})) == 3
    months = [
        date.fromordinal(row["held_on"]).month for row in rows("meetings", {"every": "month"})
    ]
    assert months == list(range(1, 13))


def test_numbers_stand_in_steps_and_years_count_back():
    (row,) = rows("assessments", {"score": "94.99", "ago": "1"})

    assert (row["score"], row["year"]) == (9499, 2025)


def test_a_cell_that_no_file_could_hold_is_told_with_the_place_of_the_example():
    with pytest.raises(ExampleFaultyError) as caught:
        rows("activities", {"kind": "dancing"})

    assert caught.value.at.line == 3
    assert caught.value.why.en.startswith("'kind' of 'activities' is 'dancing': ")


def test_rows_become_columns():
    made = table("meetings", [{"unit": "a"}, {"unit": "b", "late": 1}])

    assert made.columns == {"unit": ["a", "b"], "late": [None, 1]}
    assert len(made) == 2
