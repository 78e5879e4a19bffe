from fractions import Fraction

from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.seasons import (
    campaign_years,
    number_for,
    parameters,
    ready,
    values_set,
)


def test_a_year_of_the_campaign_sets_its_first_year():
    assert campaign_years(COUNTY) == (1, 2, 3)
    assert parameters(COUNTY, 3) == {"first_year": "2024"}


def test_a_parameter_without_a_default_gets_its_lower_bound():
    assert values_set(ready(OFFICE, 1))["target_score"] == Fraction(0)


def test_the_engine_works_out_the_places_of_each_year():
    tree = COUNTY.quotas["yearly_share"].places["5"].tree

    assert [number_for(ready(COUNTY, year), tree, 109) for year in (1, 2, 3)] == [33, 33, 22]
    assert number_for(None, tree, 109) is None
