"""Folds over pieces of time, over criteria, over subjects, and over records inside of these."""

from datetime import date

import pytest

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import number, verdict
from xingping.policy.language.tree import Rows
from xingping.rating.compile.folding import source_of
from xingping.rating.compile.matching import Population
from xingping.rating.compile.place import At
from xingping.rating.compile.setting import Pieces, Setting
from xingping.rating.compile.whole import Whole

EVENTS = [{"held_on": f"2026-{m:02d}-10", "people": m, "came": 0} for m in (1, 2, 4, 4)]
BOTH = {"points": [{"item": "talk_given", "points": 1.5}, {"item": "work_chosen", "choice": "中"}]}


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("count(each month, count(events) >= 1)", 3),
        ("count(each month, count(events) = 0)", 9),
        ("count(each quarter, count(events) >= 2)", 2),
        ("sum(each month, lower(1, count(events)))", 3),
        ("sum(each quarter, sum(events, people))", 11),
        ("longest(each month, count(events) >= 1)", 2),
        ("highest(each month, count(events))", 2),
        ("count(each quarter, count(events over 2 years) >= 4)", 4),  # not of the piece at hand
        ("count(each quarter, size >= 1)", 4),
    ],
)
def test_each_piece_of_the_year_is_looked_at_by_itself(rule, value):
    assert number(rule, events=EVENTS, own={"size": 1}) == (value, value)


def test_only_pieces_that_have_begun_are_looked_at():
    rule = "count(each month, count(events) = 0)"

    assert number(rule, events=EVENTS, on=date(2026, 5, 1)) == (2, 2)  # March and May


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("sum(criteria, points)", 6.5),  # 1.5 and 5; the third earns none
        ("count(criteria where passed)", 2),
        ("count(criteria)", 3),
        ("highest(criteria, points)", 5),
        ("lowest(criteria, points)", 1.5),
        ("sum(criteria where points >= 2, points)", 5),
    ],
)
def test_criteria_are_written_out_one_by_one(rule, value):
    assert number(rule, **BOTH) == (value, value)


def test_criteria_may_all_or_any_be_passed():
    assert verdict("any(criteria, passed)", **BOTH) == "met"
    assert verdict("every(criteria, passed)", **BOTH) == "not_met"  # the third has no event
    assert verdict("every(criteria, passed)", **BOTH, events=EVENTS) == "not_yet_known"
    poor = [{"item": "work_chosen", "choice": "差"}, {"item": "talk_given", "points": 0}]
    assert verdict("any(criteria, passed)", points=poor) == "not_met"


def test_a_mean_and_a_share_are_rounded_where_the_rule_says():
    events = [{"held_on": "2026-01-01", "people": n} for n in (6, 7)]

    assert number("round(mean(events, people), 0.5)", events=events) == (6.5, 6.5)
    assert number("round(mean(events, people), 1)", events=events) == (7, 7)
    assert number("round(share(events, people > 6), 0.1)", events=events) == (0.5, 0.5)


def test_what_a_fold_runs_over():
    reader = Whole(Setting.of(small_scheme(), 2026, date(2026, 4, 1).toordinal(), {})).reader

    assert source_of(reader, Rows("subjects", "all"), At(group=True)).rows == Population()
    months = source_of(reader, Rows("each", "month"), At())
    assert isinstance(months.rows, Pieces)
    assert months.most_rows == 4
    assert source_of(reader, Rows("register", "events"), At()).rows.register == "events"
