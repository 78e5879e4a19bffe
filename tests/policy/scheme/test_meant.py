import pytest

from xingping.policy.scheme.meant import (
    LONGEST,
    date_meant,
    day_meant,
    number_meant,
    range_meant,
    write,
    yes_meant,
)
from xingping.policy.words import Text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10分", "10"), ("10 分", "10"), ("十分", "10"), ("四十分", "40"), ("４０", "40"),
        ("－5", "-5"), ("—5", "-5"), ('"40"', "40"), ("“40”分", "40"), ("40 points", "40"),
        ("+40", "40"), ("40。", "40"), ("不超过40分", "40"), ("每次2分", "2"), ("1,000", "1000"),
        ("百分之八十", "80%"), ("百分之 80", "80%"), ("80％", "80%"), ("%80", "80%"), (".5", "0.5"),
        ("3 # years", "3"), ("三年", "3"), ("5个工作日", "5"), ("两次", "2"), ("80%以上", "80%"),
        ("95分及以上", "95"), ("2 次以内", "2"),
        ("很多", None), ("0-40", None), ("十分满意", None), ("", None), ("9" * LONGEST + "分", None),
    ],
)  # fmt: skip
def test_a_number_as_people_write_it_is_known(written, meant):
    assert number_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("50—70", "50 to 70"), ("50-70", "50 to 70"), ("50至70", "50 to 70"),
        ("50～70分", "50 to 70"), ("50分 to 70分", "50 to 70"), ("70 to 50", "50 to 70"),
        ("五十到七十", "50 to 70"), ("50", None), ("a to b", None), ("1-2-3", None),
    ],
)  # fmt: skip
def test_a_range_as_people_write_it_is_known(written, meant):
    assert range_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10月31日", "10-31"), ("10.31", "10-31"), ("10/31", "10-31"), ("9-1", "09-01"),
        ("2026-10-31", "10-31"), ("2026年10月31日前", "10-31"), ("十月三十一日", "10-31"),
        ("10月31号", "10-31"), ("31-10", None), ("02-30", None), ("10月底", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_as_people_write_it_is_known(written, meant):
    assert day_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("True", "yes"),
        ("有", "yes"),
        ("√", "yes"),
        ("无", "no"),
        ("不", "no"),
        ("FALSE", "no"),
        ("也许", None),
    ],
)
def test_a_yes_or_no_as_people_write_it_is_known(written, meant):
    assert yes_meant(written) == meant


def test_the_hint_names_the_value_or_what_may_be_written():
    other = Text("写数", "a number")

    assert write("10", other) == Text("写成：10", "write: 10")
    assert write(None, other) == other


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2025年3月1日", "2025-03-01"), ("2025/3/1", "2025-03-01"), ("3.1", "03-01"), ("三月", None)],
)
def test_a_date_as_people_write_it_is_known_with_its_year(written, meant):
    assert date_meant(written) == meant
