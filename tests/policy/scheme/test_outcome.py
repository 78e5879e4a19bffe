from fractions import Fraction

import pytest

from tests.policy.scheme.tiny import write
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.outcome import Effect, Level
from xingping.policy.words import Text


@pytest.fixture
def scheme(tmp_path):
    return load_scheme(write(tmp_path))


def test_levels_that_are_numbers_count_as_those_numbers(scheme):
    assert scheme.levels[2] == Level("2", Text("二星", "two stars"), 2)
    assert scheme.levels_numeric


def test_a_parameter_has_its_type_limits_and_default(scheme):
    line = scheme.parameters["line"]

    assert (line.step, line.default, line.low, line.high) == (Fraction(1, 100), 60, 50, 70)
    assert scheme.parameters["first_year"].default is None
    assert scheme.parameters["first_year"].needed


def test_bands_keep_the_order_of_the_levels_and_what_was_printed(scheme):
    assert list(scheme.bands.rules) == ["0", "1", "2"]
    assert scheme.bands.printed == "60 以上"


def test_ranks_and_quotas_go_by_one_rule_after_another(scheme):
    assert [rule.text for rule in scheme.ranks["rank"].by] == ["score", "work"]
    assert [rule.text for rule in scheme.quotas["best"].by] == ["score", "work"]


def test_a_quota_has_places_by_level_and_the_share_of_the_year(scheme):
    best = scheme.quotas["best"]

    assert best.places["2"].text == "floor(30% * all)"
    assert best.share.text == "by(campaign_year, 1 -> 30%, otherwise -> 0%)"
    assert (best.kind, best.beyond, best.ties) == ("at most", "1", "undecided")


def test_vetoes_and_gates_have_an_effect(scheme):
    assert scheme.vetoes["case"].then == Effect("stars", "=", "0")
    assert scheme.gates["open"].other == Effect("state", "=", "not_rated")


def test_pays_say_when_and_how_often(scheme):
    award = scheme.pays["award"]

    assert (award.each, award.start, award.times) == ("month", "next month", 6)
