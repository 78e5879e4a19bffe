import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.quotas import ask_quotas
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["quota-sum", "quota-level-empty", "quota-no-place"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_quotas, kind)) == 1
    assert clear(ask_quotas, kind)


def test_the_largest_group_without_a_place_is_named():
    (finding,) = found(ask_quotas, "quota-no-place")

    assert ("none_up_to", "9") in finding.facts


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_have_nothing_of_the_kind(name):
    assert asked(ask_quotas, load_scheme(name)) == []
