from fractions import Fraction

import pytest

from xingping.policy.scheme.load import load_scheme
from xingping.rating.examples.expected import meets, shown, wanted
from xingping.rating.outcome import Range

OFFICE = load_scheme("office-branches")


def between(low, high):
    return Range(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("91.5", between("91.5", "91.5")),
        ("9 to 19", between(9, 19)),
        ("-5", between(-5, -5)),
        ("0 to 5", between(0, 5)),
        ("met", "met"),
        ("none", "none"),
        ("undecided", "undecided"),
    ],
)
def test_a_number_is_a_range_and_a_word_a_word(text, want):
    assert wanted(OFFICE, text) == want


def test_a_number_without_a_bound_is_unknown():
    open_ = Range(Fraction(0), None)

    assert meets(open_, "unknown")
    assert not meets(between(0, 5), "unknown")
    assert shown(OFFICE, open_, level=False) == "unknown"


@pytest.mark.parametrize("text", ["91.5", "9 to 19", "-0.05", "4 to 5", "0.125"])
def test_what_was_found_is_shown_as_an_example_writes_it(text):
    assert shown(OFFICE, wanted(OFFICE, text), level=False) == text


def test_a_number_without_decimals_enough_is_shown_as_a_fraction():
    assert shown(OFFICE, between("1/3", "1/3"), level=False) == "1/3"


def test_levels_in_words_are_shown_by_their_ids():
    words = load_scheme("office-branches")
    assert shown(words, between(3, 5), level=True) == "3 to 5"
