import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.settled import ask_idle_arms, ask_settled_conditions
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme

QUESTIONS = [
    (ask_settled_conditions, "never-holds", ("standard", "1@2")),
    (ask_settled_conditions, "always-holds", ("standard", "1@1")),
    (ask_idle_arms, "idle-arm", ("line", "held")),
]


@pytest.mark.parametrize(("question", "kind", "about"), QUESTIONS)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind, about):
    assert [finding.about[:2] for finding in found(question, kind)] == [about]
    assert clear(question, kind)


@pytest.mark.parametrize("question", [ask_settled_conditions, ask_idle_arms])
@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_nothing_in_the_built_in_schemes_is_settled_before_there_are_records(question, name):
    assert asked(question, load_scheme(name)) == []


def test_without_time_every_condition_is_open():
    visit = Visit(load_scheme("county-branches"), until=0.0)

    assert {finding.settled for finding in ask_settled_conditions(visit)} == {False}
