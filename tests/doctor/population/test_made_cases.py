from fractions import Fraction

from tests.doctor.asking import scheme
from xingping.doctor.population.made import Made
from xingping.doctor.population.made_cases import above_line, lower_band, second_by_record
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World

TINY = scheme("made-line-shuts-out", "found")


def made():
    return Made(Visit(TINY), World(TINY), TINY.ranks["place"])


def test_the_second_by_record_misses_the_level():
    witness = second_by_record(made(), TINY.levels[-1], Fraction(100))

    assert [one.expect["rank"] for one in witness.example.subjects] == ["1", "2"]


def test_a_recorded_score_can_be_below_the_band_of_the_standards():
    (one,) = lower_band(made()).example.subjects

    assert (one.expect["standards"], one.expect["band"]) == ("5", "0")


def test_one_step_above_the_score_the_level_is_lost():
    witness = above_line(made(), TINY.levels[1], TINY.parameters["line"], Fraction(80))

    assert witness.example.subjects[0].expect == {"rank": "1", "stars": "0"}
