from fractions import Fraction

import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.windows import ask_counted_again, length
from xingping.policy.language.tree import Window
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.scheme import Cycle


def test_points_for_two_years_in_a_yearly_scheme_are_found_and_those_of_the_year_not():
    assert [finding.about for finding in found(ask_counted_again, "counted-again")] == [
        ("counted",)
    ]
    assert clear(ask_counted_again, "counted-again")


def test_conditions_that_look_back_on_purpose_are_no_points():
    assert asked(ask_counted_again, load_scheme("office-branches")) == []


@pytest.mark.parametrize(
    ("window", "cycle", "years"),
    [
        (None, Cycle(1, "year"), Fraction(1)),
        (None, Cycle(1, "month"), Fraction(1, 12)),
        (Window("span", 3, "year"), Cycle(1, "year"), Fraction(3)),
        (Window("span", 24, "month"), Cycle(1, "year"), Fraction(2)),
        (Window("span", 2, "period"), Cycle(1, "half"), Fraction(1)),
        (Window("previous", 1, "year"), Cycle(1, "year"), Fraction(2)),
        (Window("ever"), Cycle(1, "year"), Fraction(0)),
    ],
)
def test_a_window_reaches_back_so_many_years(window, cycle, years):
    assert length(window, cycle) == years
