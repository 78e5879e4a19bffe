from fractions import Fraction

from tests.doctor.asking import scheme
from xingping.doctor.scores.reach import End, least, most
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World


def test_the_ends_of_a_score_are_proven():
    one = scheme("total-unreached", "found")
    world = World(one)
    score = world.result("score")

    assert most(world, score, Visit(one)) == End(Fraction(100))
    assert least(world, score, Visit(one)) == End(Fraction(0))


def test_conditions_narrow_the_ends():
    one = scheme("total-unreached", "found")
    world = World(one)
    score = world.result("score")

    assert most(world, score, Visit(one), [score.at_most(Fraction("61.5"))]) == End(
        Fraction("61.5")
    )


def test_without_time_there_is_no_end():
    one = scheme("total-unreached", "found")
    world = World(one)

    assert most(world, world.result("score"), Visit(one, until=0.0)) is None
