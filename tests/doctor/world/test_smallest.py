import z3

from xingping.doctor.world.smallest import Smallest


def small(*conditions, left=100):
    solver = z3.Solver()
    solver.add(*conditions)
    assert solver.check() == z3.sat
    return Smallest(solver, solver.model(), left)


def test_numbers_are_fixed_one_after_another_at_their_least():
    a, b = z3.Ints("a b")
    one = small(a + b >= 10, a >= 3, b >= 0)

    one.all_least([(a, 0), (b, 0)])

    assert (one.number(a), one.number(b)) == (3, 7)


def test_a_condition_is_taken_only_if_it_can_hold():
    a = z3.Int("a")
    one = small(a >= 3, a <= 5)

    assert one.may(a == 4)
    assert not one.may(a == 5)
    assert one.number(a) == 4


def test_large_numbers_are_found_too_and_the_effort_ends():
    a = z3.Int("a")

    assert small(a >= 123_456).least(a, 0) == 123_456
    assert small(a >= 3, a <= 5, left=0).least(a, 0) in {3, 4, 5}
