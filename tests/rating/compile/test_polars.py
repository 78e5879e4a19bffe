"""The operators in Polars mean what they mean in Python."""

import polars as pl
import pytest

from tests.rating.compile.small import worked
from xingping.rating.compile import operators as x
from xingping.rating.compile.polars import OTHER, Columns

A, B = x.filled("a"), x.filled("b")
CELLS = [(7, 2), (-7, 2), (0, 1), (None, 3), (5, 5)]
FRAME = pl.DataFrame({"a": [a for a, _ in CELLS], "b": [b for _, b in CELLS]})


def columns(*wanted, frame=FRAME, words=None):
    return [c.to_list() for c in Columns({}, words or {}).work(frame, wanted)]


@pytest.mark.parametrize(
    "e",
    [
        x.add(A, B),
        x.mul(A, B),
        x.div(A, B),  # the floor, below 0 too
        x.least(A, B),
        x.most(A, x.num(3)),
        x.ge(A, B),
        x.gt(A, B),
        x.eq(A, B),
        x.both(x.ge(A, B), x.null("a")),
        x.either(x.gt(A, B), x.null("a")),
        x.no(x.null("a")),
        x.when(x.gt(A, B), A, B),
        x.as_num(x.gt(A, B)),
    ],
    ids=str,
)
def test_each_operator_gives_what_python_gives(e):
    assert columns(e) == [[worked(e, own={"a": a, "b": b})[0] for a, b in CELLS]]


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
