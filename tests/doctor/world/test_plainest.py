import z3

from xingping.doctor.world.plainest import plainest
from xingping.doctor.world.prototype import Prototype, Row
from xingping.doctor.world.smallest import Smallest
from xingping.doctor.world.writing import written_row
from xingping.policy.scheme.load import load_scheme

OFFICE = load_scheme("office-branches")
FIELDS = ("serious", "party_member", "withdrawn_on", "kind")


def case(*conditions):
    """A record of a case filed, settled in the plainest way beside these conditions."""
    row = Row(Prototype(OFFICE, OFFICE.catalogue.registers["cases"]), "one")
    solver = z3.Solver()
    solver.add(*row.limits(), *(condition(row) for condition in conditions))
    assert solver.check() == z3.sat
    small = Smallest(solver, solver.model())
    plainest(small, row, FIELDS)
    return written_row(row, FIELDS, small.model)


def test_what_is_left_open_is_nothing_no_and_the_first_of_the_choices():
    assert case() == {"serious": "no", "party_member": "no", "kind": "law"}


def test_what_has_to_be_stays():
    found = case(
        lambda row: row.yes("serious"),
        lambda row: z3.Not(row.says("kind", "law")),
        lambda row: z3.Not(row.empty("withdrawn_on")),
    )

    assert (found["serious"], found["party_member"], found["kind"]) == ("yes", "no", "discipline")
    assert "withdrawn_on" in found


def test_either_of_two_settles_the_later_field_of_the_register():
    either = case(lambda row: z3.Or(row.yes("serious"), row.yes("party_member")))

    assert (either["serious"], either["party_member"]) == ("no", "yes")


def test_fields_that_were_not_named_are_left_alone():
    row = Row(Prototype(OFFICE, OFFICE.catalogue.registers["cases"]), "one")
    solver = z3.Solver()
    solver.check()
    plainest(Smallest(solver, solver.model()), row, ())

    assert list(solver.assertions()) == []
