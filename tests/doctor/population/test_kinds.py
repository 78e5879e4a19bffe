import pytest

from tests.doctor.population.loaded import OFFICE
from xingping.doctor.population.kinds import (
    Kinds,
    TooManyPartsError,
    conditions_on_subjects,
    subject_folds,
)
from xingping.policy.language.tree import NUMBER, YES, Compare, Logic, Number, Ref


def level(op, value):
    return Compare(Ref("system", "stars", "", NUMBER), ((op, Number(value)),))


def part(name):
    return Ref("result", name, "", YES)


def test_a_condition_on_the_level_is_decided_by_it():
    kinds = Kinds(OFFICE, [level(">=", 4)])

    assert [value for value, _ in kinds.of(level(">=", 4))] == [4, 5]
    assert [value for value, _ in kinds.of(None)] == [0, 3, 4, 5]


def test_any_other_part_is_a_truth_of_its_own():
    both = Logic("and", (level("=", 5), part("assessed_apart")))
    kinds = Kinds(OFFICE, [both])

    assert len(kinds.all) == 8
    assert kinds.of(both) == [(5, (True,))]


def test_too_many_parts_are_refused():
    with pytest.raises(TooManyPartsError):
        Kinds(OFFICE, [part(f"p{i}") for i in range(6)])


def test_the_conditions_of_a_target_are_those_of_its_folds():
    tree = OFFICE.targets["year2"].rule.tree

    assert len(subject_folds(tree)) == 1
    assert len(conditions_on_subjects([tree])) == 1
