from fractions import Fraction

import pytest

from tests.doctor.asking import clear, found
from xingping.doctor.questions.bands import ask_bands, told
from xingping.doctor.scores.stretch import Stretch
from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.policy.words import Text

SCORE = Text("考核分", "score")


@pytest.mark.parametrize("kind", ["bands-overlap", "bands-gap"])
def test_each_kind_is_found_where_it_is_and_not_where_it_just_is_not(kind):
    assert len(found(ask_bands, kind)) == 1
    assert clear(ask_bands, kind)


def test_an_overlap_is_told_by_its_levels_and_the_score_with_a_case_the_engine_rates():
    (finding,) = found(ask_bands, "bands-overlap")

    assert finding.about == ("1", "2")
    assert finding.said.zh.startswith("分数段一星和二星重叠：考核分80分同时属于两段")
    assert finding.witness.example.expect == {"band": "1 to 2"}
    assert "80" in finding.witness.facts.zh


def test_a_gap_of_decimals_is_told_with_both_ends():
    (finding,) = found(ask_bands, "bands-gap")

    assert "79.01至79.99分（79与80之间）" in finding.said.zh
    assert "from 79.01 to 79.99 (between 79 and 80)" in finding.said.en
    assert finding.witness.example.expect == {"band": "0 to 2"}


@pytest.mark.parametrize("name", list_builtin())
def test_the_bands_of_the_built_in_schemes_take_every_score_once(name):
    assert list(ask_bands(Visit(load_scheme(name)))) == []


def test_a_question_without_time_is_reported_as_open():
    (*_, last) = ask_bands(Visit(load_scheme("office-branches"), until=0.0))

    assert not last.settled
    assert "未能在时限内判定" in last.said.zh


@pytest.mark.parametrize(
    ("ends", "zh"),
    [
        ((85, 85), "考核分85分"),
        ((80, 85), "考核分80至85分"),
        ((95, None), "考核分95分以上"),
        ((None, 59), "考核分59分以下"),
        ((None, None), "任何考核分"),
    ],
)
def test_a_stretch_is_told_by_its_ends(ends, zh):
    low, high = (None if end is None else Fraction(end) for end in ends)

    assert told(SCORE, Stretch(low, high), Fraction(1)).zh == zh
