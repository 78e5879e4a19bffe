"""Parts of the period, each rated by itself."""

from datetime import date

from tests.rating.months import rated, scheme
from xingping.rating.pieces import pieces
from xingping.rating.run import run


def labels(unit, on, cycle):
    one = rated("", ("h1",), [], on=on, cycle=cycle).run
    return [part.label for part in pieces(one, unit, lambda ready: run(ready, one.facts))]


def test_pieces_are_named_by_their_own_time():
    assert labels("month", date(2026, 6, 30), "quarter") == ["2026-04", "2026-05", "2026-06"]
    assert labels("quarter", date(2026, 12, 31), "half") == ["2026-Q3", "2026-Q4"]
    assert labels("half", date(2026, 12, 31), "year") == ["2026-H1", "2026-H2"]
    assert labels("year", date(2026, 12, 31), "2 years") == ["2025", "2026"]


def test_a_piece_that_has_not_begun_is_left_out():
    assert labels("month", date(2026, 5, 1), "quarter") == ["2026-04", "2026-05"]


def test_each_piece_has_its_own_score():
    assert scheme("").cycle.unit == "quarter"
    one = rated("", ("h1",), [("h1", "2026-02-03", 7)]).run

    parts = pieces(one, "month", lambda ready: run(ready, one.facts))

    found = [part.run.range(0, part.run.compiled.outputs.score).known for part in parts]
    assert found == [100, 93, 100]
