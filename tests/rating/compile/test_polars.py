"""The operators in Polars mean what they mean in Python."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rating.compile.small import worked
from xingping.rating.compile import operators as x
from xingping.rating.compile.polars import CODE, OTHER, Columns

A, B = x.filled("a"), x.filled("b")
CELLS = [(7, 2), (-7, 2), (0, 1), (None, 3), (5, 5)]
FRAME = pl.DataFrame({"a": [a for a, _ in CELLS], "b": [b for _, b in CELLS]})


def columns(*wanted, frame=FRAME, words=None):
    return [c.to_list() for c in Columns({}, words or {}).work(frame, wanted)]


NUMBERS = st.none() | st.integers(-9, 9)
YES = x.said_yes("yes")
OPERATORS = [
    x.null("a"),
    A,
    YES,
    x.says("kind", "round"),
    x.add(A, B),
    x.mul(A, B),
    x.mul(x.num(-3), A),
    x.div(A, x.num(4)),  # the floor, below 0 too
    x.div(A, x.most(B, x.ONE)),
    x.least(A, B),
    x.most(A, x.num(3)),
    x.ge(A, B),
    x.gt(A, B),
    x.eq(A, B),
    x.both(YES, x.ge(A, B), x.null("a")),
    x.either(YES, x.gt(A, B), x.null("a")),
    x.no(x.null("a")),
    x.when(YES, A, B),
    x.when(YES, x.null("a"), x.gt(A, B)),
    x.as_num(x.gt(A, B)),
    x.when(YES, x.num(x.BIG), A),
]


@pytest.mark.parametrize("e", OPERATORS, ids=str)
@settings(max_examples=20)
@given(
    rows=st.lists(
        st.tuples(
            NUMBERS,
            NUMBERS,
            st.sampled_from([None, True, False]),
            st.sampled_from([None, "round", "flat", "oval"]),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_each_operator_gives_what_python_gives(e, rows):
    own = [dict(zip(("a", "b", "yes", "kind"), row, strict=True)) for row in rows]
    words = {"flat": 0, "round": 1}
    codes = [None if k is None else words.get(k, OTHER) for *_, k in rows]
    frame = pl.DataFrame(
        {
            "a": pl.Series([a for a, *_ in rows], dtype=pl.Int64),
            "b": pl.Series([b for _, b, *_ in rows], dtype=pl.Int64),
            "yes": pl.Series([yes for _, _, yes, _ in rows], dtype=pl.Boolean),
            "kind": pl.Series(codes, dtype=CODE),
        }
    )

    assert columns(e, frame=frame, words=words) == [[worked(e, own=one)[0] for one in own]]


def test_a_division_by_zero_that_is_not_looked_at_harms_nothing():
    frame = pl.DataFrame({"a": [6, 6], "b": [0, 3]})

    assert columns(x.when(x.gt(B, x.ZERO), x.div(A, B), x.num(-1)), frame=frame) == [[-1, 2]]


def test_what_is_used_often_is_worked_out_once():
    e = A
    for _ in range(60):  # as a tree it would have 2 to the power of 60 leaves
        e = x.add(x.least(e, B), x.most(e, B))

    assert columns(x.least(e, x.num(7)), frame=pl.DataFrame({"a": [0], "b": [0]})) == [[0]]


def test_an_expression_without_a_meaning_is_an_error():
    with pytest.raises(TypeError, match="no Polars meaning"):
        columns(x.make("odd", A))


def test_words_are_compared_by_their_codes():
    frame = pl.DataFrame({"kind": [1, 0, OTHER, None]})

    found = columns(x.says("kind", "round"), frame=frame, words={"flat": 0, "round": 1})

    assert found == [[True, False, False, False]]


def test_an_empty_yes_is_no():
    frame = pl.DataFrame({"open": [True, False, None]})

    assert columns(x.said_yes("open"), frame=frame) == [[True, False, False]]


def test_what_is_nested_deep_is_worked_out_in_layers():
    deep = A
    for n in range(60):
        deep = x.most(x.add(deep, x.ONE), x.num(n))

    assert columns(deep)[0][0] == worked(deep, own={"a": 7, "b": 2})[0]
