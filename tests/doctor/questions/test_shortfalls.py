import pytest

from tests.doctor.asking import clear, found
from xingping.doctor.population.campaign import campaigns
from xingping.doctor.questions.campaigns import ask_campaigns
from xingping.doctor.questions.shortfalls import shortfalls, unsettled
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["campaign-short", "campaign-chosen-again"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_campaigns, kind)) == 1
    assert clear(ask_campaigns, kind)


def test_a_target_that_the_places_meet_lacks_nothing():
    (one,) = campaigns(load_scheme("county-branches"))

    assert list(shortfalls(one, None)) == []
    assert not unsettled(one).settled
