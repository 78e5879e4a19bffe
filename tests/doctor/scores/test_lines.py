from fractions import Fraction

import z3

from tests.doctor.asking import scheme
from xingping.doctor.scores.lines import Ends, ends_of, line_ends, sum_of
from xingping.doctor.world.proving import Case, Impossible, prove
from xingping.doctor.world.world import World


def _tidy(kind, which):
    one = scheme(kind, which)
    return World(one), one.criteria["tidy"]


def test_a_line_gives_and_takes_between_its_ends():
    world, tidy = _tidy("floor-above-offer", "found")

    assert line_ends(world, tidy, tidy.lines["poor"]) == Ends(Fraction(-10), Fraction(0))


def test_an_end_that_only_the_number_of_records_sets_is_none():
    world, tidy = _tidy("points-below-nothing", "found")

    assert line_ends(world, tidy, tidy.lines["done"]) == Ends(Fraction(0), None)
    assert line_ends(world, tidy, tidy.lines["missed"]) == Ends(None, Fraction(0))


def test_what_is_no_number_has_no_ends():
    assert ends_of("a word") == Ends(None, None)


def test_base_and_lines_are_added_up_before_the_floor():
    world, tidy = _tidy("floor-above-offer", "found")
    total, den = sum_of(world, tidy)

    assert isinstance(prove(world, [total == -5 * den]), Case)
    assert isinstance(prove(world, [z3.Or(total < -5 * den, total > 15 * den)]), Impossible)
