from fractions import Fraction

from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, limits, places
from xingping.doctor.population.terms import possible


def test_the_places_of_the_solver_are_those_of_the_engine():
    (quota,) = limits(COUNTY)
    for year in (1, 2, 3):
        counting = Counting(COUNTY, [])
        found = places(counting, quota.places["5"].tree, year)
        for count in (1, 7, 109):
            engine = Engine(COUNTY, quota).number("5", year, count)
            rules = [*counting.rules, counting.total == count]
            assert possible(*rules, found != Fraction(engine).numerator) is False


def test_a_scheme_without_quotas_limits_nobody():
    assert list(limits(OFFICE)) == []
