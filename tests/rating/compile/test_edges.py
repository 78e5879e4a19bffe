"""The first and the last record: two of one day that differ leave open which it is."""

from tests.rating.compile.small import number, verdict

EARLY = {"held_on": "2026-02-01", "people": 3, "came": 1, "open": True, "kind": "round"}
LATE = {"held_on": "2026-05-01", "people": 8, "came": 6, "open": False, "kind": "flat"}


def test_the_last_and_the_first_are_by_day_not_by_line():
    events = [LATE, EARLY]

    assert number("last(events, people)", events=events) == (8, 8)
    assert number("first(events, people)", events=events) == (3, 3)
    assert verdict("last(events, open)", events=events) == "not_met"
    assert verdict("first(events, open)", events=events) == "met"


def test_two_of_one_day_that_differ_are_not_known():
    twin = {**LATE, "people": 5, "came": 6 - 3, "open": True, "kind": "round"}
    events = [EARLY, LATE, twin]

    assert number("last(events, people)", events=events) == (5, 8)
    assert verdict("last(events, open)", events=events) == "not_yet_known"
    assert verdict("last(events, kind) = flat", events=events) == "not_yet_known"
    assert verdict("last(events, kind) = square", events=events) == "not_met"


def test_two_of_one_day_that_agree_are_known():
    events = [LATE, {**LATE, "people": 9}]

    assert verdict("last(events, open)", events=events) == "not_met"
    assert verdict("last(events, kind) = flat", events=events) == "met"


def test_a_later_record_that_may_count_leaves_the_last_open():
    rule = "last(events where open, people)"
    events = [EARLY, {**LATE, "open": None}]

    assert number(rule, events=events) == (3, 8)
    assert number(rule, events=[{**EARLY, "open": None}, {**LATE, "open": True}]) == (8, 8)


def test_no_record_says_nothing():
    assert verdict("last(events, open)") == "not_yet_known"
    assert number("last(events, people)") == (0, 20)
    assert number("last(events, people) otherwise 4") == (4, 4)


def test_a_year_not_kept_may_hold_a_later_one():
    unkept = [("events", 2026)]

    assert number("last(events, people)", events=[EARLY], unkept=unkept) == (0, 20)
    assert verdict("last(events, open)", events=[EARLY], unkept=unkept) == "not_yet_known"


def test_the_last_ratio_is_known_if_all_that_may_be_last_agree():
    rule = "round(100 * last(events, came / people), 1)"

    assert number(rule, events=[EARLY, LATE]) == (75, 75)
    assert number(rule, events=[LATE, {**LATE, "came": 4}]) == (0, None)
