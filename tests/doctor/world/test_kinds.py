import pytest
import z3

from tests.oracle.random_rules import small_scheme
from xingping.doctor.world.cell import Atom, Form, OpaqueError, Undecided
from xingping.doctor.world.facts import facts
from xingping.doctor.world.kinds import MOST, Kinds
from xingping.doctor.world.prototype import Prototype


def kinds():
    scheme = small_scheme()

    def nowhere(e):
        raise OpaqueError(e)

    return Kinds("events", Prototype(scheme, scheme.catalogue.registers["events"]), nowhere)


def at_least(field, bound):
    return Atom("at least", form=Form.of({field: 1}, -bound))


def parted(some, *atoms):
    def read(cell):
        for atom in atoms:
            if some.decide(cell, atom) is None:
                raise Undecided(atom)
        return True

    return [cell for cell, _ in some.over(read)]


def test_records_are_parted_by_what_a_rule_asks_of_them_and_no_further():
    some = kinds()

    assert len(parted(some, at_least("people", 5), Atom("yes", "open"))) == 4
    assert len(parted(some, at_least("people", 5))) == 4


def test_a_kind_that_cannot_be_is_none():
    some = kinds()

    assert len(parted(some, at_least("people", 5), at_least("people", 9))) == 3
    assert len(parted(some, Atom("says", "kind", "round"), Atom("says", "kind", "flat"))) == 9


def test_one_field_bounds_another():
    some = kinds()
    few = parted(some, Atom("at least", form=Form.of({"people": -1}, 3)))  # people <= 3

    assert [some.decide(cell, at_least("came", 4)) for cell in few] == [False, None]


def test_too_many_kinds_are_opaque():
    some = kinds()

    with pytest.raises(OpaqueError):
        parted(some, *(at_least("held_on", 735_000 + day) for day in range(MOST + 1)))


def test_counts_and_sums_of_parts_are_those_of_the_whole():
    some = kinds()
    whole = some.leaves[0]
    total = some.sum_of(whole, "came")
    few, many = parted(some, Atom("at least", form=Form.of({"came": 1}, -5)))

    solver = z3.Solver()
    solver.add(*facts(some), few.count == 2, many.count == 1)

    assert solver.check(total == 14) == z3.sat
    assert solver.check(total == 9) == z3.unsat  # 5 + 5 + 0 at least
    assert solver.check(total == 45) == z3.unsat  # 20 + 20 + 4 at most
    assert solver.check(whole.count != 3) == z3.unsat
