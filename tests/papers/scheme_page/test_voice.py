from tests.papers.schemes import scheme
from xingping.papers.scheme_page.page import Piece
from xingping.papers.scheme_page.voice import Voice, note, upper

ZH, EN = (Voice(scheme("office-branches"), lang) for lang in ("zh", "en"))


def test_a_sentence_ends_once_and_begins_with_a_capital():
    assert ZH.sentence("全部达到") == "全部达到。"
    assert ZH.sentence("全部达到。") == "全部达到。"
    assert EN.sentence("all of them") == "All of them."
    assert upper("") == ""


def test_clauses_and_readings_are_links_each_told_once():
    assert ZH.cited("A-1 A-2", ("A-2",)) == (
        Piece(" "),
        Piece("A-1", "clause", "A-1"),
        Piece(" "),
        Piece("A-2", "clause", "A-2"),
    )


def test_levels_bodies_and_times_are_told_by_their_titles():
    assert ZH.levels(["4", "5"]) == "四星级、五星级"
    assert EN.body("committee") == "the committee"
    assert ZH.body("another") == "另一人（不是经办人本人）"
    assert EN.every("quarter") == "every quarter"


def test_quotation_marks_inside_quotation_marks_are_single():
    assert ZH.quoted("“三会一课”落实") == "“‘三会一课’落实”"


def test_a_note_is_in_small_letters():
    assert note("见上") == Piece("见上", "note")


def test_what_follows_where_a_condition_holds_is_one_sentence():
    assert ZH.where("得分低于60分", "不评") == "得分低于60分，则不评"
    assert EN.where("the score is below 60", "no star") == "where the score is below 60: no star"
