"""Simplifying: what the records at hand leave constant is folded away, and nothing else."""

from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.limits import Known, Limits
from xingping.rating.compile.simplify import Simplifier

EVENTS = RowSet("events")
C, D = x.col("c"), x.col("d")


def simplify(e, rows=3, **leaves):
    """``e`` where c is 0 to 9, d is 20 to 30; ``leaves``: constants by name."""
    known = Known({(EVENTS, "people"): (0, 9)}, {EVENTS: rows}, {"c": (0, 9), "d": (20, 30)})
    return Simplifier(Limits(known), lambda _, leaf: leaves.get(leaf.args[0], leaf))(e)


def test_a_leaf_that_is_constant_is_folded():
    assert simplify(x.add(C, x.num(2)), c=x.num(5)) is x.num(7)
    assert simplify(x.both(x.flag("f"), x.ge(C, x.num(5))), f=x.TRUE) is x.ge(C, x.num(5))


def test_comparisons_that_limits_decide_are_constants():
    assert simplify(x.gt(D, C)) is x.TRUE
    assert simplify(x.ge(C, D)) is x.FALSE
    assert simplify(x.eq(C, D)) is x.FALSE
    assert simplify(x.ge(C, x.num(9))) is x.ge(C, x.num(9))
    assert simplify(x.gt(C, x.num(9))) is x.FALSE


def test_the_side_of_a_minimum_that_limits_decide_is_taken():
    assert simplify(x.least(C, D)) is C
    assert simplify(x.most(C, D)) is D
    assert simplify(x.least(C, x.num(5))) is x.least(C, x.num(5))


def test_no_records_are_nothing():
    total = x.agg("sum", EVENTS, x.TRUE, x.filled("people"))

    assert simplify(total, rows=0) is x.ZERO
    assert simplify(x.agg("max", EVENTS, x.TRUE, x.filled("people")), rows=0) is x.num(-x.BIG)
    assert simplify(total) is total


def test_the_same_condition_asked_again_is_decided():
    f = x.flag("f")
    again = x.make("if", f, x.make("if", f, C, x.num(1)), D)

    assert simplify(again) is x.when(f, C, D)


def test_a_test_for_an_empty_cell_goes_where_no_cell_is_empty():
    people = x.filled("people")
    e = x.agg("sum", EVENTS, x.TRUE, x.when(x.null("people"), x.num(99), people))
    full = Simplifier(
        Limits(Known({(EVENTS, "people"): (0, 9)}, {EVENTS: 3}, {})),
        lambda _, leaf: x.FALSE if leaf.op == "null" else leaf,
    )

    assert full(e) is x.agg("sum", EVENTS, x.TRUE, people)


def test_a_year_that_all_records_share_is_no_longer_asked_for():
    known = Known({(EVENTS, "people"): (0, 9), (EVENTS, "year"): (2026, 2026)}, {EVENTS: 3}, {})
    some = x.gt(x.filled("people"), x.ONE)
    of_year = x.both(x.eq(x.filled("year"), x.num(2026)), some)
    e = x.agg("sum", EVENTS, x.TRUE, x.as_num(of_year))

    assert Simplifier(Limits(known), lambda _, leaf: leaf)(e) is x.agg(
        "sum", EVENTS, x.TRUE, x.as_num(some)
    )
