from fractions import Fraction

import pytest

from xingping.policy.language import tree
from xingping.policy.sentences.measured import Bounds, Measured
from xingping.rating.amounts import low

NODE = tree.Number(Fraction(1))


@pytest.mark.parametrize(
    ("value", "least"),
    [(3, 3), (Fraction(1, 2), Fraction(1, 2)), (Bounds(Fraction(2), None), 2), (True, None)],
)
def test_the_least_of_a_value_is_a_number_or_nothing(value, least):
    assert low(Measured(NODE, value)) == least


def test_what_was_not_measured_has_no_least():
    assert low(None) is None
