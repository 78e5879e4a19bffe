from tests.doctor.population.loaded import COUNTY, OFFICE
from xingping.doctor.population.rank_bounds import rank_bounds
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World


def test_four_stars_of_an_office_need_rank_three_and_five_need_rank_one():
    bounds = list(rank_bounds(Visit(OFFICE), World(OFFICE)))

    assert [(b.level.id, b.most, b.of_ranked, b.settled) for b in bounds] == [
        ("4", 3, False, True),
        ("5", 1, False, True),
    ]


def test_a_rank_that_no_condition_names_bounds_nothing():
    assert list(rank_bounds(Visit(COUNTY), World(COUNTY))) == []
