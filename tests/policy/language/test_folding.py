import pytest

from tests.policy.language.world import KIND, WORDY, problems, read
from xingping.policy.language.tree import DAY, LEVEL, NUMBER, RATIO, YES

ROUND = "round the ratio first: round(…, 0.01)"


@pytest.mark.parametrize(
    ("rule", "type_"),
    [
        ("count(cases)", NUMBER),
        ("sum(meetings, present)", NUMBER),
        ("mean(meetings, present)", RATIO),
        ("share(cases, serious)", RATIO),
        ("any(cases, serious)", YES),
        ("every(cases, serious)", YES),
        ("last(cases, filed_on)", DAY),
        ("first(cases, kind)", KIND),
        ("last(meetings, present / expected)", RATIO),
        ("highest(meetings, present)", NUMBER),
        ("highest(subjects, stars)", LEVEL),
        ("sum(subjects, stars)", NUMBER),
        ("sum(criteria, committee)", RATIO),
        ("longest(each week, count(cases) = 0)", NUMBER),
    ],
)
def test_a_fold_has_the_type_of_what_it_gives(rule, type_):
    assert read(rule).type == type_


def test_the_highest_of_levels_in_words_is_a_level():
    assert read("highest(criteria, met)", WORDY).type == LEVEL


@pytest.mark.parametrize(
    ("rule", "column", "what", "hint"),
    [
        ("cout(cases)", 1, "there is no function 'cout'", "did you mean 'count'?"),
        ("count(cases, serious)", 1, "'count' does not take 2 arguments", "its form: count(register where condition)"),
        ("count(each month)", 1, "'count' does not take 1 arguments", "its form: count(each month, condition)"),
        ("sum(cases)", 1, "'sum' does not take 1 arguments", "its form: sum(register, value)"),
        ("sum(each month)", 1, "'sum' does not take 1 arguments", "its form: sum(each month, value)"),
        ("sum(meetings, present / expected)", 15, "what is read of each row may not be a ratio", ROUND),
        ("mean(meetings, present / expected)", 16, "what is read of each row may not be a ratio", ROUND),
        ("highest(meetings, present / expected)", 19, "what is read of each row may not be a ratio", ROUND),
        ("mean(criteria, committee)", 16, "what is read of each row may not be a ratio", ROUND),
        ("sum(cases, serious)", 12, "yes or no cannot be computed with", ""),
        ("highest(cases, filed_on)", 16, "a day cannot be computed with", ""),
        ("any(cases, 3)", 12, "yes or no is needed here, not a number", ""),
        ("longest(cases, serious)", 9, "'longest' runs only over pieces of time: each month", ""),
        ("last(subjects, total)", 6, "'last' runs only over records", ""),
        ("lower(1, each month)", 10, "a value is expected here", "rows stand first in count(...) and such"),
    ],
)  # fmt: skip
def test_a_fold_that_means_nothing_is_a_problem(rule, column, what, hint):
    assert problems(rule) == [(column, what, hint)]
