"""Spaces: the generated lines read the right cells, carry what records need, and run pieces."""

from tests.rating.compile.small import worked
from xingping.rating.compile import operators as x
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.program import plan
from xingping.rating.compile.python import Writer
from xingping.rating.compile.setting import Pieces, Span
from xingping.rating.compiled import execute

ROWS = RowSet("events")
PEOPLE = x.filled("people")


def rows(*people):
    return {ROWS: [{"people": n, "kind": "round" if n else None} for n in people]}


def total(kind, where=x.TRUE, value=PEOPLE):
    return x.agg(kind, ROWS, where, value)


def test_sums_and_extremes_of_records():
    wanted = total("sum"), total("max"), total("min")

    assert worked(*wanted, rows=rows(3, 5, None)) == (8, 5, 0)
    assert worked(*wanted, rows=rows()) == (0, -x.BIG, x.BIG)


def test_a_record_that_does_not_match_is_left_out():
    named = total("sum", x.says("kind", "round"), x.ONE)
    empty = total("sum", x.null("people"), x.ONE)

    assert worked(named, empty, rows=rows(3, None, 5)) == (2, 1)


def test_records_read_what_their_subject_has():
    more = total("sum", x.gt(PEOPLE, x.up(x.col("limit"))), x.ONE)

    assert worked(more, columns={"limit": 4}, rows=rows(3, 5, 9)) == (2,)


def test_records_read_a_fold_over_the_records_themselves():
    best = total("sum", x.eq(PEOPLE, x.up(total("max"))), x.ONE)

    assert worked(best, rows=rows(7, 3, 7)) == (2,)


def test_the_own_cells_of_a_subject_are_not_those_of_its_records():
    own = x.add(x.filled("people"), total("sum"))

    assert worked(own, own={"people": 100}, rows=rows(1, 2)) == (103,)


def test_a_word_with_quotes_stays_a_word():
    said = x.says("word", 'it\'s "so"\n')

    assert worked(said, own={"word": 'it\'s "so"\n'}) == (True,)


def test_pieces_run_one_after_another():
    pieces = Pieces("month", tuple(Span(n, n) for n in range(1, 6)))
    within = RowSet("events", pieces=pieces)
    held = x.gt(x.agg("sum", within, x.TRUE, x.ONE), x.ZERO)
    longest = x.agg("run", pieces, held, x.ONE)
    months = x.agg("sum", pieces, held, x.ONE)
    by_piece = [[(), ()], [()], [], [()], []]

    assert generated(longest, by_piece) == 2
    assert generated(months, by_piece) == 3
    assert generated(longest, [[()], [], [()], [()], [()]]) == 3


def generated(wanted, by_piece):
    """The value over records that are listed by piece."""
    program = plan([wanted], [frozenset()])
    return execute(*Writer(program, 0).function())((), (), [by_piece], [])[0]


def test_an_expression_nested_deep_is_written_in_parts():
    deep = x.col("c")
    for n in range(200):
        deep = x.most(x.add(deep, x.num(1)), x.num(n))

    assert worked(deep, columns={"c": 0}) == (200,)
