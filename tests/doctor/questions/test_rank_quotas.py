from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.rank_quotas import ask_rank_quotas
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_more_places_than_ranks_are_found_and_as_many_as_ranks_not():
    (finding,) = found(ask_rank_quotas, "quota-rank")

    assert dict(finding.facts) == {"number": "7", "places": "2", "ranks": "1"}
    assert clear(ask_rank_quotas, "quota-rank")


def test_for_few_enough_subjects_the_places_can_be_filled():
    assert list(ask_rank_quotas(Visit(scheme("quota-rank", "found"), 6))) == []


def test_a_county_promises_no_places():
    assert asked(ask_rank_quotas, load_scheme("county-branches")) == []
