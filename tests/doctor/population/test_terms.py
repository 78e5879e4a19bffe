from fractions import Fraction

import z3

from xingping.doctor.population.terms import largest, order, possible, rational, smallest

N = z3.Int("n")


def test_the_largest_and_the_smallest_whole_number_under_rules():
    assert largest(N, 3 * N <= 10) == 3
    assert smallest(N, 3 * N >= 10) == 4
    assert largest(N, N >= 4, N <= 3) is None


def test_rules_that_contradict_each_other_are_impossible():
    assert possible(order(">", N, rational(Fraction(1, 2))), order("<", N, rational(1))) is False
    assert possible(order("=", N, rational(2)), order("!=", N, rational(3)))
    assert possible(order("<=", N, rational(2)), order(">=", N, rational(2)))
