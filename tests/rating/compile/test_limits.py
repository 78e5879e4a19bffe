"""How large values can become: what is proven to fit int64, and what is not."""

import pytest

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import INT64, Known, Limits, sentinel
from xingping.rating.compile.setting import Pieces, Span

ROWS = RowSet("events")
TERM = Pieces("month", (Span(1, 10), Span(11, 20), Span(21, 30)))
KNOWN = Known(
    {(ROWS, "n"): (-2, 10), (None, "own"): (3, 4)},
    {ROWS: 5, TERM: 3},
    {"rank best": (1, 100)},
)
N = x.filled("n")
SUM = x.agg("sum", ROWS, x.TRUE, N)


@pytest.mark.parametrize(
    ("e", "span"),
    [
        (x.num(7), (7, 7)),
        (x.col("rank best"), (1, 100)),
        (x.filled("own"), (3, 4)),
        (SUM, (-10, 50)),
        (x.agg("max", ROWS, x.null("n"), N), (-x.BIG, 10)),
        (x.agg("min", ROWS, x.null("n"), N), (-2, x.BIG)),
        (x.make("agg", "run", TERM, x.flag("f"), x.ONE), (0, 3)),
        (x.mul(x.num(-2), SUM), (-100, 20)),
        (x.mul(SUM, SUM), (-500, 2500)),
        (x.div(SUM, x.num(4)), (-3, 12)),
        (x.when(x.flag("f"), SUM, x.num(99)), (-10, 99)),
        (x.least(SUM, x.num(20)), (-10, 20)),
        (x.most(SUM, x.num(20)), (20, 50)),
        (x.agg("sum", ROWS, x.TRUE, x.up(x.filled("own"))), (0, 20)),
        (x.gt(SUM, x.ZERO), (0, 1)),
    ],
)
def test_limits_follow_from_cells_and_numbers_of_records(e, span):
    assert Limits(KNOWN).of(e) == span


def test_what_stands_for_no_bound_can_be_left_out():
    most = x.agg("max", ROWS, x.null("n"), N)

    assert Limits(KNOWN, None).of(x.add(most, x.ONE)) == (-1, 11)
    assert Limits(KNOWN, None).of(x.num(x.BIG)) is None


def test_a_program_of_small_numbers_keeps_the_bound_it_has_in_python():
    assert sentinel({"r": [SUM]}, KNOWN) == (1 << 62, "")


def test_sums_of_open_ends_get_a_smaller_stand_in():
    most = x.agg("max", ROWS, x.TRUE, N)
    big, too_large = sentinel({"r": [x.mul(x.num(100), most)]}, KNOWN)

    assert too_large == ""
    assert 100 * big <= INT64


def test_products_that_may_leave_int64_are_told_by_their_rule():
    known = Known({(ROWS, "n"): (0, 10**8)}, {ROWS: 10**4}, {})
    square = x.mul(SUM, SUM)

    assert sentinel({"small": [SUM], "large": [square]}, known) == (0, "large")


def test_what_was_measured_may_prove_what_limits_do_not():
    known = Known({(ROWS, "n"): (0, 10**8)}, {ROWS: 10**4}, {}, {SUM: (0, 10**6)})

    assert sentinel({"large": [x.mul(SUM, SUM)]}, known)[1] == ""
