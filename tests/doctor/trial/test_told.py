from xingping.doctor.trial.comparing import compare
from xingping.doctor.trial.projecting import project
from xingping.doctor.trial.seen import look_back
from xingping.doctor.trial.told import as_json, lines, projection_lines, row, stars
from xingping.policy.words import Text

NAMES = (Text("现行", "as it stands"), Text("改后", "changed"))


def test_the_sentences_say_how_many_who_and_why(rated):
    told = list(lines(compare(rated(), rated(line="80")), NAMES))

    assert told[0] == "小方案：现行 → 改后"
    assert told[1] == "上升1个，下降0个，不变3个。"
    assert told[2].startswith("  上升  支部u2（u2）：三星级 → 五星级。分数段由三星级变为五星级")
    assert "  五星级  1 → 2" in told


def test_a_row_has_both_levels_scores_and_ranks(rated):
    found = compare(rated(), rated(line="80"))
    told = row(found, found.changes[0], "en")

    assert (told["stars_before"], told["stars_after"]) == ("three stars", "five stars")
    assert (told["score_before"], told["rank_after"]) == ("88.00", "2")


def test_an_open_level_is_told_with_both_ends(rated, scheme):
    one = rated(years=(2025,)).of("u1")

    assert stars(scheme, one, "zh") == "未达星级至五星级"
    assert stars(scheme, None, "zh") == ""


def test_a_projection_says_what_it_was_drawn_from_and_gives_spreads(rated):
    one = rated(first_year=2026)
    seen = look_back(one.run.scheme, one.run.facts.records, 2026, {"first_year": 2026}, one)
    ahead = project(one, seen, years=1, draws=100)
    told = list(projection_lines(ahead, "en"))

    assert told[0].startswith(
        "Drawn from the records of 2024, 2025, 2026: 0 moves up, 0 down, of 8;"
    )
    assert any(line.startswith("  five stars  ") and " to " in line for line in told)
    assert as_json(None, ahead)["projection"]["years"][0]["year"] == 2027
