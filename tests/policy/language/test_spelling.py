import pytest

from tests.policy.language.world import CATALOGUE, SCOPE, named, read, text
from xingping.policy.language.names import Names
from xingping.policy.language.scope import Scope
from xingping.policy.language.spelling import Spelling
from xingping.policy.language.writing import write


@pytest.mark.parametrize("title", ["考核（甲）", "每月分", "其中", "A1 分"])
def test_a_title_that_cannot_be_a_name_gives_way_to_the_id(title):
    scope = Scope(Names(CATALOGUE, "units", results={"x": named("result", "x", title)}))

    assert write(read("x", scope), "zh", scope) == "x"


def test_a_title_that_means_something_else_there_gives_way_to_the_id():
    results = {"x": named("result", "x", "严重")}
    scope = Scope(Names(CATALOGUE, "units", results=results))

    assert write(read("x", scope), "zh", scope) == "严重"
    assert write(read("count(cases where x > 1)", scope), "zh", scope) == "次数(立案 其中 x > 1)"


def test_a_criterion_with_a_number_for_an_id_goes_by_its_title():
    assert write(read("会议"), "en", SCOPE) == "会议"


def test_words_of_time_are_spelled_for_one_and_for_several():
    english, chinese = Spelling("en"), Spelling("zh")

    assert [english.several("half", 2), english.several("year", 1)] == ["halves", "year"]
    assert [chinese.several("month", 1), chinese.piece("month")] == ["个月", "每月"]
    assert english.piece("month") == "each month"


def test_a_link_goes_by_its_title():
    assert Spelling("zh").link("firm", SCOPE) == "所在企业"
    assert Spelling("zh").link("links", SCOPE) == "联户"
    assert text("甲").en == "甲"
