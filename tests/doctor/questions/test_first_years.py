from dataclasses import replace

from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.first_years import ask_first_years
from xingping.policy.scheme.load import load_scheme
from xingping.rating.examples.check import compare


def test_a_clean_record_of_two_years_is_out_of_reach_in_year_one_and_a_deed_is_not():
    (finding,) = found(ask_first_years, "first-years")

    assert finding.facts == (("2", "2"),)
    assert clear(ask_first_years, "first-years")


def test_the_case_is_rated_as_claimed():
    subject = scheme("first-years", "found")
    (finding,) = asked(ask_first_years, subject)

    told = compare(subject, finding.witness.example)

    assert [(one.what, one.found) for one in told] == [("2", "unknown")]


def test_nobody_in_the_office_is_surely_five_stars_before_the_third_year():
    (finding,) = asked(ask_first_years, load_scheme("office-branches"))

    assert finding.facts == (("4", "2"), ("5", "3"))
    assert finding.weight == "gap"
    assert "第1-2年无人能确定为五星级" in finding.said.zh


def test_a_target_of_a_year_in_which_nobody_can_is_a_contradiction():
    office = load_scheme("office-branches")
    third = office.targets["year3"]
    sooner = replace(office, targets={"year3": replace(third, year=2)})

    (finding,) = asked(ask_first_years, sooner)

    assert finding.weight == "contradiction"
    assert "目标 A-2.3 因此落空" in finding.said.zh
