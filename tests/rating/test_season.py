"""A season that cannot be rated says why: its parameters, its year, its day."""

from datetime import date
from fractions import Fraction

import pytest

from tests.rating.office import A, B, scheme
from xingping.rating.season import SeasonError, season


def said(name, given, *, year=2026, on=None, lang="en"):
    with pytest.raises(SeasonError) as error:
        season(scheme(name), year, on, given)
    return error.value.say(lang)


def test_the_day_is_the_years_last_unless_given():
    setting = season(scheme(A), 2026, None, {"target_score": "85"})

    assert date.fromordinal(setting.on) == date(2026, 12, 31)


def test_a_day_before_the_years_first_is_an_error_and_the_first_is_none():
    given = {"target_score": "85"}

    assert "2025-12-31" in said(A, given, on=date(2025, 12, 31))
    assert season(scheme(A), 2026, date(2026, 1, 1), given).on == date(2026, 1, 1).toordinal()


def test_a_day_after_the_year_is_none():
    setting = season(scheme(A), 2026, date(2027, 3, 1), {"target_score": "85"})

    assert setting.on == date(2027, 3, 1).toordinal()


def test_a_missing_parameter_is_named_with_what_to_do():
    assert "--set target_score=" in said(A, {})
    assert "目标考核分" in said(A, {}, lang="zh")
    assert "--set first_year=" in said(B, {})


def test_an_optional_parameter_may_be_missing():
    setting = season(scheme(A), 2026, None, {"target_score": "85"})

    assert setting.campaign_year is None


def test_an_unknown_parameter_is_named_with_the_nearest():
    assert "did you mean 'target_score'?" in said(A, {"target_scor": "85"})
    assert "known: target_score, first_year" in said(A, {"nonsense": "1", "target_score": "85"})


def test_a_parameter_may_be_given_by_its_chinese_title():
    setting = season(scheme(A), 2026, None, {"目标考核分": "85"})

    assert setting.parameters["target_score"] == 85


@pytest.mark.parametrize("value", ["eighty", "", "1e999", "nan", "inf", "9" * 40, None])
def test_a_value_that_is_no_number_is_refused(value):
    assert "is a number" in said(A, {"target_score": value})


@pytest.mark.parametrize("value", ["85", 85, Fraction(85), "85.0", " 85 "])
def test_a_number_may_be_given_in_any_form(value):
    assert season(scheme(A), 2026, None, {"target_score": value}).parameters["target_score"] == 85


def test_a_score_may_have_two_decimals():
    setting = season(scheme(A), 2026, None, {"target_score": "84.55"})

    assert setting.parameters["target_score"] == Fraction("84.55")


def test_a_first_year_is_a_whole_number():
    assert said(B, {"first_year": "2026.5"})


def test_a_year_outside_the_campaign_is_an_error():
    assert "2027 to 2029" in said(B, {"first_year": "2027"})
    assert "2023 to 2025" in said(B, {"first_year": "2023"})
    for year, campaign_year in {2026: 1, 2027: 2, 2028: 3}.items():
        setting = season(scheme(B), year, None, {"first_year": "2026"})
        assert setting.campaign_year == campaign_year


def test_a_year_outside_the_campaign_of_a_is_an_error_where_its_first_year_is_given():
    assert "2027 to 2029" in said(A, {"target_score": "85", "first_year": "2027"})


@pytest.mark.parametrize("year", [1899, 2200, 0, 10_000])
def test_a_year_no_record_has_is_refused(year):
    assert "1900" in said(A, {"target_score": "85"}, year=year)


def test_every_error_is_told_at_once():
    told = said(A, {"target": "85"}, on=date(2025, 1, 1))

    assert "'target'" in told
    assert "--set target_score=" in told
    assert "2025-01-01" in told


def test_a_text_parameter_is_taken_as_it_is():
    setting = season(scheme(B), 2026, None, {"first_year": "2026", "veto_programmes": "信访"})

    assert setting.parameters["veto_programmes"] == "信访"


@pytest.mark.parametrize("value", ["1_0", "85分", "0x55", "+-5", "8 5"])
def test_what_only_looks_like_a_number_is_refused(value):
    assert "is a number" in said(A, {"target_score": value})


@pytest.mark.parametrize("value", ["-1", "100.01", "850"])
def test_a_target_beyond_the_scores_there_are_is_refused(value):
    assert "between 0 and 100" in said(A, {"target_score": value})


@pytest.mark.parametrize("value", ["85%", "８５％", "2024%"])
def test_points_and_years_are_no_percentages(value):
    assert "is no percentage" in said(A, {"target_score": value})
    assert "is no percentage" in said(B, {"first_year": value})


def test_a_number_may_be_in_full_width_digits():
    setting = season(scheme(A), 2026, None, {"target_score": "８５．５"})

    assert setting.parameters["target_score"] == Fraction("85.5")


def test_a_value_without_end_is_quoted_in_part():
    assert len(said(A, {"target_score": "9" * 100_000})) < 300
