import pytest

from tests.doctor.asking import SCHEMES, asked, clear, found
from xingping.doctor.questions.campaigns import ask_campaigns
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["campaign-no-slack", "campaign-rounding"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_campaigns, kind)) == 1
    assert clear(ask_campaigns, kind)


@pytest.mark.parametrize("name", ["county-branches", "county-members"])
def test_one_place_lost_misses_the_target_of_a_county_whatever_its_size(name):
    slack = next(f for f in asked(ask_campaigns, load_scheme(name)) if f.kind.endswith("slack"))

    assert ("for", "every number") in slack.facts
    assert slack.proof is not None


def test_rounded_down_a_hundred_and_nine_villages_get_eighty_five_places_and_up_eighty_eight():
    findings = list(ask_campaigns(Visit(load_scheme("county-branches"), 109)))
    rounding = next(f for f in findings if f.kind == "campaign-rounding")

    assert dict(rounding.facts) == {"number": "109", "down": "32 32 21", "own": "33 33 22"}
    assert "77.98%" in rounding.said.zh
    assert "80.73%" in rounding.said.zh
    assert "10 的倍数" in rounding.said.zh


def test_a_multiple_of_ten_meets_the_target_rounded_down_too():
    scheme = load_scheme(SCHEMES / "campaign-rounding" / "found")

    kinds = {f.kind for f in ask_campaigns(Visit(scheme, 110))}

    assert kinds == {"campaign-no-slack"}
