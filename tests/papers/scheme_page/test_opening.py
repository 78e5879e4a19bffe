from tests.papers.schemes import scheme
from xingping.papers.scheme_page.opening import changed, overview, parameters, targets
from xingping.papers.scheme_page.page import Listing, Pairs
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words


def voice(name, lang="zh"):
    return Voice(scheme(name), lang)


def listed(blocks):
    return [words(line) for one in blocks if isinstance(one, Listing) for line in one.lines]


def test_the_overview_says_who_is_rated_and_how_often():
    pairs = next(one for one in overview(voice("09-firms-biennial")) if isinstance(one, Pairs))
    told = {name: words(line) for name, line in pairs.pairs}

    assert told["评定周期"] == "每2年一次"
    assert told["校验码"] == scheme("09-firms-biennial").digest
    half = next(overview(voice("13-red-flags")))
    assert "每半年一次" in [words(line) for _, line in half.pairs]


def test_a_scheme_that_is_not_complete_says_so():
    *_, last = overview(voice("18-plus-minus-lines"))

    assert words(last.line) == "尚不完整：只见部分行项"


def test_an_overlay_tells_each_change_before_and_after_without_ids():
    told = listed(changed(voice("overlays/county-team")))

    assert any("由“20”改为“14”" in line for line in told)
    assert any(line.startswith("增加：标准“领导班子好”") for line in told)
    assert list(changed(voice("county-branches"))) == []


def test_parameters_are_told_with_default_and_bounds():
    told = listed(parameters(voice("32-vanguard-index")))

    assert told == [
        "先锋线：默认90，可在80至95之间设定",
        "固定党日最少次数：默认6，可在6至12之间设定",
    ]
    assert listed(parameters(voice("office-branches", "en")))[1] == (
        "first year of the campaign: set for the season; may be left out"
    )


def test_targets_are_sentences_with_the_literal_reading_beside():
    told = listed(targets(voice("office-branches")))

    assert told[1] == "第2年：星级不低于四星级的单位占全部单位的比例不低于80%。 [A-2.2]"
    assert "原文字面为：星级为三星级的单位占全部单位的比例不低于70%。" in told[3]
