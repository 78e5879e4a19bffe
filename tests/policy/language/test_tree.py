from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest

from tests.policy.language.world import read
from xingping.policy.language.tree import Number, Span


def test_where_a_node_stands_does_not_make_it_another():
    assert Number(Fraction(1), at=Span(0, 1)) == Number(Fraction(1), at=Span(5, 6))
    assert hash(read("1 + total")) == hash(read("  1  +  total"))


def test_a_number_keeps_whether_it_was_a_percentage():
    assert read("80%") != read("0.8")
    assert read("80%").value == read("0.8").value


def test_a_node_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        read("1").value = Fraction(2)
