from fractions import Fraction

from tests.policy.sentences.samples import scheme
from xingping.policy.language.tree import TEXT, Rows, Word
from xingping.policy.sentences.say import place
from xingping.policy.sentences.titles import (
    bare,
    field_title,
    judged_text,
    level_title,
    line_of,
    parameter_title,
    points_unit,
    word_title,
)


def here(name="office-branches", lang="zh", **values):
    return place(Rows("subjects", "subjects"), scheme(name), lang, None, values)


def test_a_field_goes_by_the_noun_of_its_phrases():
    assert field_title(here(lang="en"), "tasks", "due_on") == "due date"
    assert field_title(here(), "cases", "kind") == "案件类别"
    assert field_title(here(), "cases", "evidence") == "佐证材料"


def test_the_text_of_a_clause_says_what_it_is():
    found = word_title(here("county-branches"), Word("B-5.1", TEXT))

    assert found == "B-5.1（渎职或腐败案件）"


def test_any_other_text_stands_in_quotation_marks():
    assert word_title(here(), Word("其他", TEXT)) == "“其他”"
    assert word_title(here(), Word("office-branches", TEXT)) == "本方案"


def test_a_level_goes_by_its_title():
    assert level_title(here(), Fraction(4)) == "四星级"
    assert level_title(here(), Fraction(7)) == "7"


def test_a_parameter_without_a_value_is_its_title_alone():
    assert parameter_title(here(), "target_score") == "目标考核分"
    assert parameter_title(here(target_score=Fraction(85)), "target_score") == "目标考核分（85分）"


def test_what_a_reviewer_has_to_find_is_the_text_of_the_standard():
    assert judged_text(here(), "2", "3") == "班子健全、团结"
    assert judged_text(here(), "4", "3") == ""


def test_a_line_is_found_whichever_criterion_has_it():
    assert line_of(here("county-branches"), "B-2.1").id == "B-2.1"
    assert line_of(here("county-branches"), "none") is None


def test_units_follow_from_how_a_title_ends():
    assert points_unit(here(), "考核分") == "分"
    assert points_unit(here(), "涉及人次") == "人次"
    assert points_unit(here(lang="en"), "考核分") == ""


def test_an_english_noun_loses_its_article():
    assert [bare(noun) for noun in ("the score", "a plan", "score")] == ["score", "plan", "score"]
