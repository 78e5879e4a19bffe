from tests.doctor.population.loaded import COUNTY
from xingping.doctor.population.rounding import of_all, roundings, turned
from xingping.doctor.population.seasons import number_for, ready

QUOTA = COUNTY.quotas["yearly_share"]
TREE = QUOTA.places["5"].tree


def test_a_rule_rounded_the_other_way_gives_fewer_places():
    season = ready(COUNTY, 1)

    assert roundings(TREE) == {"ceil"}
    assert roundings(turned(TREE, "floor")) == {"floor"}
    assert number_for(season, TREE, 109) == 33
    assert number_for(season, turned(TREE, "floor"), 109) == 32


def test_without_rounding_it_is_the_share_itself():
    assert roundings(turned(TREE, "exact")) == set()
    assert number_for(ready(COUNTY, 1), turned(TREE, "exact"), 5) * 2 == 3


def test_the_years_own_share_of_all_is_rounded_down():
    assert number_for(ready(COUNTY, 3), of_all(QUOTA.share.tree, "floor"), 109) == 21
