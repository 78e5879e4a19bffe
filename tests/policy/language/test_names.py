import pytest

from tests.policy.language.world import inferring, problems, read, text
from xingping.policy.language.names import Index, Inferred, Named
from xingping.policy.language.problems import CircleError
from xingping.policy.language.tree import ANY, NUMBER, RATIO


def test_an_id_is_found_by_itself_its_title_and_its_word_in_the_table():
    index = Index.of({"stars": text("级别"), "x": text("甲"), "y": text("乙"), "z": text("乙")})

    assert [index.find(word) for word in ("x", "甲", "stars", "星级")] == [
        "x",
        "x",
        "stars",
        "stars",
    ]
    assert index.find("乙") is None
    assert index.find("丙") is None


def test_a_result_without_a_declared_type_has_that_of_its_rule():
    scope = inferring(a="b / count(cases)", b="1 + c", c="count(cases)")

    assert read("a", scope).type == RATIO
    assert read("b", scope).type == NUMBER


def test_a_circle_is_a_problem_wherever_one_of_its_names_stands():
    scope = inferring(a="b + 1", b="c + 1", c="a + 1", d="1")

    told = {what for rule in ("a", "1 + b", "c") for _, what, _ in problems(rule, scope)}
    assert len(told) == 1
    assert told.pop().startswith("a circle: ")
    assert problems("d", scope) == []


def test_a_rule_that_is_wrong_is_told_where_it_stands_and_not_where_it_is_named():
    scope = inferring(a="nosuch + 1", b="a + 1")

    assert problems("b", scope) == []
    assert read("a", scope).type == ANY


def test_an_inferred_type_that_needs_itself_is_a_circle():
    def again():
        return made[0]()

    made = [Inferred("x", again)]

    with pytest.raises(CircleError) as caught:
        made[0]()

    assert caught.value.names == ("x", "x")


def test_a_parameter_is_a_constant_and_no_ratio():
    assert Named("parameter", "w", text("权重"), RATIO).known_type() == NUMBER
