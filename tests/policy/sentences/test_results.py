from fractions import Fraction

from tests.policy.sentences.samples import scheme
from xingping.policy.sentences.measured import Bounds
from xingping.policy.sentences.results import (
    assumed_words,
    assumptions_words,
    band_words,
    cut_words,
    declared_words,
    granted_words,
    item_words,
    places_words,
    points_words,
    rank_words,
    stars_words,
    veto_words,
)


def exactly(value):
    return Bounds(Fraction(value), Fraction(value))


def both(words, *args, **more):
    return [words(*args, scheme(), lang, **more) for lang in ("zh", "en")]


def test_points_are_told_with_the_level_they_follow_from():
    share = {"most": Fraction(12), "level": "4", "share": Fraction(9, 10)}

    assert both(item_words, exactly("10.8"), **share) == [
        "得分10.8，满分12：达到四星级标准，按90%计",
        "10.8 points of 12: the standard of four stars is met, 90%",
    ]
    assert both(item_words, Bounds(Fraction(9), Fraction(19))) == ["得分9至19", "9 to 19 points"]


def test_points_granted_by_a_reviewer_name_their_limit():
    assert granted_words(exactly(5), Fraction(12), Fraction("8.4"), "zh") == (
        "得分5，满分12：未达任何一档，由审核人给分（至多8.4）"
    )
    assert points_words(Bounds(), "zh") == "待定"


def test_a_score_is_told_with_its_band():
    assert both(band_words, exactly("92.60"), "4") == [
        "考核分92.6，在85分（含）至95分（不含）之间，四星级",
        "score 92.6, which is at least 85 and below 95: four stars",
    ]


def test_a_rank_is_told_with_how_many_are_ranked():
    assert both(rank_words, exactly(2), 14) == ["第2名，共14个单位", "rank 2 of 14"]
    assert both(rank_words, Bounds(Fraction(2), Fraction(4)), 14, kind="rank")[0] == (
        "考核名次第2至4名，共14个单位"
    )
    assert both(rank_words, None, 14) == ["不参加排名", "not ranked"]


def test_places_are_told_with_their_share_base_and_rounding():
    assert places_words(33, 109, Fraction(3, 10), 0, "zh") == "名额33个：109×30%=32.7，进一"
    assert places_words(22, 109, Fraction(8, 10), 66, "en") == (
        "22 places: 109×80%=87.2, rounded up, less the 66 of earlier years"
    )
    assert places_words(30, 100, Fraction(3, 10), 0, "zh") == "名额30个：100×30%=30"
    assert places_words(2, 10, None, 0, "zh") == "名额2个"


def test_a_cut_line_is_told_by_its_two_neighbours():
    assert cut_words(Fraction("92.6"), Fraction("92.2"), "zh") == (
        "入选最低分92.6，未入选最高分92.2，相差0.4"
    )
    assert cut_words(Fraction("92.6"), None, "en") == "last in 92.6"


def test_stars_are_the_lowest_of_what_the_rule_names():
    found = {"分数段": "4", "达标星级": "3", "申报星级": "5"}

    assert stars_words(found, "3", scheme(), "zh") == (
        "取分数段（四星级）、达标星级（三星级）、申报星级（五星级）中最低者：三星级"
    )
    assert both(declared_words, "5") == ["申报五星级", "declared: five stars"]
    assert both(declared_words, None) == ["未申报", "nothing declared"]


def test_a_veto_is_told_with_its_clause_and_effect():
    veto = scheme().vetoes["serious"]

    assert both(veto_words, veto) == [
        "一票否决：党员严重违法违纪（A-4.3b），评为“未达星级”",
        "veto: a member's serious breach of law or discipline (A-4.3b); the result is 'no star'",
    ]


def test_the_assumption_that_decided_is_told_by_its_reading():
    rank = scheme().assumptions["A-R6"]

    assert (
        assumed_words(rank, "zh")
        == "按执行口径A-R6：在同一机关党委内按考核分排名，同分并列取较好名次"
    )
    assert both(assumptions_words, ["A-R6", "A-R8"]) == [
        "执行口径A-R6、A-R8",
        "assumptions A-R6, A-R8",
    ]
    assert assumptions_words([], scheme(), "zh") == ""
