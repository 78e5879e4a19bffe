"""Fields that bound each other: who came is at most who was expected, in every sum of both."""

from fractions import Fraction

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import number, span, verdict
from xingping.rating.compile.cells import View
from xingping.rating.compile.expressions import FALSE, TRUE, filled, null, num
from xingping.rating.compile.linked import bound_by_links
from xingping.rating.compile.setting import Setting
from xingping.rating.compile.values import Linear, unknown

LOOSE = unknown(-20, 20)


def test_nobody_more_came_than_was_expected():
    both = {"held_on": "2026-03-01", "people": None, "came": None}

    assert verdict("sum(events, came) <= sum(events, people)", events=[both]) == "met"
    assert verdict("sum(events, came) / sum(events, people) <= 1", events=[both]) == "not_yet_known"


def test_an_open_field_lies_between_what_bounds_it():
    assert number("sum(events, came)", events=[event(people=7, came=None)]) == (0, 7)
    assert number("sum(events, people)", events=[event(people=None, came=6)]) == (6, 20)


def test_a_difference_of_both_is_bounded_by_either():
    # people - came, with 20 at most of either
    assert bounds(event(people=7, came=None)) == (0, 7)
    assert bounds(event(people=None, came=6)) == (0, 14)
    assert bounds(event(people=None, came=None)) == (0, 20)
    assert bounds(event(people=7, came=6)) == (1, 1)


def test_fields_without_a_link_keep_their_loose_bounds():
    linear = Linear({"people": Fraction(1), "grade": Fraction(1)})

    assert bound_by_links(view(), linear, LOOSE) is LOOSE


def bounds(cells):
    """What people - came can be, worked out for one record."""
    linear = Linear({"people": Fraction(1), "came": Fraction(-1)})
    bound = bound_by_links(view(), linear, LOOSE)
    return span(bound, own=cells)


def view():
    setting = Setting.of(small_scheme(), 2026, 739981, {})
    return View(small_scheme().catalogue.registers["events"], setting)


def event(**cells):
    return {"held_on": "2026-03-01", **cells}


def test_cells_at_hand_are_read_as_they_are():
    assert view().null("came") is null("came")
    assert view().filled("came") is filled("came")
    guessed = View(view().register, view().setting, fixed={"people": 4})
    assert (guessed.null("people"), guessed.null("came")) == (FALSE, TRUE)
    assert guessed.filled("people") is num(4)


def test_a_field_of_the_unit_is_none_of_its_records():
    rule = "sum(events, people - size) >= sum(events, came)"
    one = event(people=9, came=4)

    assert verdict(rule, own={"size": 5}, events=[one]) == "met"
    assert verdict(rule, own={"size": 6}, events=[one]) == "not_met"
    unkept = [("events", 2026)]
    assert verdict(rule, own={"size": 6}, events=[one], unkept=unkept) == "not_yet_known"
