"""Sources: whether a record counts is worked out once, and each counts for one."""

from tests.rating.compile.small import span, worked
from xingping.rating.compile.cells import RowSet
from xingping.rating.compile.conditions import YES
from xingping.rating.compile.expressions import TRUE, ZERO, filled
from xingping.rating.compile.matching import Source, one


def test_whether_a_record_counts_is_worked_out_once():
    asked = []

    def matches(view):
        asked.append(view)
        return YES

    source = Source(RowSet("events"), None, matches, lambda _: ZERO)

    assert source.match(None) == source.match(None) == YES
    assert asked == [None]


def test_each_record_counts_for_one():
    assert span(one(None)) == (1, 1)
    assert one(None).linear.constant == 1


def test_an_aggregate_runs_over_the_records_of_the_source():
    rows = RowSet("events")
    source = Source(rows, None, lambda _: YES, lambda _: ZERO)

    total = source.agg("sum", TRUE, filled("people"))

    assert worked(total, rows={rows: [{"people": 3}, {"people": None}, {"people": 4}]}) == (7,)
