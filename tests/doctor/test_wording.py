from xingping.doctor.wording import cited, listed, sentence
from xingping.policy.words import Text


def test_names_stand_in_one_line_each_once():
    assert listed(["a", "b", "a"]) == Text("a、b", "a, b")
    assert listed([Text("甲", "one"), "b"]) == Text("甲、b", "one, b")


def test_of_many_names_the_first_are_named_and_the_rest_counted():
    assert listed("abcd", most=2) == Text("a、b等4项", "a, b and 2 more")


def test_clauses_are_cited_in_brackets_where_there_are_any():
    assert cited(["A-1", "A-2"]) == Text("（条款 A-1、A-2）", " (clauses A-1, A-2)")
    assert cited([]) == Text("", "")


def test_an_english_sentence_begins_with_a_capital_letter():
    assert sentence(Text("目标", "the target of A-1")) == Text("目标", "The target of A-1")
    assert sentence(Text("“甲”", "'a' is")) == Text("“甲”", "'a' is")
