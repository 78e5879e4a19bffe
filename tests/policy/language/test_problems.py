from xingping.policy.language.problems import CircleError, Problem, RuleError
from xingping.policy.language.tree import Span
from xingping.policy.words import Text


def test_a_problem_says_its_column_and_what_to_write_instead():
    problem = Problem(Span(4, 6), Text("没有", "missing"), Text("写上", "write it"))

    assert problem.column == 5
    assert problem.say() == "5: 没有（写上）"
    assert problem.say("en") == "5: missing (write it)"
    assert Problem(Span(4, 6), Text("没有", "missing")).say() == "5: 没有"


def test_an_error_carries_all_problems():
    problem = Problem(Span(), Text("没有", "missing"))

    assert str(RuleError([problem, problem])) == "1: missing\n1: missing"
    assert str(CircleError(["a", "b", "a"])) == "a -> b -> a"
