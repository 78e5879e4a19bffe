from dataclasses import replace
from fractions import Fraction

from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.counting import Counting
from xingping.doctor.population.places import Engine, limits, moved_to, number_asked, places
from xingping.doctor.population.terms import possible
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


def test_the_places_of_the_solver_are_those_of_the_engine():
    (quota,) = limits(COUNTY)
    for year in (1, 2, 3):
        counting = Counting(COUNTY, [])
        found = places(counting, quota.places["5"].tree, year)
        for count in (1, 7, 109):
            engine = Engine(COUNTY, quota).number("5", year, count)
            rules = counting.rules_for(count)
            assert possible(*rules, found != Fraction(engine).numerator) is False


def test_of_groups_no_number_is_asked_about():
    (quota,) = limits(COUNTY)

    assert number_asked(Visit(COUNTY, 109), quota) == 109
    assert number_asked(Visit(COUNTY, 109), replace(quota, within="unit")) is None


def test_a_scheme_without_quotas_limits_nobody():
    assert list(limits(OFFICE)) == []


def test_those_without_a_place_may_have_the_level_below_or_the_one_named():
    scheme = load_scheme("tests/policies/21-ceilings-organisations")

    assert moved_to(scheme) == {"4", "3", "2"}
    assert moved_to(OFFICE) == set()
