"""Sentences and needs are put together from the rule, the facts and the verdict."""

from datetime import date
from fractions import Fraction

import pytest

from tests.rating.office import SEASON, A, scheme
from xingping.policy.language.tree import Number
from xingping.policy.sentences.measured import Bounds, Measured, Missing
from xingping.policy.words import Text
from xingping.rating.explaining import Reason, Wording, told

ZERO = Number(Fraction(0))


def wording():
    return Wording(scheme(), 2026, {k: Fraction(v) for k, v in SEASON[A].items()})


def rules(criterion, level):
    return [rule.tree for rule in scheme().criteria[criterion].standards[level].require]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(12), "12"),
        (Fraction("0.9"), "0.90"),
        (Fraction("18.55"), "18.55"),
        (Fraction(1, 3), "1/3"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 5, 1), "2026-05-01"),
        ("county", "county"),
        (None, None),
        (Bounds(Fraction(0), None), None),
    ],
)
def test_a_value_is_told_as_text_and_null_while_it_is_not_known(value, text):
    assert told(Measured(ZERO, value)) == text


def test_without_facts_a_sentence_asks_and_gives_the_verdict():
    said = wording().sentence(rules("8", "3"), {}, "met", "A-S3.8")

    assert said.zh == "本年没有因工作失误的通报与问责。达标（A-S3.8）。"
    assert said.en.endswith("(A-S3.8).")


def test_a_rule_asked_twice_is_said_once():
    twice = rules("8", "3") * 2

    said = wording().sentence(twice, {}, "not_met", "A-S3.8")

    assert said.zh.count("本年没有因工作失误的通报与问责") == 1


def test_a_year_not_kept_is_what_is_needed():
    rule = rules("8", "3")[0]
    missing = (Missing("not_kept", "circulars", year=2026),)

    need = wording().need(rule, {rule: Measured(rule, None, (), missing)}, None)

    assert "2026" in need.zh
    assert "通报与问责" in need.zh


def test_a_reason_that_is_open_gives_its_day_who_and_what():
    reason = Reason(
        "not_met",
        "A-S5.7",
        Text("句", "sentence"),
        ("A-R13",),
        reach="open",
        until=date(2026, 12, 31),
        by=("branch",),
        needs=Text("还需", "needs"),
    )

    assert reason.to_json() == {
        "verdict": "not_met",
        "clause": "A-S5.7",
        "zh": "句",
        "en": "sentence",
        "assumptions": ["A-R13"],
        "facts": [],
        "reach": "open",
        "until": "2026-12-31",
        "by": ["branch"],
        "needs": {"zh": "还需", "en": "needs"},
    }


def test_a_reason_that_is_settled_gives_the_year_and_one_that_is_met_neither():
    settled = Reason(
        "not_met", "c", Text("句", "s"), (), reach="settled", again=date(2027, 1, 1)
    ).to_json()
    met = Reason("met", "c", Text("句", "s"), ()).to_json()

    assert (settled["reach"], settled["again"]) == ("settled", 2027)
    assert (met["reach"], "again" in met, "until" in met) == (None, False, False)
