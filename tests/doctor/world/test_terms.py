import z3

from xingping.doctor.world.terms import Space, constant, operated, over_pieces, total
from xingping.rating.compile import operators as x
from xingping.rating.compile.expressions import BIG

ONE, TWO, YES, NO = z3.IntVal(1), z3.IntVal(2), z3.BoolVal(True), z3.BoolVal(False)


def space():
    return Space(lambda e: z3.Int(str(e.args[0])), lambda _e, _space: z3.Int("gathered"))


def proven(condition):
    solver = z3.Solver()
    return solver.check(z3.Not(condition)) == z3.unsat


def test_an_expression_means_what_it_means_to_the_engine():
    a, b = x.col("a"), x.col("b")
    e = x.when(x.ge(a, b), x.div(x.add(a, x.num(7)), x.num(3)), x.least(a, x.num(2)))
    worked = space().term(e)

    one, other = z3.Ints("a b")
    solver = z3.Solver()
    solver.add(one == -9, other == -9)
    assert solver.check(worked != -1) == z3.unsat  # the floor of -2 / 3


def test_constants_are_worked_out():
    assert constant(operated("add", [ONE, TWO]))
    assert z3.is_true(operated("and", [YES, YES]))
    assert z3.is_false(operated("and", [z3.Bool("p"), NO]))


def test_a_run_is_the_longest_of_pieces_one_after_another():
    parts = [(p, ONE) for p in (YES, YES, NO, YES)]

    assert proven(over_pieces("run", parts) == 2)
    assert proven(over_pieces("sum", parts) == 3)


def test_the_highest_of_nothing_is_below_everything():
    assert proven(over_pieces("max", [(NO, ONE)]) == -BIG)
    assert proven(over_pieces("min", [(YES, TWO), (YES, ONE)]) == 1)
    assert total([]).as_long() == 0
