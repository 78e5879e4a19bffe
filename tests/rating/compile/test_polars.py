"""Each operator says the same in Polars as in plain Python."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xingping.rating.compile import operators as x
from xingping.rating.compile.polars import CODE, Columns
from xingping.rating.compile.program import plan
from xingping.rating.compile.python import Writer
from xingping.rating.compiled import execute

FIELDS = ("a", "b", "yes", "word")
WORDS = {"good": 0, "poor": 1}
A, B, YES = x.filled("a"), x.filled("b"), x.said_yes("yes")
CELLS = st.tuples(
    st.none() | st.integers(-9, 9),
    st.none() | st.integers(-9, 9),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "good", "poor", "other"]),
)


def by_python(e, rows):
    """The values of ``e`` for subjects with these cells of their own, in plain Python."""
    program = plan([e], [frozenset()])
    source, names = Writer(program, 0).function()
    work = execute(source, names)
    cells = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    return [work((), [cell[f] for f in program.own], (), [])[0] for cell in cells]


def by_polars(e, rows):
    """The same by columns."""
    numbers = {
        name: pl.Series([row[i] for row in rows], dtype=pl.Int64) for i, name in enumerate("ab")
    }
    codes = [None if row[3] is None else WORDS.get(row[3], -1) for row in rows]
    frame = pl.DataFrame(
        {
            **numbers,
            "yes": pl.Series([row[2] for row in rows], dtype=pl.Boolean),
            "word": pl.Series(codes, dtype=CODE),
        }
    )
    return Columns({}, WORDS).work(frame, [e])[0].to_list()


OPERATORS = {
    "null": x.null("a"),
    "filled": A,
    "truth": YES,
    "is": x.says("word", "good"),
    "add": x.add(A, B),
    "mul": x.mul(A, B),
    "times a constant": x.mul(x.num(-3), A),
    "floor by a constant": x.div(A, x.num(4)),
    "floor by a number over 0": x.div(A, x.most(B, x.ONE)),
    "min": x.least(A, B),
    "max": x.most(A, B),
    "ge": x.ge(A, B),
    "gt": x.gt(A, B),
    "eq": x.eq(A, B),
    "and": x.both(YES, x.gt(A, B), x.null("b")),
    "or": x.either(YES, x.gt(A, B), x.null("b")),
    "not": x.no(YES),
    "if": x.when(YES, A, B),
    "if of truths": x.when(YES, x.null("a"), x.gt(A, B)),
    "a truth as a number": x.as_num(x.says("word", "poor")),
    "a bound that is open": x.when(YES, x.num(x.BIG), A),
}


@pytest.mark.parametrize("name", OPERATORS)
@settings(max_examples=25)
@given(rows=st.lists(CELLS, min_size=1, max_size=12))
def test_an_operator_says_the_same_in_polars_as_in_python(name, rows):
    e = OPERATORS[name]

    assert by_polars(e, rows) == by_python(e, rows)


def test_a_floor_goes_down_for_numbers_below_zero():
    assert by_polars(x.div(A, x.num(2)), [(-3, None, None, None)]) == [-2]


def test_a_division_by_zero_that_is_not_looked_at_harms_nothing():
    e = x.when(x.gt(B, x.ZERO), x.div(A, B), x.num(-1))

    assert by_polars(e, [(6, 0, None, None), (6, 3, None, None)]) == [-1, 2]


def test_a_deep_expression_that_is_used_often_is_worked_out_once_each():
    e = A
    for _ in range(60):
        e = x.add(x.least(e, B), x.most(e, B))

    assert by_polars(x.least(e, x.num(7)), [(0, 0, None, None)]) == [0]


def test_an_expression_without_a_meaning_is_an_error():
    with pytest.raises(TypeError, match="no Polars meaning"):
        Columns({}, {}).work(pl.DataFrame(), [x.make("odd", A)])
