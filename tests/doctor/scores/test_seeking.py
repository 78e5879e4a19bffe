from fractions import Fraction

from xingping.doctor.scores.seeking import seek
from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, Impossible
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme


def asked(points):
    scheme = load_scheme("county-members")
    world = World(scheme)
    return seek(world, [world.result("score").at_least(Fraction(points))], Visit(scheme))


def test_a_case_that_rests_on_means_is_found_with_few_ballots():
    answer, _ = asked(100)

    assert isinstance(answer, Case)


def test_what_cannot_be_is_said_of_the_whole_world():
    answer, more = asked(101)

    assert isinstance(answer, Impossible) or more == []
