import pytest

from xingping.cli.formats.shown import as_table, between, state
from xingping.cli.saying import speak
from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.reading import read_records


@pytest.fixture(scope="module")
def scheme():
    return load_scheme("county-branches")


@pytest.fixture(scope="module")
def rated(scheme, county):
    records = read_records(county, scheme, year=2026)
    return rate(scheme, records, year=2026, parameters={"first_year": "2024"})


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [("1", "1", "1"), ("1", "3", "1~3"), (None, None, "-"), (None, "3", "~3"), ("1", None, "1~")],
)
def test_a_range_is_shown_as_one_value_where_its_ends_agree(low, high, shown):
    assert between(low, high) == shown


def test_every_state_of_a_county_has_a_word(scheme, rated):
    speak("zh")

    assert {state(scheme, one) for one in rated.ratings} == {
        "已评定",
        "未入选",
        "免评",
        "待定",
        "并列待定",
        "取消评选资格",
    }


def test_a_table_cut_short_says_how_many_rows_there_are(scheme, rated):
    speak("en")
    lines = as_table(scheme, rated, most=2)
    speak("zh")

    assert lines[1:3] == ["", lines[2]]
    assert lines[6] == "... 109 rows in all"
    assert lines[8].startswith("Result: five-star rural branch: 8")
    assert "held it before" in lines[8]
