from pathlib import Path

import pytest

from xingping.cli.formats.shown import as_table, between, state
from xingping.cli.saying import speak
from xingping.policy.scheme.load import load_scheme
from xingping.rating.rate import rate
from xingping.records.reading import read_records

FOLDERS = Path(__file__).parents[2] / "policies"


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


def test_levels_that_are_words_are_shown_by_name(vanguard):
    speak("zh")

    lines = as_table(*vanguard)

    assert any("先锋" in line and "已评定" in line for line in lines)
    assert not any("vanguard " in line for line in lines)


@pytest.fixture
def vanguard(tmp_path):
    scheme = load_scheme(str(FOLDERS / "32-vanguard-index"))
    tables = {
        "units": "unit,name\nu01,东岸\n",
        "members": "member,name,unit,class\n"
        + "".join(f"m{i},某,u01,ordinary\n" for i in range(10)),
        "party_days": "member,held_on,attended\n" + "m0,2026-03-01,yes\n" * 6,
        "merits": "member,done_on,given\nm0,2026-03-01,15\n",
        "faults": "member,found_on,kind\n",
        "kept": "unit,register,year\n",
    }
    for name, table in tables.items():
        (tmp_path / f"{name}.csv").write_text(table, "utf-8")
    records = read_records(tmp_path, scheme, year=2026)
    return scheme, rate(scheme, records, year=2026)
