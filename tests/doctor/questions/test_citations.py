import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.citations import (
    ask_idle_assumptions,
    ask_missing_clauses,
    ask_rules_without_clause,
    ask_shown_and_computed,
    ask_skipped_clauses,
)
from xingping.policy.scheme.load import load_scheme

QUESTIONS = [
    (ask_missing_clauses, "missing-clause", ("case", "T-1.9")),
    (ask_idle_assumptions, "idle-assumption", ("T-R1",)),
    (ask_rules_without_clause, "rule-without-clause", ("case",)),
    (ask_shown_and_computed, "shown-and-computed", ("T-1.3",)),
    (ask_skipped_clauses, "skipped-clause", ("T-1.4",)),
    (ask_skipped_clauses, "clause-twice", ("T-1.2", "T-1.3")),
]


@pytest.mark.parametrize(("question", "kind", "about"), QUESTIONS)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind, about):
    assert [finding.about for finding in found(question, kind)] == [about]
    assert clear(question, kind)


@pytest.mark.parametrize("question", dict.fromkeys(question for question, _, _ in QUESTIONS))
@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_cite_what_they_rest_on(question, name):
    assert asked(question, load_scheme(name)) == []


def test_where_clauses_are_listed_the_reading_of_the_scheme_has_seen_to_idle_assumptions():
    assert load_scheme("office-branches").clauses.says
    assert asked(ask_idle_assumptions, load_scheme("office-branches")) == []
