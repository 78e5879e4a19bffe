"""An explanation as text: the result, the gap, each criterion by level."""

from pathlib import Path

from tests.rating.county import scoring, village
from tests.rating.office import (
    B,
    activity,
    case,
    circular,
    explained,
    findings,
    five_star,
)

OCTOBER = "2026-10-01"
POLICIES = Path(__file__).parents[1] / "policies"
VANGUARD = str(POLICIES / "32-vanguard-index")
FLAGS = str(POLICIES / "13-red-flags")


def lines(has, name="office-branches", lang="zh", on=OCTOBER, **more):
    return explained(has, name, on=on, **more).lines(lang)


def test_the_heading_gives_name_year_stars_and_state():
    first, second = lines(five_star(name="一支部"), on=None)[:2]

    assert first == "一支部（s）2026年度：五星级，已评定"
    assert "考核分96" in second
    assert "第1名" in second


def test_the_heading_in_english():
    first, second = lines(five_star(name="First"), lang="en", on=None)[:2]

    assert first == "First (s) 2026: five stars, rated"
    assert second.startswith("score 96, ")


def test_a_scheme_without_a_score_tells_none():
    said = lines({}, FLAGS, on=None, season={})

    assert said[0] == "s（s）2026年度：无旗，已评定"
    assert said[1] == "不参加排名，本半年已达不到一面"


def test_every_state_has_its_word():
    assert "一票否决" in lines(five_star(cases=[case(serious=True)]))[0]
    assert "未参评" in lines(five_star(declarations=[]))[0]
    assert "待定" in lines(five_star(findings=[]))[0]
    assert "免评" in lines(scoring(80, titles=[{"stars": 5}]), B)[0]


def test_the_gap_says_what_is_possible_what_is_not_ours_and_what_is_settled():
    has = five_star(
        activities=[activity("2026-04-01")],
        findings=findings(c2=None),
        circulars=[circular("2024-05-01")],
    )
    said = "\n".join(lines(has))

    assert "距五星级还差（今年已达不到）：" in said
    assert "  还可以做到\n" in said
    assert "  不由自己决定\n" in said
    assert "  今年已无法改变\n" in said


def test_without_a_gap_none_is_told():
    assert not any(line.startswith("距") for line in lines(five_star(), on="2026-12-31"))


def test_a_mark_says_the_verdict():
    said = lines(five_star(activities=[], findings=findings(c2=None)), on="2026-12-31")

    assert sum(line.startswith("  ◇") for line in said) == 3
    assert sum(line.startswith("  ○") for line in said) == 1
    assert sum(line.startswith("  ●") for line in said) == 35


def test_the_readings_that_decided_are_named():
    assert any("执行口径A-R8" in line for line in lines(five_star()))


def test_a_village_is_told_by_item_and_veto_clause():
    said = lines(village(), B, "en")

    assert any("(B-2.1)" in line for line in said)
    assert any("(B-5.7)" in line for line in said)


def test_who_earned_a_level_and_had_no_place_is_told_so():
    has = {
        "party_days": [{"held_on": "2026-03-01", "attended": True}] * 6,
        "merits": [{"done_on": "2026-03-01", "given": 15}],
    }

    told = lines(has, VANGUARD, on=None, season={})
    meant = lines(has, VANGUARD, lang="en", on=None, season={})

    assert "分配名额前为先锋，分配后为合格；名额与入选线见 cutline" in told
    assert (
        "before places were shared out: vanguard, after: qualified; the places are told by cutline"
        in meant
    )
    assert told[1].endswith("今年最高还可达到合格")
    assert not any("分配名额前" in line for line in lines(five_star()))
