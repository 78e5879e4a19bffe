from tests.doctor.asking import clear, found
from xingping.doctor.questions.same_facts import TWICE, ask_same_facts


def test_a_record_that_moves_two_lines_is_found_and_rated():
    (finding,) = found(ask_same_facts, TWICE)

    assert finding.about == ("done", "praised")
    assert finding.witness.example.expect == {"done": "1", "praised": "2"}
    assert finding.witness.example.given == {"visits_made": [{"kind": "kept", "praised": "yes"}]}
    assert finding.weight == "note"


def test_conditions_that_exclude_each_other_are_fine():
    assert clear(ask_same_facts, TWICE)


def test_two_lines_that_cite_one_assumption_state_that_both_count():
    assert found(ask_same_facts, TWICE, "stated") == []


def test_one_condition_with_two_values_weighs_more():
    (finding,) = found(ask_same_facts, TWICE, "again")

    assert finding.weight == "gap"
