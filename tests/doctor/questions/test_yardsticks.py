import pytest

from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.yardsticks import ask_yardsticks
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize(
    ("kind", "weight"),
    [("barred-yardstick", "contradiction"), ("perhaps-barred-yardstick", "note")],
)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(kind, weight):
    assert [(f.about, f.weight) for f in found(ask_yardsticks, kind)] == [(("counted",), weight)]
    assert clear(ask_yardsticks, kind)


def test_what_the_catalogue_declares_counts_and_not_what_it_is_called():
    (finding,) = asked(ask_yardsticks, scheme("barred-yardstick", "found"))

    assert finding.facts == (("counted", "minutes"),)
    assert "学习时长" in finding.said.zh
    assert "2024年《整治形式主义为基层减负若干规定》" in finding.said.zh


def test_points_of_an_app_are_all_named_in_one_finding():
    (finding,) = asked(ask_yardsticks, load_scheme("tests/policies/36-app-windowed-caps"))

    assert finding.kind == "barred-yardstick"
    assert len(finding.about) == 7


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_take_no_such_yardstick(name):
    assert asked(ask_yardsticks, load_scheme(name)) == []
