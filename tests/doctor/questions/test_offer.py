import pytest

from tests.doctor.asking import clear, found
from xingping.doctor.questions.offer import ask_totals, ask_worth
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import list_builtin, load_scheme


@pytest.mark.parametrize("kind", ["total-unreached", "total-exceeded"])
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(kind):
    assert len(found(ask_totals, kind)) == 1
    assert clear(ask_totals, kind)


def test_a_total_out_of_reach_is_told_with_the_most_there_is():
    (finding,) = found(ask_totals, "total-unreached")

    assert finding.said.zh == "考核分写明满分110，但各项全部做到最多100分。"
    assert finding.facts == (("total", "110"), ("most", "100"))
    assert finding.weight == "contradiction"


def test_a_total_that_can_be_exceeded_is_told_with_a_case_the_engine_rates():
    (finding,) = found(ask_totals, "total-exceeded")

    assert finding.witness.example.expect == {"score": "100"}
    assert "如100分" in finding.said.zh


@pytest.mark.parametrize("name", list_builtin())
def test_the_totals_of_the_built_in_schemes_are_what_the_parts_give(name):
    visit = Visit(load_scheme(name))

    assert [f.said.zh for f in (*ask_totals(visit), *ask_worth(visit))] == []
