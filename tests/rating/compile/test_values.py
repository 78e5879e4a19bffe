"""Values: constants, the unknown, one denominator for several, sums of terms."""

from fractions import Fraction

from tests.rating.compile.small import span, worked
from xingping.rating.compile.expressions import col, num
from xingping.rating.compile.values import Linear, Num, common, constant, unknown


def test_a_constant_is_exact_over_its_own_denominator():
    half = constant(Fraction(1, 2))

    assert (half.lo, half.hi, half.den) == (num(1), num(1), 2)
    assert half.exact
    assert half.linear == Linear({}, Fraction(1, 2))


def test_the_unknown_is_open_where_it_has_no_limit():
    assert span(unknown(None, None)) == (None, None)
    assert span(unknown(0, 850, 100)) == (0, Fraction(17, 2))
    assert not unknown(0, 0).low


def test_a_number_is_known_where_its_ends_meet():
    n = Num(col("a"), col("b"))

    assert worked(n.known, columns={"a": 3, "b": 3}) == (True,)
    assert worked(n.known, columns={"a": 3, "b": 4}) == (False,)
    assert worked(unknown(None, 0).known) == (False,)


def test_numbers_come_to_one_denominator():
    half, third = common(constant(Fraction(1, 2)), constant(Fraction(1, 3)))

    assert (half.den, third.den) == (6, 6)
    assert (half.lo, third.lo) == (num(3), num(2))
    assert (half.low, third.high) == (3, 2)


def test_terms_that_cancel_are_gone():
    one = Linear({"a": Fraction(2), "b": Fraction(1)}, Fraction(5))
    other = Linear({"a": Fraction(1)}, Fraction(1))

    assert one.plus(other, Fraction(-2)) == Linear({"b": Fraction(1)}, Fraction(3))
    assert other.scaled(Fraction(3)) == Linear({"a": Fraction(3)}, Fraction(3))
