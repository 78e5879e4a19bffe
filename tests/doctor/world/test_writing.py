from fractions import Fraction

import z3

from tests.doctor.world.test_prototype import row
from xingping.doctor.world.free import ON
from xingping.doctor.world.writing import cell_of, decimal, is_empty, written_row


def test_a_record_is_written_without_what_every_example_takes_for_granted():
    one = row("events")
    solver = z3.Solver()
    solver.add(*one.limits(), one.number("held_on") == ON, one.number("grade") == 750)
    solver.add(one.empty("noted_on"), one.yes("open"), one.says("kind", "flat"))
    assert solver.check() == z3.sat
    model = solver.model()

    found = written_row(one, ("held_on", "kind", "grade", "open", "noted_on"), model)

    assert found == {"kind": "flat", "grade": "7.5", "open": "yes"}
    assert is_empty(one, "noted_on", model)
    assert z3.is_bool(cell_of(one, "open"))


def test_numbers_are_written_as_exact_decimals():
    assert decimal(Fraction(7, 2)) == "3.5"
    assert decimal(Fraction(-1, 4)) == "-0.25"
    assert decimal(Fraction(12)) == "12"
