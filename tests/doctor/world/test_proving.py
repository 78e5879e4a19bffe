import z3

from xingping.doctor.visit import Visit
from xingping.doctor.world.proving import Case, Impossible, Open, Prover, prove, solver
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme


def world():
    return World(load_scheme("office-branches"))


def test_a_question_is_proven_or_has_a_case():
    one = world()
    low, high = (one.standard("4", level).certain for level in ("3", "5"))

    assert isinstance(prove(one, [high, z3.Not(low)]), Impossible)
    assert isinstance(prove(one, [low, z3.Not(high)]), Case)


def test_many_questions_share_their_facts():
    one = world()
    holds = one.standard("6", "4").certain
    prover = Prover([one])

    assert isinstance(prover.ask([holds]), Case)
    assert isinstance(prover.ask([holds, z3.Not(holds)]), Impossible)


def test_without_time_or_effort_the_answer_is_open():
    one = world()
    stars = one.stars().low
    late = Visit(one.scheme, until=0.0)

    assert isinstance(prove(one, [stars == 5], late), Open)
    assert isinstance(Prover([one], late).ask([stars == 5]), Open)
    assert isinstance(prove(one, [stars == 5], effort=10), Open)


def test_the_solver_knows_the_facts():
    one = world()
    count = one.number(one.scheme.results["score"].rule.tree)

    assert solver([one]).check(count.low > 100 * count.den) == z3.unsat
