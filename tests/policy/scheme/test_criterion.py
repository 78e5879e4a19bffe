from fractions import Fraction

import pytest

from tests.policy.scheme.tiny import write
from xingping.policy.language.tree import NUMBER, YES, Asked
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text


@pytest.fixture
def scheme(tmp_path):
    return load_scheme(write(tmp_path))


def test_a_criterion_keeps_what_its_file_says(scheme):
    work = scheme.criteria["work"]

    assert work.title == Text("工作", "Work")
    assert (work.base, work.low, work.high) == (10, 0, 60)
    assert (work.item, work.by_line, work.bonus) == ("T-3", True, True)
    assert (work.worth, work.points, work.rescale) == (None, None, None)
    assert work.passed.text == "points >= 30"


def test_the_item_of_a_criterion_is_its_id_unless_another_is_written(scheme):
    assert scheme.criteria["tidy"].item == "tidy"


def test_what_a_reviewer_judges_is_asked_for_by_level(scheme):
    standard = scheme.criteria["tidy"].standards["2"]

    assert standard.judged == Text("很整洁", "very tidy")
    assert standard.asked.tree == Asked("judged", "tidy", YES, level="2")
    assert [rule.text for rule in standard.require] == ["count(activities where recorded) >= 2"]


def test_a_line_with_a_maximum_and_no_points_is_assessed(scheme):
    given = scheme.criteria["work"].lines["given"]

    assert given.rule.tree == Asked("assessed", "given", NUMBER, high=Fraction(40))
    assert given.assessed == (0, 40)


def test_a_line_that_is_computed_is_not_assessed(scheme):
    counted = scheme.criteria["work"].lines["counted"]

    assert (counted.low, counted.high, counted.assessed) == (-5, None, None)


def test_a_rubric_has_its_options_and_no_points_where_it_does_not_apply(scheme):
    choice = scheme.criteria["work"].lines["choice"]

    assert choice.options == (
        (Text("好", "good"), 10),
        (Text("差", "bad"), 0),
        (Text("不适用", "not applicable"), None),
    )
    assert choice.rule.tree == Asked(
        "chosen",
        "choice",
        NUMBER,
        high=Fraction(10),
        options=(("好", Fraction(10)), ("差", Fraction(0)), ("不适用", None)),
    )


def test_a_helper_of_every_criterion_has_its_limit_and_asks_for_a_reason(scheme):
    granted = scheme.every.helpers["granted"]

    assert granted.title == Text("给分", "credit")
    assert granted.high.text == "50% * worth"
    assert granted.reason
