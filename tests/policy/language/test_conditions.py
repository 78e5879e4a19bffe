import pytest

from tests.policy.language.world import GRADE, INSIDE, SCOPE, WORDY, problems, read
from xingping.policy.language.tree import ANY, LEVEL, NUMBER, TEXT, Compare, Field, Logic, Word

RECORD = "for where there is no record write otherwise"
EMPTY = "only a field whose empty cell means none may be none"
CHOICE = "'committee' is a choice: write field = committee or field in (committee, …)"
DAYS = (
    "compare a day with another day field of the row; for its year add a field with the year "
    "(set_up, whole) and write year - set_up < 1"
)
VALUES = "its values: law, committee"
NONE = "none is no value, it can only be asked for"
ASK = "such as done_on = none"


def where(condition, scope=SCOPE):
    return read(f"count(cases where {condition})", scope).rows.where


@pytest.mark.parametrize("signs", ["≤≥≠", ("<=", ">=", "!=")])
def test_a_sign_may_be_written_as_printed(signs):
    lower, upper, other = signs

    tree = read(f"1 {lower} total {upper} 2 {other} 3")

    assert [op for op, _ in tree.rest] == ["<=", ">=", "!="]


@pytest.mark.parametrize("condition", ["grade = good", "good = grade", "程度 = 较好"])
def test_a_bare_word_is_a_value_of_the_choice_it_is_compared_with(condition):
    assert Word("good", GRADE) in (where(condition).first, where(condition).rest[0][1])


def test_a_value_goes_before_a_helper_of_the_same_name():
    assert where("kind = committee", INSIDE).rest[0][1].value == "committee"


def test_a_level_may_be_named_by_its_title():
    assert read("stars >= 四星级") == read("stars >= 4")
    assert read("stars >= 先进", WORDY).rest == ((">=", Word("high", LEVEL)),)


def test_the_number_of_a_criterion_is_a_text_beside_a_text():
    compared = read("count(points where item = number)", INSIDE).rows.where

    assert compared.rest[0][1].type == TEXT
    assert read("number = 1", INSIDE).first.type == NUMBER


def test_none_asks_for_an_empty_cell():
    assert where("withdrawn_on = none").rest == (("=", Word("none", ANY)),)


def test_conditions_of_one_strength_stand_side_by_side():
    tree = read("held and held and not held or held")

    assert isinstance(tree, Logic)
    assert (tree.op, len(tree.parts), len(tree.parts[0].parts)) == ("or", 2, 3)


@pytest.mark.parametrize(
    ("condition", "column", "what", "hint"),
    [
        ("kind = 3", 26, "a choice (kinds) cannot be compared with a number", VALUES),
        ("kind = good", 26, "nothing here is called 'good'", "known: committee, law, 支委, 违法"),
        ("kind = grade", 26, "a choice (kinds) cannot be compared with a choice (grades)", VALUES),
        ("kind >= law", 19, "a choice (kinds) has no order", "use =, != or in (…)"),
        ("filed_on > 3", 30, "a day cannot be compared with a number", DAYS),
        ("serious = none", 29, EMPTY, RECORD),
        ("withdrawn_on < none", 34, EMPTY, RECORD),
        ("filed_on = unknown", 30, "nothing can be compared with unknown", ""),
        ("filed_on", 19, "yes or no is needed here, not a day", ""),
        ("kind = law or committee", 33, "nothing here is called 'committee'", CHOICE),
    ],
)  # fmt: skip
def test_sides_that_do_not_fit_are_a_problem(condition, column, what, hint):
    assert problems(f"count(cases where {condition})") == [(column, what, hint)]


@pytest.mark.parametrize(
    ("rule", "column", "what", "hint"),
    [
        ("none", 1, NONE, ASK),
        ("total otherwise none", 17, NONE, ASK),
        ('total < "3"', 9, "a number cannot be compared with a text", ""),
        ("held and total", 10, "yes or no is needed here, not a number", ""),
        ("not total", 5, "yes or no is needed here, not a number", ""),
        ("total = 1234567890123456", 9, "a number of more than 15 digits", ""),
    ],
)  # fmt: skip
def test_a_condition_that_means_nothing_is_a_problem(rule, column, what, hint):
    assert problems(rule) == [(column, what, hint)]


def test_a_number_is_no_level_where_levels_are_words():
    wrong = problems("stars >= 3", WORDY)

    assert wrong == [(10, "a level cannot be compared with a number", "its values: low, high")]


def test_a_part_that_is_wrong_is_told_once():
    assert len(problems("count(casses) = 0 and casses > 1 and 1 < nosuch < 3")) == 3


def test_a_field_of_the_record_comes_before_all_else():
    compared = read("count(points where points > total)").rows.where

    assert isinstance(compared, Compare)
    assert compared.first == Field("points", "points", NUMBER)


def test_a_field_of_text_beside_a_number_asks_for_quotes():
    wrong = problems("count(meetings where title = 3)")

    assert [hint for *_, hint in wrong] == ['a text stands in quotes: "abc"']
