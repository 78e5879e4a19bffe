import json

import pytest

SEASON = ("--year", 2026, "--set", "target_score=85")


def test_json_is_the_rating_and_its_reasons(call, office, ratings):
    result = call(
        "explain", "office-branches", office, *SEASON, "--subject", "u05", "--format", "json"
    )
    told = json.loads(result.stdout)

    assert result.exit_code == 0
    mine = next(one for one in ratings if one["subject"] == "u05")
    assert {name: told[name] for name in mine} == mine
    assert {"reasons", "stars_reachable", "score_reachable", "gap"} <= set(told)


@pytest.mark.parametrize(("lang", "word"), [("zh", "考核分94.34"), ("en", "score 94.34")])
def test_text_says_the_result_and_the_gap(call, office, lang, word):
    result = call("explain", "office-branches", office, *SEASON, "--subject", "u05", "--lang", lang)

    assert result.exit_code == 0
    assert word in result.stdout


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("u99", "台账中没有编号“u99”，是不是 u09（人事处党支部）？"),
        ("人事处党支部", "台账中没有编号“人事处党支部”，是不是 u09（人事处党支部）？"),
        ("人事支部", "台账中没有编号“人事支部”，是不是 u09（人事处党支部）？"),
        ("~", "台账中没有编号“~”；有 u01、u02、u03、u04、u05、u06、u07、u08 等 14 个"),
    ],
)
def test_an_unknown_subject_is_guessed(call, office, written, told):
    result = call("explain", "office-branches", office, *SEASON, "--subject", written)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr.splitlines()


def test_records_without_anybody_are_named_as_such(call, tmp_path):
    call("template", "office-branches", "-o", tmp_path / "empty.xlsx")
    result = call(
        "explain", "office-branches", tmp_path / "empty.xlsx", *SEASON, "--subject", "u07"
    )

    assert (result.exit_code, result.stdout) == (2, "")
    assert "台账中还没有评定对象，找不到“u07”；请先填写评定对象的表" in result.stderr.splitlines()
