from fractions import Fraction

import pytest

from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.made import Made, mentions, none_of, records_of, resolved
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World
from xingping.policy.language.tree import Compare, Otherwise

KEY = OFFICE.ranks["rank"].by[0].tree


@pytest.fixture(scope="module")
def office():
    return Made(Visit(OFFICE), World(OFFICE), OFFICE.ranks["rank"])


def test_a_score_that_may_be_recorded_names_its_register(office):
    assert office.registers == ("assessments",)
    assert isinstance(resolved(OFFICE, KEY), Otherwise)
    (fold,) = records_of(OFFICE, KEY)
    assert isinstance(none_of(fold), Compare)
    assert list(records_of(COUNTY, COUNTY.ranks["rank"].by[0].tree)) == []


def test_a_rule_mentions_what_its_results_mention():
    assert mentions(OFFICE, KEY, "score")
    assert not mentions(OFFICE, KEY, "target_score")


@pytest.mark.parametrize(("level", "score"), [("3", 80), ("4", 90), ("5", 100)])
def test_who_is_just_at_a_level_throughout_has_its_score(office, level, score):
    found = office.settled_score(office.made, *office.others(level, exactly=True))

    assert found == Fraction(score)
    assert office.never(office.made, office.above(Fraction(100)))


def test_a_recorded_score_settles_nothing(office):
    assert office.settled_score(office.recorded, *office.others("5")) is None
    assert len(office.rest_of("13", "5")) > 0
    assert len(office.ranked_rules("13", "5")) == 1
