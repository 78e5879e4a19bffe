from fractions import Fraction

import z3

from tests.doctor.asking import scheme
from xingping.doctor.scores.stretch import Stretch, stretch_of
from xingping.doctor.world.proving import prove
from xingping.doctor.world.world import World


def stretch(low, high):
    world = World(scheme("bands-gap", "found"))
    score = world.result("score")
    within = z3.And(score.at_least(Fraction(low)), score.at_most(Fraction(high)))
    return stretch_of(prove(world, [within]).model, within, score)


def test_a_stretch_reaches_from_end_to_end_of_the_condition():
    assert stretch("70.25", 80) == Stretch(Fraction("70.25"), Fraction(80))


def test_one_value_is_a_stretch_too():
    assert stretch(80, 80).single
