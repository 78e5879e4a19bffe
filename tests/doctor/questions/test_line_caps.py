from tests.doctor.asking import clear, found
from xingping.doctor.questions.caps import CAPPED
from xingping.doctor.questions.line_caps import ask_line_caps


def test_a_line_that_caps_twelve_months_at_ten_is_found():
    (finding,) = found(ask_line_caps, CAPPED, "found-line")

    assert finding.about == ("monthly",)
    assert finding.facts == (("offer", "12"), ("cap", "10"))
    assert finding.witness.example.expect == {"points": "10"}


def test_so_is_a_cap_written_into_the_rule():
    (finding,) = found(ask_line_caps, CAPPED, "found-rule")

    assert finding.facts == (("offer", "12"), ("cap", "10"))


def test_a_cap_of_just_what_the_months_give_is_fine():
    assert found(ask_line_caps, CAPPED, "clear-line") == []


def test_a_range_for_a_reviewer_is_no_cap():
    assert clear(ask_line_caps, CAPPED)
    assert found(ask_line_caps, CAPPED, "found") == []
