import pytest

from tests.doctor.asking import scheme
from tests.doctor.population.loaded import COUNTY, MEMBERS, OFFICE
from xingping.doctor.population.campaign import campaigns, kept_level


@pytest.mark.parametrize("county", [COUNTY, MEMBERS])
def test_the_places_of_all_years_meet_the_target_and_one_fewer_never(county):
    (one,) = campaigns(county)

    assert tuple(one.years) == (1, 2, 3)
    assert one.reached(one.own, None)
    assert one.missed(one.own, None, lost=1)


def test_the_level_that_holders_keep_is_read_from_the_exemption():
    assert kept_level(COUNTY) == "5"
    assert kept_level(OFFICE) is None
    assert kept_level(scheme("campaign-chosen-again", "found")) is None


def test_numbers_that_miss_it_are_all_but_the_multiples_of_ten():
    (one,) = campaigns(scheme("campaign-short", "found"))

    assert one.missing(one.own, 11) == [1, 2, 3, 4, 6, 7, 8, 9, 11]
    assert one.missed_but_for_multiples(one.own) == 5
    assert one.numbers(one.own, 21) == [6, 6, 4]
