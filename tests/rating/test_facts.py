"""What a register says depends on whether it was kept; and whose rows are whose."""

import pytest

from tests.rating.office import (
    activity,
    circular,
    five_star,
    meeting,
    one,
    records,
    task,
    told,
    verdicts,
)
from xingping.cli.formats.shown import as_table
from xingping.cli.saying import speak
from xingping.policy.scheme.load import load_scheme
from xingping.rating.facts import names_keeper
from xingping.rating.rate import rate
from xingping.records.reading import read_records

MET, NOT, OPEN = "met", "not_met", "not_yet_known"
ALL = [MET, MET, MET]


def test_at_most_two_is_open_in_a_year_not_kept_and_not_met_as_soon_as_three_are_there():
    two = five_star(circulars=[circular(about="rule_breach", persons=2)])
    three = five_star(circulars=[circular(about="rule_breach", persons=3)])
    unkept = [("circulars", 2026)]

    assert verdicts(two, "6", unkept=unkept) == [OPEN, NOT, NOT]
    assert verdicts(three, "6", unkept=unkept) == [NOT, NOT, NOT]


def test_at_least_two_is_met_by_two_though_the_year_is_not_kept():
    found = verdicts(five_star(), "7", unkept=[("activities", 2026)])

    assert found == ALL


def test_at_least_two_with_one_there_is_open_in_a_year_not_kept_and_not_met_in_one_kept():
    branch = five_star(activities=[activity("2026-04-01")])

    assert verdicts(branch, "7", unkept=[("activities", 2026)])[2] == OPEN
    assert verdicts(branch, "7")[2] == NOT


def test_every_year_has_to_be_kept_for_a_none_over_several():
    assert verdicts(five_star(), "8", unkept=[("circulars", 2025)]) == [MET, OPEN, OPEN]
    assert verdicts(five_star(), "8", unkept=[("circulars", 2024)]) == [MET, MET, OPEN]
    assert verdicts(five_star(), "4", unkept=[("cases", 2024)]) == [MET, MET, OPEN]


def test_a_record_of_a_year_not_kept_settles_a_none():
    branch = five_star(circulars=[circular("2025-05-01")])

    assert verdicts(branch, "8", unkept=[("circulars", 2025)]) == [MET, NOT, NOT]


def test_a_register_is_kept_for_a_unit_or_for_all():
    both = {"u1": five_star(), "u2": five_star()}
    found = told(both, unkept=[("circulars", 2026, "u1")])

    assert found["u1"]["criteria"]["6"]["3"] == OPEN
    assert found["u2"]["criteria"]["6"]["3"] == MET
    star = records("office-branches", both, only={"units", "circulars"}, kept=[])
    assert told(star)["u2"]["criteria"]["6"]["3"] == OPEN


def test_a_star_in_kept_counts_for_every_unit():
    kept = [{"register": "circulars", "year": 2026, "unit": "*"}]
    branch = five_star()
    without = [("circulars", 2026)]

    assert one(branch, unkept=without, kept=kept)["criteria"]["6"]["5"] == MET


def test_a_share_is_open_in_a_year_not_kept():
    assert verdicts(five_star(), "1", unkept=[("meetings", 2026)]) == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(), "11", unkept=[("plans", 2026)]) == [OPEN, OPEN, OPEN]


def test_someone_late_is_not_met_though_the_year_is_not_kept():
    branch = five_star(meetings=[meeting(late=1)])

    assert verdicts(branch, "1", unkept=[("meetings", 2026)]) == [OPEN, OPEN, NOT]


def test_a_share_of_nothing_is_open():
    assert verdicts(five_star(meetings=[]), "1") == [OPEN, OPEN, OPEN]
    assert verdicts(five_star(meetings=[meeting(expected=0, present=0)]), "1") == [OPEN, OPEN, OPEN]


def test_no_tasks_at_all_are_met_where_the_register_is_kept_and_open_where_not():
    branch = five_star(tasks=[])

    assert verdicts(branch, "1") == ALL
    assert verdicts(branch, "1", unkept=[("tasks", 2026)]) == [OPEN, OPEN, OPEN]


def test_a_late_key_task_is_not_met_at_four_though_the_year_is_not_kept():
    branch = five_star(tasks=[task(done_on="2026-07-01")])

    assert verdicts(branch, "1", unkept=[("tasks", 2026)]) == [OPEN, NOT, NOT]


def test_the_last_appraisal_is_open_in_a_year_not_kept():
    assert verdicts(five_star(), "9", unkept=[("appraisals", 2026)]) == [OPEN, OPEN, OPEN]


def test_what_does_not_depend_on_kept_is_read_as_it_stands():
    nothing = records(
        "office-branches", {"s": five_star()}, only={"units", "findings", "declarations"}
    )
    found = told(nothing)["s"]

    assert found["declared"] == 5
    assert found["criteria"]["2"]["5"] == MET


VILLAGE = {
    "scheme.nt": """\
scheme: village
title: 积分 | credits
subject: members
cycle: year
levels:
  low: 低 | low
  high: 高 | high
results:
  score:
    title: 积分 | credits
    rule: 66 - sum(reviews of household, points_given)
bands:
  high: score >= 63
  low: score < 63
stars:
  rule: band
exempt:
  when: count(wishes) >= 1
""",
    "registers.nt": """\
registers:
  members:
    fields:
      household: 户 | household | households
  households:
    title: 农户 | household
    counted: 户 | household
    kept: always
    fields:
      household: 户编号 | household id | id
  reviews:
    title: 户评 | review
    counted: 次 | review
    subject: household
    date: seen_on
    fields:
      seen_on: 日期 | seen on | day
      points_given: 分 | points given | points
  wishes:
    title: 申请 | wish
    counted: 份 | wish
    subject: member
    fields:
      year: 年度 | year | year
""",
}
VILLAGE_RECORDS = {
    "units": "unit,name\nv1,甲村\nv2,乙村\n",
    "households": "household\nh1\nh2\n",
    "members": "member,name,unit,household\nm1,安,v1,h1\nm2,白,v2,h2\nm3,程,v1,h1\n",
    "reviews": "household,seen_on,points_given\nh1,2026-05-01,3\nh2,2026-05-01,3\n",
    "wishes": "member,year\nm3,2026\n",
    "kept": "unit,register,year\nv1,reviews,2026\nv1,wishes,2026\nv2,wishes,2026\n",
}


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    folder = tmp_path_factory.mktemp("village")
    for name, text in VILLAGE.items():
        (folder / name).write_text(text, encoding="utf-8")
    scheme = load_scheme(folder)
    for name, text in VILLAGE_RECORDS.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return scheme, read_records(folder, scheme, year=2026)


@pytest.mark.parametrize("engine", ["python", "polars"])
def test_records_of_a_household_are_kept_as_for_the_unit_of_its_member(village, engine):
    rated = rate(*village, year=2026, engine=engine)

    assert (rated.of("m1").state, rated.of("m1").stars) == ("rated", "high")
    assert rated.of("m2").state == "provisional"  # its village did not keep the reviews


def test_only_a_field_that_names_a_unit_names_who_keeps(village):
    scheme, _ = village

    assert names_keeper(scheme, "unit")
    assert not names_keeper(scheme, "household")
    assert not names_keeper(scheme, "")


def test_who_is_exempt_without_a_level_counts_for_none(village):
    speak("en")
    lines = as_table(village[0], rate(*village, year=2026))
    speak("zh")

    assert "Result: high: 1, low: 0, exempt: 1, not yet known: 1" in lines
