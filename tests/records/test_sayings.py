from fractions import Fraction

from xingping.policy.words import Text
from xingping.records import sayings


def test_limits_are_written_as_people_write_them():
    assert sayings.plain(Fraction(42, 5)) == "8.4"
    assert sayings.plain(Fraction(100)) == "100"


def test_a_step_other_than_a_hundredth_is_named():
    assert sayings.too_fine(Fraction(1, 2)).expected.en == "a multiple of 0.5 is expected"


def test_an_unknown_id_is_met_with_the_nearest_one():
    title = Text("单位", "branch")

    assert sayings.unknown_id("u11", title, ["u1", "*", None]).todo.en == "did you mean 'u1'?"
    assert sayings.unknown_id("x", title, ["u1"]).todo.en == "check it, or add it there"


def test_every_problem_is_said_in_both_languages():
    for problem in vars(sayings).values():
        if isinstance(problem, sayings.Problem):
            assert problem.expected.zh != problem.expected.en
            assert problem.todo.zh != problem.todo.en


def test_a_row_of_totals_is_to_be_deleted():
    told = sayings.unknown_id("合 计", Text("单位", "branch"), {"u1"})

    assert told.todo.zh == "像是合计行，请删去整行"
