import pytest

from tests.doctor.asking import asked, clear, found, whole
from xingping.doctor.population.apart import MOST_APART
from xingping.doctor.questions.ranks import ask_ranks
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_a_rank_that_few_can_have_is_found_and_one_with_a_way_round_it_not():
    (finding,) = found(ask_ranks, "target-rank")

    assert ("up_to", "1") in finding.facts
    assert clear(ask_ranks, "target-rank")


def test_with_different_scores_at_most_three_of_an_office_are_four_star_and_one_five_star():
    findings = asked(ask_ranks, load_scheme("office-branches"))
    ranks = [f for f in findings if f.kind == "target-rank"]

    assert [(f.clauses, dict(f.facts)["up_to"]) for f in ranks] == [
        (("A-2.2", "A-S4.13"), "3"),
        (("A-2.3", "A-S5.13"), "1"),
    ]
    for finding in findings:
        whole(finding)


def test_an_office_of_three_can_meet_the_target_of_the_second_year_only():
    findings = list(ask_ranks(Visit(load_scheme("office-branches"), 3)))

    assert {f.about[0] for f in findings} == {"year3"}


@pytest.mark.parametrize(
    ("units", "missed"),
    [(1, set()), (2, {"year3"}), (3, {"year3"}), (4, {"year2", "year3"}), (14, {"year2", "year3"})],
)
def test_each_number_of_branches_of_an_office_is_told_by_itself(units, missed):
    findings = list(ask_ranks(Visit(load_scheme("office-branches"), units)))
    ranks = [f for f in findings if f.kind == "target-rank"]

    assert {f.about[0] for f in ranks} == missed
    assert all(f"共{units}个时做不到" in f.said.zh for f in ranks)
    for finding in findings:
        whole(finding)
        counted = sum(one.times for one in finding.witness.example.subjects)
        assert counted == units or units > MOST_APART
