import z3

from xingping.doctor.world.cell import Atom, Cell, Form, Part


def cell():
    return Cell(z3.Int("n"), {"a": (0, 10), "b": (0, 4)})


def test_forms_add_up_and_lose_what_cancels():
    a, b = Form.of({"a": 1}), Form.of({"b": 2}, 3)

    assert a.plus(b, -1) == Form.of({"a": 1, "b": -2}, -3)
    assert a.plus(a, -1) == Form()
    assert b.scaled(2) == Form.of({"b": 4}, 6)


def test_the_limits_of_a_form_take_each_field_alone():
    assert cell().span(Form.of({"a": 1, "b": -2}, 1)) == (-7, 11)
    assert cell().of(Part(Form.of({"a": 1}), 3)) == (0, 3)


def test_a_part_in_which_a_bound_holds_has_narrower_ends():
    atom = Atom("at least", form=Form.of({"a": 2}, -5))  # 2 a >= 5

    inside, outside = (cell().child(z3.Int("m"), atom, holds=holds) for holds in (True, False))

    assert inside.ends["a"] == (3, 10)
    assert outside.ends["a"] == (0, 2)


def test_what_binds_two_numbers_is_kept_as_a_form():
    atom = Atom("at least", form=Form.of({"a": 1, "b": -1}))

    assert cell().child(z3.Int("m"), atom, holds=False).forms == (Form.of({"a": -1, "b": 1}, -1),)


def test_words_and_truths_are_settled_one_by_one():
    one = cell()
    one.take(Atom("says", "kind", "x"), holds=False)
    one.take(Atom("yes", "open"), holds=True)
    one.take(Atom("empty", "day"), holds=True)

    assert one.others == {"kind": frozenset({"x"})}
    assert one.truths == {"open": True}
    assert one.empties == {"day": True}
