import pytest

from tests.policy.language.world import LINE, SCOPE, WORDY, problems, read
from xingping.policy.language.tree import LEVEL, NUMBER, RATIO, By, If

KINDS = "known: committee, law, 支委, 违法"
ADD = "add them, or write otherwise -> …"
OPEN = "numbers are never all listed: otherwise is missing"
BY = "its form: by(x, a -> 1, b -> 2, otherwise -> 0)"


def test_if_chooses_between_two_values():
    tree = read("if(held, 1, turnout)")

    assert isinstance(tree, If)
    assert tree.type == RATIO


def test_an_arm_with_equals_is_an_arm_without_a_sign():
    assert read("by(total, = 1 -> 2, otherwise -> 3)") == read("by(total, 1 -> 2, 否则 → 3)")


def test_a_rule_may_give_levels_in_words():
    tree = read("by(total, >= 90 -> high, otherwise -> low)", WORDY, LEVEL)

    assert isinstance(tree, By)
    assert tree.type == LEVEL


def test_points_a_reviewer_gives_may_stand_in_an_arm():
    assert read("by(sort, law -> assessed, committee -> 0)", LINE).type == NUMBER


@pytest.mark.parametrize(
    ("rule", "column", "what", "hint"),
    [
        ("by(sort, law -> 1)", 1, "cases missing: committee", ADD),
        ("by(total, > 1 -> 2)", 1, OPEN, ADD),
        ("by(stars, 5 -> 1, 4 -> 2)", 1, "cases missing: 0, 3", ADD),
        ("by(stars, > 3 -> 1, < 3 -> 2)", 1, "cases missing: 3", ADD),
        ("by(held, yes -> 1)", 1, "cases missing: no", ADD),
        ("sum(cases, by(grade, good -> 1, fair -> 2))", 12, "cases missing: none", ADD),
        ("by(sort, law -> 1, law -> 2, otherwise -> 0)", 20, "this case stands above already", ""),
        ("by(sort, nosuch -> 1, otherwise -> 0)", 10, "nothing here is called 'nosuch'", KINDS),
        ("by(total, otherwise -> 1, 2 -> 3)", 11, "otherwise comes last", ""),
        ("by(total, 1, otherwise -> 3)", 1, "'by' does not take 3 arguments", BY),
        ("if(held, 1)", 1, "'if' does not take 2 arguments", "its form: if(condition, value, other value)"),
        ("if(total, 1, 2)", 4, "yes or no is needed here, not a number", ""),
        ("if(held, 1, held)", 1, "values of different types: a number, yes or no", ""),
        ("lower(1 -> 2, 3)", 7, "a value is expected here", "-> stands in by(...) only"),
        ('by("a", "a" -> 1)', 1, OPEN, ADD),
    ],
)  # fmt: skip
def test_a_choice_with_a_gap_is_a_problem(rule, column, what, hint):
    assert problems(rule, SCOPE) == [(column, what, hint)]


def test_an_arm_that_is_not_equal_covers_the_others():
    assert problems("by(stars, != 0 -> 1, 0 -> 2)") == []
