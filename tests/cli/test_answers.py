from datetime import date

import pytest

from xingping.cli.answers import Day, Given, OneOf, Whole
from xingping.cli.usage import UsageFaultError


def refused(kind, written):
    with pytest.raises(UsageFaultError) as refusal:
        kind.convert(written, None, None)
    return refusal.value.text


@pytest.mark.parametrize("written", ["2026-10-31", "2026/10/31", "2026.10.31", "2026年10月31日"])
def test_a_day_may_be_written_as_in_records(written):
    assert Day().convert(written, None, None) == date(2026, 10, 31)


def test_a_day_that_does_not_exist_is_told():
    assert refused(Day(), "2026-02-30").zh == "：日历上没有“2026-02-30”这一天，请核对"
    assert refused(Day(), "soon").en == "is a day such as 2026-10-31, not 'soon'"


@pytest.mark.parametrize("written", ["1899", "2200", "1e3", "2026.5", "", "9" * 5000])
def test_a_year_is_a_whole_number_within_bounds(written):
    assert "is a year, not" in refused(Whole(1900, 2199, "年份", "a year"), written).en


def test_a_word_is_taken_in_any_case_and_guessed_when_misspelt():
    kind = OneOf(("table", "json"))

    assert kind.convert("JSON", None, None) == "json"
    assert refused(kind, "jsno").zh == "可以是 table、json，写的是“jsno”，是不是“json”？"


def test_a_setting_has_a_name_and_a_value():
    assert Given().convert("target_score = 85", None, None) == ("target_score", "85")
    assert Given().convert("目标＝a=b", None, None) == ("目标", "a=b")


@pytest.mark.parametrize("written", ["85", "=85", "a="])
def test_half_a_setting_is_refused(written):
    assert refused(Given(), written).zh == f"应写成“名称=数值”，写的是“{written}”"
