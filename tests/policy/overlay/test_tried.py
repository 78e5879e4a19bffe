import pytest

from xingping.policy.faults import SchemeFaultyError
from xingping.policy.overlay.tried import tried
from xingping.policy.scheme.load import load_scheme


def faults(changes):
    with pytest.raises(SchemeFaultyError) as caught:
        tried("office-branches", changes)
    return [fault.say("en") for fault in caught.value.faults]


def test_a_value_of_the_scheme_is_changed_by_its_path():
    made = tried("office-branches", {"bands.3": "70 <= score < 85", "bands.0": "score < 70"})

    assert made.bands.rules["3"].text == "70 <= score < 85"
    assert made.bands.rules["4"] == load_scheme("office-branches").bands.rules["4"]


def test_a_value_of_a_criterion_is_changed_by_its_id():
    made = tried("office-branches", {"criteria.13.standards.4.require": "rank <= 4"})

    (rule,) = made.criteria["13"].standards["4"].require
    assert rule.text == "rank <= 4"


def test_chinese_keys_lead_there_too():
    made = tried("office-branches", {"分数段.3": "70 <= score < 85", "分数段.0": "score < 70"})

    assert made.bands.rules["0"].text == "score < 70"


def test_a_path_that_leads_nowhere_says_where_it_ends_and_what_is_near():
    (told,) = faults({"bandz.3": "score < 70"})

    assert told.startswith("--set bandz.3:1:1: the path 'bandz.3' has no 'bandz'")
    assert "did you mean 'bands'?" in told
    assert "has no '7'" in faults({"bands.7": "score < 70"})[0]
    assert "stops short" in faults({"bands": "score < 70"})[0]
    assert "has no '99'" in faults({"criteria.99.worth": "3"})[0]


def test_a_rule_that_cannot_be_read_is_told_at_the_path():
    (told,) = faults({"bands.3": "70 <= scoer < 85"})

    assert told.startswith("--set bands.3:1:")
    assert "score" in told
