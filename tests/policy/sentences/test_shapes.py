from fractions import Fraction

from tests.policy.sentences.samples import rule, scheme
from xingping.policy.sentences.shapes import (
    Between,
    Counted,
    Empty,
    Part,
    Ranked,
    Simple,
    shapes,
)


def only(node):
    (shape,) = shapes(node)
    return shape


def test_a_count_against_a_number_is_counted():
    none, some = only(rule("4", "3")), only(rule("12", "3"))

    assert isinstance(none, Counted)
    assert (none.none, none.some) == (True, False)
    assert (some.none, some.some) == (False, True)


def test_five_times_a_count_is_a_fifth_of_the_other():
    shape = only(rule("1", "3", 1))

    assert isinstance(shape, Part)
    assert shape.share == Fraction(1, 5)
    assert shape.op == "<="


def test_a_chain_is_a_range_that_says_which_ends_it_includes():
    shape = only(scheme().bands.rules["4"].tree)

    assert isinstance(shape, Between)
    assert (shape.low_in, shape.high_in) == (True, False)


def test_a_constant_on_the_left_goes_to_the_right():
    shape = only(scheme().bands.rules["5"].tree)

    assert isinstance(shape, Simple)
    assert shape.op == ">="


def test_a_field_that_is_none_is_empty():
    shape = only(rule("1", "3", 2).of)

    assert isinstance(shape, Empty)
    assert not shape.none


def test_a_rank_against_a_number_is_ranked():
    assert isinstance(only(rule("13", "4")), Ranked)
