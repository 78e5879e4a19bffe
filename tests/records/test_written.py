import pytest
from hypothesis import given
from hypothesis import strategies as st

from xingping.records.written import Flag, Odd, amount, clean, digits, name_key, shown, trimmed


@pytest.mark.parametrize(
    "written",
    ["held_on", "Held_On*", "*held_on", "ｈeld_on", " held_on\u00a0", "held_\non", "\ufeffheld_on"],
)
def test_a_name_is_compared_without_case_blanks_and_stars(written):
    assert name_key(written) == "held_on"


def test_outer_spaces_of_every_kind_go():
    assert trimmed("\u200b\u3000 支部（一） \xa0\ufeff") == "支部（一）"
    assert clean("\u200b\u3000 支部（一） \xa0\ufeff") == "支部(一)"


def test_a_message_shows_a_cell_in_one_short_line():
    assert shown("a\nb\x1b[31m") == "a b [31m"
    assert shown("长" * 100) == "长" * 80 + "…"
    assert shown(12.0) == "12"
    assert shown(Flag.YES) == "TRUE"
    assert shown(Odd("error", "#REF!")) == "#REF!"


def test_numbers_are_written_without_a_power_of_ten():
    assert digits(1e20) == "100000000000000000000"
    assert digits(0.5) == "0.5"


@given(st.integers(-(10**12), 10**12), st.integers(0, 3))
def test_a_number_cell_is_what_was_typed_into_it(units, decimals):
    typed = f"{'-' if units < 0 else ''}{abs(units) // 10**decimals}.{abs(units) % 10**decimals:0{decimals}d}"

    assert amount(float(typed.rstrip("."))) == amount(float(typed.rstrip(".") or 0))
    assert str(amount(18.7)) == "18.7"
