from tests.oracle.random_rules import scope, small_scheme
from xingping.doctor.questions.conditions import (
    arms_of,
    choices_of,
    conditions_of,
    of_population,
    within,
)
from xingping.policy.language import tree
from xingping.policy.language.rules import read_rule
from xingping.policy.scheme.load import load_scheme


def rule(text, expect=tree.NUMBER):
    return read_rule(text, scope(), expect=expect)


def test_parts_of_standards_vetoes_and_passes_are_conditions():
    kinds = {test.part.kind for test in conditions_of(small_scheme())}

    assert kinds == {"standard", "criterion", "veto"}


def test_a_choice_of_a_record_is_asked_of_its_records():
    tests = [test for test, _ in choices_of(load_scheme("county-branches"))]

    assert {type(test.node) for test in tests} >= {tree.Fold}


def test_an_arm_is_taken_where_it_fits_and_none_before_it_does():
    choice = rule("by(size, >= 9 -> 1, >= 4 -> 2, otherwise -> 0)")

    first, second = arms_of(choice)

    assert first == rule("size >= 9", tree.YES)
    assert second == rule("not size >= 9 and size >= 4", tree.YES)


def test_a_condition_of_a_record_becomes_one_of_its_subject():
    around = rule("sum(events where open, people)")
    test = around.of  # any node will do

    assert within(around, test) == tree.Fold("any", around.rows, test, tree.YES)
    assert within(test, test) == test


def test_a_condition_on_all_subjects_is_known():
    assert not of_population(rule("size >= 9", tree.YES))
