from dataclasses import replace

import pytest

from tests.doctor.asking import SCHEMES, asked, clear, found, scheme
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
    assert "10的倍数" in rounding.said.zh


def test_a_multiple_of_ten_meets_the_target_rounded_down_too():
    subject = load_scheme(SCHEMES / "campaign-rounding" / "found")

    kinds = {f.kind for f in ask_campaigns(Visit(subject, 110))}

    assert kinds == {"campaign-no-slack"}


@pytest.mark.parametrize("change", [{"within": "unit"}, {"ties": "share"}])
def test_places_within_groups_or_shared_by_equals_are_open_where_they_do_not_do_for_certain(change):
    subject = scheme("campaign-short", "found")
    quotas = {name: replace(quota, **change) for name, quota in subject.quotas.items()}

    findings = asked(ask_campaigns, replace(subject, quotas=quotas))

    assert findings
    assert not any(f.settled for f in findings)
    assert all("未能判定" in f.said.zh for f in findings)


@pytest.mark.parametrize(
    ("units", "enough"), [(10, True), (20, True), (109, False), (100_000, True)]
)
def test_rounded_down_the_places_of_a_county_are_too_few_but_for_multiples_of_ten(units, enough):
    findings = list(ask_campaigns(Visit(load_scheme("county-branches"), units)))

    assert all(f.settled for f in findings)
    assert any(f.kind == "campaign-no-slack" for f in findings)
    assert enough != any(f.kind == "campaign-rounding" for f in findings)
