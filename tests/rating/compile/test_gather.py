"""Gathering: sums, counts, means, the highest, the longest run; exact, or as bounds."""

from datetime import date

import pytest

from tests.rating.compile.small import number, verdict


def event(day="2026-03-01", **cells):
    return {"held_on": day, **cells}


def test_what_may_count_adds_between_nothing_and_all():
    events = [event(open=True, people=3, came=0), event(open=None, people=5, came=0)]

    assert number("count(events where open)", events=events) == (1, 2)
    assert number("sum(events where open, people)", events=events) == (3, 8)
    assert number("sum(events where open, -1 * people)", events=events) == (-8, -3)


def test_a_mean_is_known_only_if_every_record_is():
    known = [event(people=3, came=1), event(people=4, came=2)]

    assert number("round(mean(events, people), 0.1)", events=known) == (3.5, 3.5)
    low, high = number("round(mean(events, people), 0.1)", events=[*known, event(people=None)])
    assert (low, high) == (0, 20)


def test_a_share_lies_between_nothing_and_all_where_it_is_not_known():
    events = [event(open=True), event(open=False), event(open=True)]

    assert number("round(100 * share(events, open), 1)", events=events) == (67, 67)
    assert number("round(100 * share(events, open), 1)") == (0, 100)


def test_the_highest_of_none_is_only_within_its_limits():
    assert number("highest(events, people)") == (0, 20)
    assert number("highest(events, people) otherwise 3") == (3, 3)
    assert number("lowest(events, people) otherwise 3") == (3, 3)


@pytest.mark.parametrize(("fold", "span"), [("highest", (6, 9)), ("lowest", (2, 6))])
def test_the_highest_and_the_lowest_may_be_of_a_record_that_may_count(fold, span):
    other = 9 if fold == "highest" else 2
    events = [event(open=True, people=6, came=0), event(open=None, people=other, came=0)]

    assert number(f"{fold}(events where open, people)", events=events) == span


def test_too_few_records_say_nothing():
    one = [event(open=True, people=6, came=0)]

    assert verdict("any(events needing 2, open)", events=[event(open=False)]) == "not_yet_known"
    assert verdict("any(events needing 1, open)", events=[event(open=False)]) == "not_met"
    assert verdict("any(events needing 2, open)", events=one) == "met"
    assert number("highest(events needing 2, people)", events=one) == (None, None)
    assert number("highest(events needing 1, people)", events=one) == (6, 6)


def test_every_and_any_of_no_records():
    assert verdict("every(events, open)") == "met"
    assert verdict("any(events, open)") == "not_met"


def test_the_longest_run_counts_months_one_after_another():
    events = [event(f"2026-{month:02d}-10") for month in (1, 2, 3, 6, 7)]
    rule = "longest(each month, count(events) >= 1)"

    assert number(rule, events=events) == (3, 3)
    assert number(rule, events=events, on=date(2026, 2, 20)) == (2, 2)
    assert number(rule) == (0, 0)


def test_a_run_is_bounded_where_one_month_is_open():
    events = [event("2026-01-10", open=True), event("2026-02-10", open=None)]
    rule = "longest(each month, count(events where open) >= 1)"

    assert number(rule, events=[*events, event("2026-03-10", open=True)]) == (1, 3)
