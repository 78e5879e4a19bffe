import pytest

from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.unused import ask_idle_vetoes, ask_unused_levels, ask_unused_names
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize(
    ("question", "kind", "about"),
    [
        (ask_unused_names, "unused-names", ("line",)),
        (ask_unused_levels, "unused-levels", ("3",)),
        (ask_idle_vetoes, "idle-veto", ("case",)),
    ],
)
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(question, kind, about):
    assert [finding.about for finding in found(question, kind)] == [about]
    assert clear(question, kind)


def test_the_veto_without_effect_says_why():
    (finding,) = found(ask_idle_vetoes, "idle-veto")

    assert finding.said.en == (
        "The veto 'a case' (clauses T-1.2) has no effect: it caps the stars at 'two stars', "
        "which is the highest level."
    )


def test_a_level_that_a_declaration_may_bring_is_not_called_out_of_reach():
    assert asked(ask_unused_levels, load_scheme("office-branches")) == []
