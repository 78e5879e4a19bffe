from dataclasses import replace

import pytest

from tests.doctor.asking import asked, clear, found, scheme
from xingping.doctor.questions.calendar import ask_days, ask_late_facts
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.steps import EVERY_LEVEL, Deadline, MonthDay


@pytest.mark.parametrize(
    ("question", "kind"),
    [(ask_late_facts, "facts-after-closing"), (ask_days, "no-time-for-notice")],
)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind):
    assert len(found(question, kind)) == 1
    assert clear(question, kind)


def test_a_notice_of_five_working_days_does_not_fit_into_four_days():
    (finding,) = found(ask_days, "no-time-for-notice")

    assert finding.said.en == (
        "'review' closes on 12-20 and 'naming' on 12-24, 4 days later; what lies between needs at "
        "least 5: public notice 5 working days (clauses T-1.2)."
    )


def test_the_office_declares_in_october_on_what_the_year_end_shows():
    (finding,) = asked(ask_late_facts, load_scheme("office-branches"))

    assert finding.about == ("declare", "10-31", "9", "11", "12", "13")
    assert finding.clauses[:2] == ("A-4.1a", "A-4.1c")


def test_schemes_without_a_closing_day_have_none_to_miss():
    assert asked(ask_late_facts, load_scheme("county-branches")) == []
    assert asked(ask_days, load_scheme("office-branches")) == []


@pytest.mark.parametrize(
    ("named_by", "weights"),
    [((1, 15), []), ((12, 10), ["gap"]), ((12, 24), ["contradiction"])],
    ids=["in January after a review in December", "before the review", "too soon after it"],
)
def test_a_day_of_the_next_year_is_no_day_out_of_order(named_by, weights):
    subject = scheme("no-time-for-notice", "found")
    naming = replace(subject.procedure["name"], by={EVERY_LEVEL: Deadline(MonthDay(*named_by))})
    moved = replace(subject, procedure={**subject.procedure, "name": naming})

    assert [finding.weight for finding in asked(ask_days, moved)] == weights
