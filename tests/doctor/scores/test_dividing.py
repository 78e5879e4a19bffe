from dataclasses import replace

from tests.doctor.asking import scheme
from xingping.doctor.scores.dividing import dividing_score
from xingping.doctor.world.world import World


def test_the_score_is_what_the_bands_name():
    one = scheme("bands-gap", "found")
    world = World(one)

    assert dividing_score(world) == (one.results["score"].title, world.result("score"))


def test_without_bands_it_is_what_the_stars_name():
    one = scheme("bands-gap", "found")
    by_score = replace(one, bands=None, stars=replace(one.stars, rule=one.bands.rules["2"]))
    world = World(by_score)

    assert dividing_score(world) == (one.results["score"].title, world.result("score"))


def test_where_neither_names_a_result_there_is_none():
    one = scheme("bands-gap", "found")

    assert dividing_score(World(replace(one, bands=None))) is None
