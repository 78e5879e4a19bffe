import pytest

from tests.policy.scheme.tiny import edit, told
from xingping.policy.scheme.effects import month_day
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.steps import Drawn, MonthDay

SAMPLE = "    sample: ceil(30% * all)\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10-31", MonthDay(10, 31)),
        ("02-29", MonthDay(2, 29)),
        ("02-30", None),
        ("13-01", None),
        ("9-1", None),
    ],
)
def test_a_day_of_the_year_is_month_and_day(text, day):
    assert month_day(text) == day


def test_a_check_takes_all_none_or_a_whole_number_of_them(tmp_path):
    step = load_scheme(edit(tmp_path, "scheme.nt", SAMPLE, "    sample: all\n")).procedure["review"]
    assert step.sample == Drawn(None)

    step = load_scheme(edit(tmp_path, "scheme.nt", SAMPLE, "    sample: no\n")).procedure["review"]
    assert step.sample is None

    step = load_scheme(edit(tmp_path, "scheme.nt", SAMPLE, "    sample: 5\n")).procedure["review"]
    assert step.sample.number.text == "5"


def test_a_share_of_those_to_look_at_that_is_no_number_is_told(tmp_path):
    found = told(tmp_path, "scheme.nt", SAMPLE, "    sample: failed_recheck\n")

    assert found[0].startswith("scheme.nt:112:13:")


@pytest.mark.parametrize("written", ["10月31日", "10.31", "十月三十一日", "2026-10-31"])
def test_a_day_as_people_write_it_is_told_with_what_to_write(tmp_path, written):
    found = told(tmp_path, "scheme.nt", "      2: 10-31\n", f"      2: {written}\n")
    assert found[1] == "hint: write: 10-31"

    new = f"    who: committee\n    from: {written}\n"
    found = told(tmp_path / "from", "scheme.nt", "    who: committee\n", new)
    assert found[1] == "hint: write: 10-31"
