from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.deciding import ask_idle_criteria
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_a_criterion_that_the_others_imply_is_told():
    (finding,) = found(ask_idle_criteria, "criterion-idle")

    assert finding.about == ("2",)
    assert clear(ask_idle_criteria, "criterion-idle")


def test_every_criterion_of_the_office_decides_something():
    assert asked(ask_idle_criteria, load_scheme("office-branches")) == []


def test_without_time_the_question_is_open():
    visit = Visit(load_scheme("office-branches"), until=0.0)

    assert {finding.settled for finding in ask_idle_criteria(visit)} == {False}
