from fractions import Fraction

import pytest

from tests.policy.scheme.tiny import edit
from xingping.policy.scheme.load import load_scheme
from xingping.rating.examples.found import Answers
from xingping.rating.examples.prepare import prepare
from xingping.rating.examples.rows import YEAR
from xingping.rating.outcome import Range
from xingping.rating.rate import rate

LAST = "  expect:\n    {state: rated}\n"
SEVERAL = """\
几个 | several:
  given:
    meetings:
      [{}]
    declarations:
      [{stars: 2}]
    activities:
      [{times: 2, recorded: yes}]
    findings:
      [{criterion: tidy, level: 2}]
  subjects:
    a:
      {times: 4, given: {subject: {group: g1}, points: [{item: given, points: 40}, {item: choice, choice: 好}]}}
    b:
      {given: {subject: {group: g2}, points: [{item: given, points: 4}, {item: choice, choice: 好}], cases: [{}]}}
  expect:
    {places: 1}
"""


@pytest.fixture(params=["python", "polars"])
def answers(request, tmp_path):
    scheme = load_scheme(edit(tmp_path, "examples.nt", LAST, LAST + SEVERAL))
    ready = prepare(scheme, scheme.examples[-1])
    return Answers(
        rate(
            scheme,
            ready.records,
            year=YEAR,
            on=ready.on,
            parameters=ready.parameters,
            engine=request.param,
        )
    )


def exactly(number):
    return Range(Fraction(number), Fraction(number))


def test_a_subject_has_results_ranks_points_acts_and_pays(answers):
    assert answers.of_subject("a#1", "rank") == exactly(1)
    assert answers.of_subject("a#1", "work") == answers.of_criterion("a#1", "work", "points")
    assert answers.of_subject("a#1", "praise") in {"yes", "no", "unknown"}
    assert isinstance(answers.of_subject("a#1", "award"), Range)


def test_who_is_vetoed_has_no_rank(answers):
    assert answers.of_subject("b", "rank") == "none"
    assert answers.of_subject("b", "stars") == exactly(0)


def test_a_criterion_has_verdicts_points_lines_and_helpers(answers):
    assert answers.of_criterion("a#1", "tidy", "1") in {"met", "not met", "unknown"}
    assert answers.of_criterion("a#1", "work", "given") == exactly(40)
    assert answers.of_criterion("a#1", "work", "passed") in {"yes", "unknown"}
    assert isinstance(answers.of_criterion("a#1", "tidy", "granted"), Range)


def test_places_are_counted_over_all_groups(answers):
    assert answers.of_all("places") == answers.of_all("best 2") == exactly(1)


def test_targets_and_reports_are_said_of_all(answers):
    assert answers.of_all("half") in {"met", "not met", "unknown"}
    assert answers.of_all("none") in {"said", "not said"}
