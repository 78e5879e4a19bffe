import pytest

from tests.policy.language.world import problems, read
from xingping.policy.language.tree import Window

FORMS = "its forms: over 3 years, 24 months, 30 days, previous year, this year, 2 periods, ever"


def window(written):
    return read(f"count(cases {written})").rows.window


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("over 3 years", Window("span", 3, "year")),
        ("over 1 year", Window("span", 1, "year")),
        ("近 3 年", Window("span", 3, "year")),
        ("近3年", Window("span", 3, "year")),
        ("近 24 个月", Window("span", 24, "month")),
        ("over 24 months", Window("span", 24, "month")),
        ("over 2 halves", Window("span", 2, "half")),
        ("近 30 日", Window("span", 30, "day")),
        ("近 2 期", Window("span", 2, "period")),
        ("over previous year", Window("previous", 1, "year")),
        ("近 上 年", Window("previous", 1, "year")),
        ("近 上年", Window("previous", 1, "year")),
        ("近 本季", Window("this", 1, "quarter")),
        ("over this half", Window("this", 1, "half")),
        ("over ever", Window("ever")),
        ("近 至今", Window("ever")),
    ],
)
def test_a_window_is_read_in_either_language(written, expected):
    assert window(written) == expected


def test_without_over_it_is_the_period_at_hand():
    assert window("") is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("over 3 yeers", FORMS),
        ("over 0 years", FORMS),
        ("over 1.5 years", FORMS),
        ("over 1001 years", FORMS),
        ("over 3 years years", FORMS),
        ("over year", FORMS),
        ("over this evening", FORMS),
        ("近 三年", "write over 3 年; write: count(cases 近 3年)"),
        ("近 十二个月", "write over 12 个月; write: count(cases 近 12个月)"),
    ],
)
def test_another_window_is_a_problem(written, hint):
    found = problems(f"count(cases {written})")

    assert [(column, told) for column, _, told in found] == [(13, hint)]
