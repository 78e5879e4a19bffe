from tests.papers.schemes import scheme
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.scheme_page.year import changes, procedure
from xingping.papers.writers.text import words


def rows(name, lang="zh"):
    (table,) = procedure(Voice(scheme(name), lang))
    return [[" / ".join(words(line) for line in cell) for cell in row] for row in table.rows]


def test_a_step_says_who_for_whom_by_when_and_how():
    steps = rows("office-branches")

    assert steps[1][1:4] == [
        "本支部",
        "三星级、四星级、五星级，自评星级不低于三星级",
        "三星级：由机关党委定日 / 四星级、五星级：10月31日前（含当日）",
    ]
    assert steps[4][4] == "结果记入“审核认定”，最高三星级 / 可提出异议，转入“审核”"
    assert steps[-1][4] == (
        "书面检查：全部 / 到现场：30%×总数（进一取整） / 另加：未销号的整改问题数高于0 / "
        "不合格的自作出决定之日起，称号降1档"
    )


def test_a_step_is_told_in_english_too():
    steps = rows("office-branches", "en")

    assert (
        steps[1][3]
        == "three stars: on a day set by the committee / four stars, five stars: by 31 October"
    )
    assert steps[9][4] == "Answered by someone other than who did it first"


def test_a_change_says_what_becomes_of_a_title_and_from_when():
    (listing,) = changes(Voice(scheme("office-branches"), "zh"))

    assert words(listing.lines[0]) == (
        "撤销星级称号，本年不评：本年有未撤案、情节严重且涉及党员的立案，则自立案日期起，称号改为“未达星级”；"
        "自撤案日期起恢复；尚未命名的停止命名。 [A-4.3b] [A-R11]"
    )


def test_a_scheme_without_steps_shows_none():
    assert list(changes(Voice(scheme("13-red-flags"), "zh"))) == []
