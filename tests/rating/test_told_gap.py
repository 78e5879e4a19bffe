"""The gap as text: what can be done, level by level, without saying a thing twice."""

from pathlib import Path

from tests.rating.county import scoring
from tests.rating.office import B, circular, explained, findings, five_star

OCTOBER = "2026-10-01"
POLICIES = Path(__file__).parents[1] / "policies"
SOUND = {
    "re_elected": True,
    "complete": True,
    "idle_half_year": False,
    "part_time_worker": True,
    "vanguard_done": True,
    "pledges_made": True,
    "place": True,
    "equipped": True,
}


def lines(lang="zh", **has):
    text = explained(five_star(**has), on=OCTOBER).lines(lang)
    return text[: next(i for i, line in enumerate(text) if line.startswith(("逐条", "Each")))]


def test_what_a_higher_level_lacks_too_is_not_told_twice():
    said = lines(findings=findings(c2=None))

    assert sum("还需1次民主评议" in line for line in said) == 1
    assert said.count("    第9条“年底民主评议”：同上") == 2


def test_a_level_out_of_reach_says_so_and_joins_what_may_hold_again_in_one_year():
    said = lines(
        circulars=[circular("2026-05-01"), circular("2026-05-02", about="rule_breach", persons=3)]
    )
    settled = [line for line in said if "2027年起可再达标" in line]

    assert "距三星级还差（今年已达不到）：" in said
    assert "    第6条、第8条：2027年起可再达标" in settled


def test_a_lower_declaration_is_named():
    said = lines(declarations=[{"stars": 4}])

    assert "  本年申报的是四星级" in said
    assert "  declared this year: four stars" in lines("en", declarations=[{"stars": 4}])


def test_a_band_that_asks_more_than_a_score_says_all_of_it():
    given = {"team_other": 0, "backbone_recruit": 0, "rest_score": 60}
    points = [{"item": item, "points": worth} for item, worth in given.items()]
    has = {"leadership": [{"checked_on": "2026-03-01", **SOUND}], "points": points}
    name = str(POLICIES / "04-five-star-110")

    zh, en = (explained(has, name, season={}).lines(lang) for lang in ("zh", "en"))

    assert "  五星的条件：创评得分不低于90分，且有党建创新项目" in zh
    assert (
        "  five stars asks that the score is at least 90 and 'has an innovation project' holds"
        in en
    )


def test_the_exempt_are_not_told_what_they_lack():
    has = scoring(80, titles=[{"stars": 5}])

    assert "免评" in explained(has, B, on=OCTOBER).lines("zh")[0]
    assert not any(line.startswith("距") for line in explained(has, B, on=OCTOBER).lines("zh"))


def test_a_band_of_the_score_alone_does_not_repeat_its_ends():
    assert not any("的条件：" in line for line in lines(findings=findings(c2=None)))
