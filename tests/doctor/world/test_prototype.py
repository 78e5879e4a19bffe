import z3

from tests.oracle.random_rules import small_scheme
from xingping.doctor.world.free import ON
from xingping.doctor.world.prototype import Prototype, Row


def row(register):
    scheme = small_scheme()
    return Row(Prototype(scheme, scheme.catalogue.registers[register]), "one")


def can_be(one, *conditions):
    solver = z3.Solver()
    solver.add(*one.limits())
    return solver.check(*conditions) == z3.sat


def test_numbers_lie_within_their_limits_and_below_each_other():
    one = row("events")

    assert can_be(one, one.number("people") == 20, one.number("came") == 20)
    assert not can_be(one, one.number("people") == 21)
    assert not can_be(one, one.number("came") == 3, one.number("people") == 2)
    assert one.prototype.related == {"came", "people"}


def test_nothing_lies_ahead_of_the_day():
    one = row("jobs")

    assert not can_be(one, one.number("due_on") > ON)


def test_only_what_may_say_none_is_empty():
    one = row("events")

    assert can_be(one, one.empty("noted_on"))
    assert not can_be(one, one.empty("people"))


def test_a_choice_is_one_of_its_words_and_a_text_any():
    events, notes = row("events"), row("notes")

    words = [events.says("kind", word) for word in ("round", "square", "flat")]
    assert not can_be(events, *(z3.Not(said) for said in words))
    assert not can_be(events, events.says("kind", "unheard"))
    assert can_be(notes, z3.Not(notes.says("word", "out")))
    assert not can_be(notes, notes.says("word", "out"), notes.says("word", "in"))


def test_an_empty_cell_says_neither_yes_nor_a_word():
    one = row("events")

    assert not can_be(one, one.yes("open"), z3.Not(z3.Bool("one.open!")))


def test_the_number_of_a_word_or_a_text_is_never_below_the_first():
    one = row("points")

    assert not can_be(one, one.number("item") < 0)
    assert can_be(one, one.number("item") == 0)
