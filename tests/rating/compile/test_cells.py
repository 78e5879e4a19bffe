"""Cells: what an empty one may be, when one may still rise, and whether its record is there yet."""

from datetime import date

from tests.oracle.random_rules import small_scheme
from tests.rating.compile.small import number, span, truth, verdict, worked
from xingping.policy.language.tree import Window
from xingping.policy.scheme.load import load_scheme
from xingping.rating.compile.cells import View, limits, year_field
from xingping.rating.compile.setting import Setting

EVENT = {"held_on": "2026-03-01"}
JOB = {"due_on": "2026-06-30", "main": True, "effort": 4}


def day(text):
    return date.fromisoformat(text).toordinal()


def view(register, *, on="2026-12-31", reach=False, fixed=None, scheme=None):
    scheme = scheme or small_scheme()
    setting = Setting.of(scheme, 2026, day(on), {}, reach=reach)
    return View(scheme.catalogue.registers[register], setting, fixed)


def test_an_empty_number_lies_within_its_limits():
    assert number("highest(events, grade)", events=[{**EVENT, "grade": "9.5"}]) == (9.5, 9.5)
    assert number("highest(events, grade)", events=[{**EVENT, "grade": None}]) == (0, 10)


def test_an_empty_choice_may_be_any_word():
    assert verdict("any(events, kind = round)", events=[{**EVENT, "kind": None}]) == "not_yet_known"
    assert verdict("any(events, kind = round)", events=[{**EVENT, "kind": "flat"}]) == "not_met"


def test_an_empty_yes_is_open():
    assert verdict("any(events, open)", events=[{**EVENT, "open": None}]) == "not_yet_known"


def test_a_cell_that_may_be_none_meets_no_comparison():
    noted = {**EVENT, "noted_on": None}

    assert verdict("any(events, noted_on = none)", events=[noted]) == "met"
    assert verdict("any(events, noted_on <= held_on)", events=[noted]) == "not_met"
    assert verdict("any(events, noted_on > held_on)", events=[noted]) == "not_met"


def test_what_comes_later_is_none_only_once_its_day_has_passed():
    pending = {**JOB, "ended_on": None}
    rule = "any(jobs, ended_on = none)"

    assert verdict(rule, jobs=[pending], on=date(2026, 7, 1)) == "met"
    assert verdict(rule, jobs=[pending], on=date(2026, 6, 1)) == "not_yet_known"


def test_a_planned_record_is_ahead_until_its_day():
    assert worked(view("jobs", on="2026-06-29").ahead, rows={}, own=due("2026-06-30")) == (True,)
    assert worked(view("jobs", on="2026-06-30").ahead, rows={}, own=due("2026-06-30")) == (False,)
    assert worked(view("events").ahead) == (False,)  # events are not planned


def due(text):
    return {"due_on": day(text)}


def test_a_record_of_the_day_after_the_rating_does_not_count():
    after = {"held_on": "2026-06-02"}

    assert number("count(events)", events=[after], on=date(2026, 6, 1)) == (0, 0)
    assert number("count(events)", events=[after], on=date(2026, 6, 2)) == (1, 1)


def test_a_record_is_there_on_the_days_of_the_window_only():
    one = view("events")
    this_year = one.setting.span(Window("this"))

    assert truth(one.exists(this_year), own={"held_on": day("2026-01-01")}) == (True, True)
    assert truth(one.exists(this_year), own={"held_on": day("2025-12-31")}) == (False, False)


def test_a_record_placed_by_its_year_may_have_no_day_yet():
    vote = {"year": 2026, "voters": 9, "voted": 9}

    assert number("count(votes)", votes=[{**vote, "voted_on": "2026-02-01"}]) == (1, 1)
    assert number("count(votes)", votes=[{**vote, "voted_on": None}]) == (0, 1)
    assert number("count(votes)", votes=[{**vote, "year": 2025, "voted_on": None}]) == (0, 0)


def test_done_items_may_rise_to_what_was_planned_until_the_quarter_is_over():
    scheme = load_scheme("office-branches")
    cells = {"year": 2026, "quarter": 2, "items": 8, "items_done": 5}

    may_rise = view("plans", reach=True, scheme=scheme).cell("items_done")
    assert span(may_rise, own=cells, columns={"today": day("2026-06-29")}) == (5, 8)
    assert span(may_rise, own=cells, columns={"today": day("2026-06-30")}) == (5, 5)
    assert span(view("plans", scheme=scheme).cell("items_done"), own=cells) == (5, 5)


def test_a_record_there_may_be_has_only_what_is_certain_of_it():
    guessed = view("events", fixed={"people": 7})

    assert span(guessed.cell("people")) == (7, 7)
    assert span(guessed.cell("grade")) == (0, 10)
    assert truth(guessed.cell("open")) == (False, True)
    assert not guessed.real


def test_limits_are_in_steps_of_the_field():
    fields = small_scheme().catalogue.registers["events"].fields

    assert limits(fields["grade"], fields["grade"].step) == (0, 1000)
    assert limits(fields["people"], fields["people"].step) == (0, 20)


def test_a_dated_record_is_placed_by_its_day_not_its_year():
    registers = small_scheme().catalogue.registers

    assert [year_field(registers[r]) for r in ("events", "sheets", "votes")] == ["", "year", "year"]
