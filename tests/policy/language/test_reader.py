from lark import Token

from tests.policy.language.world import SCOPE, problems, read
from xingping.policy.language.reader import MOST_PROBLEMS, Reader


def test_a_word_is_explained_by_the_others_beside_it():
    assert read("lower(band, total)") == read("lower(band, total)")
    assert problems("sort in (law, nosuch)") == [
        (15, "nothing here is called 'nosuch'", "known: committee, law, 支委, 违法")
    ]


def test_a_long_word_is_cut_in_the_message():
    assert problems("x" * 60)[0][1] == f"nothing here is called '{'x' * 40}'"


def test_a_loose_sign_is_no_value():
    reader = Reader(SCOPE.names, {})

    reader.read(Token("PLUS", "+", start_pos=0, end_pos=1), SCOPE)

    assert [problem.what.en for problem in reader.problems] == ["a value is expected here"]


def test_a_page_of_problems_is_enough():
    assert len(problems(" + ".join(["nosuch"] * 50))) == MOST_PROBLEMS
