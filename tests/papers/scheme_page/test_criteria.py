from tests.papers.schemes import scheme
from xingping.papers.scheme_page.criteria import criteria
from xingping.papers.scheme_page.page import Para, Subhead, Table
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words


def blocks(name, lang="zh"):
    return list(criteria(Voice(scheme(name), lang)))


def cells(row):
    return [" / ".join(words(line) for line in cell) for cell in row]


def test_standards_are_a_table_with_a_column_for_each_level():
    table = next(one for one in blocks("office-branches") if isinstance(one, Table))

    assert [column.title for column in table.columns] == [
        "项",
        "内容",
        "分值",
        "三星级",
        "四星级",
        "五星级",
    ]
    assert len(table.rows) == 13
    assert cells(table.rows[12])[3:] == [
        "考核名次在前5名，或考核分不低于目标考核分 [A-S3.13]",
        "考核名次在前3名 / 考核分不低于目标考核分 [A-S4.13]",
        "考核名次为第1名 / 考核分不低于目标考核分 [A-S5.13]",
    ]


def test_what_a_reviewer_finds_is_told_in_its_own_words():
    table = next(one for one in blocks("office-branches", "en") if isinstance(one, Table))

    assert cells(table.rows[1])[3] == "Found by a reviewer: complete and united [A-S3.2]"


def test_ids_that_are_no_numbers_are_not_shown():
    table = next(one for one in blocks("13-red-flags") if isinstance(one, Table))

    assert [column.title for column in table.columns] == ["内容", "一面"]


def test_points_are_a_table_of_lines_under_the_title_of_the_criterion():
    made = blocks("county-branches")

    assert [one.title for one in made if isinstance(one, Subhead)][-1] == "加分"
    told = [words(one.line) for one in made if isinstance(one, Para)]
    assert told[-1] == "各项得分相加；合计0至10分；计入加分。 [B-R2]"
    bonus = [one for one in made if isinstance(one, Table)][-1]
    assert cells(bonus.rows[0])[0] == "基层组织建设工作创新，经验当年在县级以上总结推广 [B-4.1]"
    assert cells(bonus.rows[0])[2] == "不超过5分"


def test_a_base_from_which_points_are_taken_is_told():
    told = [words(one.line) for one in blocks("04-five-star-110", "en") if isinstance(one, Para)]

    assert told[0].startswith("From a base of 15, lines added and taken off; in all 0 to 15.")
