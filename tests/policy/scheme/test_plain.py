from fractions import Fraction

import pytest

from xingping.policy.scheme.plain import KeyWords, as_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", Fraction(12)),
        (" 0.01 ", Fraction(1, 100)),
        ("-5", Fraction(-5)),
        ("70%", Fraction(7, 10)),
        ("−2.5%", Fraction(-1, 40)),
    ],
)
def test_a_number_is_exact(written, number):
    assert as_number(written) == number


@pytest.mark.parametrize(
    "written", ["", "1e3", "1,000", "１２", "1.", ".5", "9" * 16, "nan", "1/2"]
)
def test_what_is_no_plain_number_is_none(written):
    assert as_number(written) is None


def test_a_key_may_be_written_in_chinese():
    words = KeyWords({"规则": "rule"}, {"rule": "规则"})

    assert [words.english("规则"), words.english("rule")] == ["rule", "rule"]
    assert [words.shown("rule"), words.shown("what")] == ["规则", "what"]
