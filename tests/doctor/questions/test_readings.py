import pytest

from tests.doctor.asking import clear, found, scheme
from xingping.doctor.questions.readings import (
    DENOMINATOR,
    FIXED,
    NESTED,
    PERIODS,
    ask_cap_order,
    ask_denominators,
    ask_doubled_caps,
    ask_fixed_places,
    ask_periods,
)
from xingping.doctor.visit import Visit


@pytest.mark.parametrize(
    ("question", "kind", "about"),
    [
        (ask_cap_order, NESTED, ("score",)),
        (ask_denominators, DENOMINATOR, ("bins",)),
        (ask_periods, PERIODS, ("stars",)),
        (ask_fixed_places, FIXED, ("best",)),
    ],
)
def test_a_decision_that_no_reading_states_is_found_and_a_stated_one_is_not(question, kind, about):
    (finding,) = found(question, kind)

    assert finding.about == about
    assert finding.weight == "note"
    assert clear(question, kind)


def test_of_a_given_number_it_is_said_how_many_go_without_a_place():
    (finding,) = ask_fixed_places(Visit(scheme(FIXED, "found"), units=5))

    assert "5个中有2个没有名额" in finding.said.zh
    assert list(ask_fixed_places(Visit(scheme(FIXED, "found"), units=3))) == []


def test_points_that_double_under_a_cap_are_found_unless_a_reading_says_which_comes_first():
    (finding,) = found(ask_doubled_caps, NESTED, "found-doubled")

    assert finding.about == ("done",)
    assert found(ask_doubled_caps, NESTED, "clear-doubled") == []
