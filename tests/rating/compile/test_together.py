"""Sums over the same records are bounded record by record, not each by itself."""

from tests.rating.compile.small import verdict

FULL = {"held_on": "2026-03-01", "people": 10, "came": 8, "open": True, "kind": "round"}


def event(**changes):
    return {**FULL, **changes}


def test_two_open_sums_of_one_record_do_not_drift_apart():
    unknown_size = event(people=None, came=None)

    rule = "sum(events, came) <= sum(events, people)"
    assert verdict(rule, events=[unknown_size]) == "met"
    assert verdict("sum(events, people) - sum(events, came) >= 0", events=[unknown_size]) == "met"


def test_a_narrowed_count_is_part_of_the_whole_count():
    guess = event(kind=None)

    # 1 or 2 of 2 are round
    rule = "2 * count(events where kind = round) {} count(events)"
    assert verdict(rule.format(">="), events=[FULL, guess]) == "met"
    assert verdict(rule.format(">"), events=[FULL, guess]) == "not_yet_known"


def test_weights_count_in_each_record():
    # 2 * came - people = 6 for each known, and at least 2*0-10 for the open one
    open_one = event(came=None)

    rule = "2 * sum(events, came) >= sum(events, people)"
    assert verdict(rule, events=[FULL, FULL, open_one]) == "met"  # 32 >= 30
    assert verdict(rule, events=[FULL, open_one]) == "not_yet_known"  # 16 to 36 against 20


def test_records_that_may_count_weigh_nothing_or_all():
    maybe = event(open=None, people=4, came=4)

    rule = "sum(events where open, came) >= {}"
    assert verdict(rule.format(8), events=[FULL, maybe]) == "met"
    assert verdict(rule.format(12), events=[FULL, maybe]) == "not_yet_known"
    assert verdict(rule.format(13), events=[FULL, maybe]) == "not_met"
