import pytest
import z3

from xingping.doctor.world.cell import Cell, Form, OpaqueError, Part, Undecided
from xingping.doctor.world.rowwise import Rowwise
from xingping.rating.compile import operators as x


def reading(**decided):
    def decide(cell, atom):
        low, high = cell.span(atom.form) if atom.what == "at least" else (None, None)
        if low is not None and low >= 0:
            return True
        if high is not None and high < 0:
            return False
        return decided.get(atom.field)

    return Rowwise(decide, lambda field: field == "noted", lambda _: None)


def cell(**ends):
    return Cell(z3.Int("n"), {"a": (0, 10), "b": (2, 2), **ends})


def test_sums_of_fields_are_forms():
    e = x.add(x.mul(x.num(3), x.filled("a")), x.filled("b"))

    assert reading().form(e, cell()) == Form.of({"a": 3}, 2)


def test_what_is_not_settled_asks_for_the_kind_to_be_parted():
    with pytest.raises(Undecided):
        reading().holds(x.ge(x.filled("a"), x.num(3)), cell())
    assert reading().holds(x.ge(x.filled("a"), x.num(3)), cell(a=(3, 9)))


def test_one_part_that_decides_is_enough():
    unsettled, no = x.said_yes("open"), x.ge(x.filled("b"), x.num(3))

    assert not reading().holds(x.both(unsettled, no), cell())
    assert reading().holds(x.either(unsettled, x.no(no)), cell())


def test_an_empty_cell_says_nothing():
    assert not reading(noted=True).holds(x.says("noted", "word"), cell())
    assert reading(noted=True).form(x.filled("noted"), cell()) == Form()


def test_a_division_is_a_part_and_a_product_of_fields_is_opaque():
    assert reading().form(x.div(x.filled("a"), x.num(3)), cell()) == Form.of(
        {Part(Form.of({"a": 1}), 3): 1}
    )
    assert reading().form(x.div(x.filled("b"), x.num(3)), cell()) == Form()
    with pytest.raises(OpaqueError):
        reading().form(x.mul(x.filled("a"), x.filled("a")), cell())
