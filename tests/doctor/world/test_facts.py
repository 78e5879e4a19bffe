import z3

from xingping.doctor.world.facts import facts
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme


def plans():
    scheme = load_scheme("office-branches")
    world = World(scheme)
    world.standard("11", "4")
    return world, world.gathering.kinds["plans", ""]


def test_no_two_records_agree_in_what_tells_them_apart():
    _, kinds = plans()
    year_plan = next(c for c in kinds.leaves if c.empties.get("quarter"))
    quarters = next(c for c in kinds.leaves if c.empties.get("quarter") is False)
    solver = z3.Solver()
    solver.add(*facts(kinds))

    assert solver.check(year_plan.count == 1, quarters.count == 4) == z3.sat
    assert solver.check(year_plan.count == 2) == z3.unsat
    assert solver.check(quarters.count == 5) == z3.unsat


def test_what_is_done_is_never_above_what_was_planned():
    world, kinds = plans()
    year_plan = next(c for c in kinds.leaves if c.empties.get("quarter"))
    done, planned = (kinds.sum_of(year_plan, name) for name in ("items_done", "items"))
    solver = z3.Solver()
    solver.add(*world.facts)

    assert solver.check(done > planned) == z3.unsat


def test_a_second_declaration_that_says_the_same_is_let_pass():
    world = World(load_scheme("office-branches"))
    world.result("declared")
    solver = z3.Solver()
    solver.add(*world.facts)

    twice = [cell.count >= 2 for cell in world.gathering.kinds["declarations", ""].leaves]

    assert solver.check(z3.Or(*twice)) == z3.sat
