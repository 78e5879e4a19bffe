"""Folds written out one by one: over criteria, and over parts of the period that are parted again."""

from datetime import date

import pytest

from tests.oracle.random_rules import with_rules
from tests.rating.compile.small import number
from xingping.policy.language import tree
from xingping.policy.language.tree import NUMBER
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Setting, year_span
from xingping.rating.compile.whole import Whole
from xingping.rating.compile.written import divides, over_criteria, over_parts

EVENTS = [{"held_on": f"2026-{m:02d}-10", "people": m, "came": 0} for m in (1, 2, 4, 4)]
EMPTY = "count(each month, count(events) = 0)"


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (f"sum(each quarter, {EMPTY})", 1 + 2 + 3 + 3),
        (f"highest(each quarter, {EMPTY})", 3),
        (f"lowest(each quarter, {EMPTY})", 1),
        (f"count(each quarter, {EMPTY} <= 2)", 2),
        (f"longest(each quarter, {EMPTY} = 3)", 2),
        (f"sum(each half, higher(0, 5 - {EMPTY}))", 5 - 3),
        ("sum(each half, sum(each quarter, highest(each month, sum(events, people))))", 2 + 8),
    ],
)
def test_months_inside_a_quarter_are_those_of_the_quarter(rule, value):
    assert number(rule, events=EVENTS) == (value, value)


def test_only_parts_that_have_begun_are_parted_again():
    rule = f"sum(each quarter, {EMPTY})"

    assert number(rule, events=EVENTS, on=date(2026, 5, 1)) == (2, 2)  # March and May


def test_what_is_written_out_is_what_the_reader_reads():
    scheme = with_rules([("sum(each quarter, count(each month, count(events) = 0))", NUMBER)])
    whole = Whole(Setting.of(scheme, 2026, date(2026, 12, 31).toordinal(), {}))
    node = scheme.results["r0"].rule.tree
    at = At()

    assert isinstance(node, tree.Fold)
    assert divides(whole.reader, node, at)
    assert not divides(whole.reader, node.of, at)
    assert whole.reader.part(year_span(2026, 2026)) is whole.reader.part(year_span(2026, 2026))
    spans = whole.setting.pieces("quarter", whole.setting.period).spans
    assert over_parts(whole.reader, node, at, spans) == whole.reader.value(node, at)


def test_over_criteria_each_stands_for_itself():
    scheme = with_rules([("count(criteria)", NUMBER)])
    whole = Whole(Setting.of(scheme, 2026, date(2026, 12, 31).toordinal(), {}))
    node = scheme.results["r0"].rule.tree

    assert over_criteria(whole.reader, node, At()) == whole.reader.value(node, At())
