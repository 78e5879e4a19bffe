"""A program made smaller: constants of the records at hand, comparisons that limits decide."""

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Known, Limits
from xingping.rating.compile.simplify import Simplifier

ROWS, NONE = RowSet("events"), RowSet("notes")
KNOWN = Known(
    {(ROWS, "n"): (0, 10), (ROWS, "year"): (2026, 2026), (None, "n"): (0, 3)},
    {ROWS: 5, NONE: 0},
    {},
)
N, FLAG = x.filled("n"), x.flag("f")


def small(e, leaf=lambda space, e: e):  # noqa: ARG005 -- the same leaf
    return Simplifier(Limits(KNOWN), leaf)(e)


def full(_, e):
    """No cell is empty."""
    return x.FALSE if e.op == "null" else e


def test_a_test_for_an_empty_cell_goes_where_no_cell_is_empty():
    e = x.agg("sum", ROWS, x.TRUE, x.when(x.null("n"), x.num(99), N))

    assert small(e, full) is x.agg("sum", ROWS, x.TRUE, N)


def test_a_year_that_all_records_share_is_no_longer_asked_for():
    e = x.agg(
        "sum", ROWS, x.TRUE, x.as_num(x.both(x.eq(x.filled("year"), x.num(2026)), x.gt(N, x.ONE)))
    )

    assert small(e) is x.agg("sum", ROWS, x.TRUE, x.as_num(x.gt(N, x.ONE)))


def test_a_comparison_that_limits_decide_is_a_constant():
    assert small(x.ge(N, x.ZERO)) is x.TRUE
    assert small(x.gt(x.ZERO, N)) is x.FALSE
    assert small(x.eq(N, x.num(4))) is x.FALSE
    assert small(x.ge(N, x.ONE)) is x.ge(N, x.ONE)


def test_a_minimum_takes_the_side_that_is_never_above():
    assert small(x.least(N, x.num(3))) is N
    assert small(x.most(N, x.num(3))) is x.num(3)


def test_a_condition_asked_again_inside_is_decided():
    inner = x.make("if", FLAG, x.ONE, N)

    assert small(x.make("if", FLAG, inner, x.ZERO)) is x.as_num(FLAG)
    assert small(x.make("if", FLAG, x.ZERO, inner)) is x.when(FLAG, x.ZERO, N)


def test_what_no_record_gives_is_a_constant():
    assert small(x.agg("sum", NONE, x.TRUE, x.ONE)) is x.ZERO
    assert small(x.agg("max", NONE, x.TRUE, x.ONE)) is x.num(-x.BIG)
