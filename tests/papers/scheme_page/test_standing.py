from tests.papers.schemes import scheme
from xingping.papers.scheme_page.page import Listing, Para, Table
from xingping.papers.scheme_page.standing import levels, overruled, quotas, results, within
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words


def voice(name, lang="zh"):
    return Voice(scheme(name), lang)


def told(blocks):
    for one in blocks:
        if isinstance(one, Para):
            yield words(one.line)
        elif isinstance(one, Listing):
            yield from (words(line) for line in one.lines)


def test_levels_stand_from_the_best_down_with_their_bands_and_what_was_printed():
    said = list(told(levels(voice("office-branches"))))

    assert said[0] == "五星级：考核分不低于95分"
    assert said[4] == "原文写作：75-85 / 85-95 / 95 以上。 [A-3.2] [A-R1]"
    assert said[5].startswith("评定等级：分数段、达标星级、申报星级中最低者。")
    assert (
        next(told(levels(voice("13-red-flags"))))
        == "由高到低：五面、四面、三面、两面、一面、无旗。"
    )


def test_results_and_ranks_are_sentences():
    said = list(told(results(voice("office-branches", "en"))))

    assert said[2].startswith("Score: The score in the yearly assessment this year (the sum of the")
    assert said[2].endswith("100 in all. [A-3.2] [A-R2]")
    assert "equals share the better rank (1, 1, 3)" in said[-1]


def test_a_veto_says_when_and_what_it_does():
    said = list(told(overruled(voice("office-branches"))))

    assert said[0] == "申报星级为0，则本期不评。 [A-4.1a] [A-R4]"
    assert said[1].startswith(
        "党员严重违法违纪：本年有未撤案、情节严重且涉及党员的立案，则评为“未达星级”"
    )


def test_who_is_exempt_keeps_a_level_and_takes_no_place():
    assert next(told(overruled(voice("county-branches")))) == (
        "已获五星，则免评，不占名额，保留五星级农村党支部。 [B-1.2] [B-R5]"
    )


def test_places_are_told_in_words_and_worked_out():
    blocks = list(quotas(voice("county-branches")))
    table = next(one for one in blocks if isinstance(one, Table))

    assert next(told(blocks)).startswith("在全部对象中，名额至多如下；按考核分，同分再看基础分")
    assert next([words(line) for cell in row for line in cell] for row in table.rows) == [
        "第1年，五星级农村党支部",
        "3",
        "15",
        "30",
    ]


def test_a_group_is_told_by_the_title_of_its_field():
    assert within(voice("32-vanguard-index"), "class") == "在同一“党员类别”内"
    assert within(voice("32-vanguard-index", "en"), "all") == "among all"
