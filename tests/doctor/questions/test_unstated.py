import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.unstated import (
    ask_bonus_line,
    ask_broken_places,
    ask_open_ties,
    ask_overruling,
    ask_shared_ends,
    ask_unstated_rounding,
)
from xingping.policy.scheme.load import load_scheme

QUESTIONS = [
    (ask_open_ties, "open-tie", ("best",)),
    (ask_shared_ends, "shared-ends", ("80",)),
    (ask_unstated_rounding, "unstated-rounding", ("counted",)),
    (ask_broken_places, "broken-places", ("best",)),
    (ask_overruling, "exempt-or-veto", ("exempt", "case")),
    (ask_bonus_line, "bonus-over-line", ("extra",)),
]


@pytest.mark.parametrize(("question", "kind", "about"), QUESTIONS)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind, about):
    assert [finding.about for finding in found(question, kind)] == [about]
    assert clear(question, kind)


@pytest.mark.parametrize("question", [question for question, _, _ in QUESTIONS])
@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_state_how_each_of_these_is_read(question, name):
    assert asked(question, load_scheme(name)) == []
