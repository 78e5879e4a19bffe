import json

import pytest

SEASON = ("--year", 2026, "--set", "first_year=2024")


def test_json_has_the_keys_of_the_interchange_format(call, county):
    result = call("cutline", "county-branches", county, *SEASON, "--format", "json")
    told = json.loads(result.stdout)

    assert result.exit_code == 0
    assert set(told) == {"base", "share", "places", "in", "tied", "first_out", "last_in", "gap"}
    assert (told["base"], told["share"], told["places"]) == (109, "0.20", 22)


@pytest.mark.parametrize(("lang", "word"), [("zh", "22个"), ("en", "22 places")])
def test_in_words(call, county, lang, word):
    result = call("cutline", "county-branches", county, *SEASON, "--lang", lang)

    assert result.exit_code == 0
    assert word in result.stdout.splitlines()[0]


def test_a_scheme_without_places_has_no_cut_line(call, office):
    result = call("cutline", "office-branches", office, "--year", 2026, "--set", "target_score=85")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "没有名额" in result.stderr
