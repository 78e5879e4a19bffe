"""Places: a value of the subject is carried into its records, but not to one there may be."""

from fractions import Fraction

import pytest

from tests.oracle.random_rules import small_scheme
from xingping.rating.compile.cells import View
from xingping.rating.compile.conditions import YES, Cond, sure
from xingping.rating.compile.expressions import col, flag
from xingping.rating.compile.operators import up
from xingping.rating.compile.place import At, carried, lifted
from xingping.rating.compile.ratios import divide
from xingping.rating.compile.setting import Pieces, Setting
from xingping.rating.compile.values import Maybe, Num, Sym, constant

SIZE = Num(col("size low"), col("size high"), low=0, high=20)
SETTING = Setting.of(small_scheme(), 2026, 739981, {})
EVENTS = small_scheme().catalogue.registers["events"]


def test_a_number_is_read_at_the_record():
    number = carried(SIZE)

    assert (number.lo, number.hi) == (up(col("size low")), up(col("size high")))
    assert (number.low, number.high) == (0, 20)


def test_an_exact_number_stays_exact():
    assert carried(Num(col("size"), col("size"))).exact


def test_a_constant_needs_no_carrying():
    assert carried(constant(Fraction(3))) == constant(Fraction(3))
    assert carried(YES) == YES


def test_conditions_ratios_and_words_are_carried_with_all_they_hold():
    condition = Cond(flag("a"), flag("b"))
    ratio = divide(Num(col("n"), col("n")), Num(col("d"), col("d")))
    word = Sym(lambda _: sure(flag("said")), ("round",), none=sure(flag("none")))

    assert carried(condition) == Cond(up(flag("a")), up(flag("b")))
    assert carried(ratio).known is up(ratio.known)
    assert carried(ratio).parts[0][1].lo is up(col("n"))
    assert carried(word).equals("round") == sure(up(flag("said")))
    assert carried(word).none == sure(up(flag("none")))


def test_what_otherwise_needs_is_carried_too():
    maybe = Maybe(sure(flag("here")), SIZE)

    inner = carried(Num(col("n"), col("n"), maybe=maybe)).maybe

    assert inner.here == sure(up(flag("here")))
    assert inner.value.lo is up(col("size low"))


@pytest.mark.parametrize(("fixed", "is_carried"), [(None, True), ({}, False)])
def test_only_real_records_are_another_space(fixed, is_carried):
    at = At(view=View(EVENTS, SETTING, fixed))

    assert (lifted(SIZE, at).lo is up(SIZE.lo)) == is_carried
    assert lifted(SIZE, At()) is SIZE


def test_a_place_without_its_record_or_its_pieces():
    at = At("talk", View(EVENTS, SETTING), Pieces("month", ()), group=True)

    assert at.subject == At("talk", None, at.pieces, group=True)
    assert at.whole == At("talk", group=True)
    assert At().subject == At()
