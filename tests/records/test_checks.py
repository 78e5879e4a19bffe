from datetime import date
from pathlib import Path
from time import process_time

import pytest

from tests.records.given import ACTIVITIES, BM, UNITS, A, B, columns, faults, folder, notes
from xingping.records import checks

MEMBERS = "member,unit\nm1,u1\nm2,u1\n"
PLUMS = Path(__file__).parents[1] / "policies" / "39-red-plum-members"
MISSING = "this cell has to be filled in"


def test_a_second_row_of_one_id_is_told_with_the_first(tmp_path):
    path = folder(tmp_path, units="unit,group\nu1,g\nｕ1,g\n*,g\n")

    assert faults(path) == [
        ("units.csv:3:1", "u1", "branch id: this id stands at units.csv:2 too"),
        ("units.csv:4:1", "*", "branch id: an id cannot be *"),
    ]


def test_members_differ_too(tmp_path):
    path = folder(tmp_path, units=UNITS, members=MEMBERS + "m1,u2\n")

    assert faults(path, BM) == [
        ("members.csv:4:1", "m1", "member id: this id stands at members.csv:2 too")
    ]


def test_an_unknown_unit_is_told(tmp_path):
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + "u3,2026-03-01,study,是,是\n")

    assert faults(path) == [("activities.csv:2:1", "u3", "branch id: no branch has this id")]


def test_a_register_kept_for_all_units_or_for_one(tmp_path):
    path = folder(tmp_path, units=UNITS, kept="register,year,unit\n活动,2026,*\ntasks,2026,u1\n")

    assert columns(path, "kept") == {
        "register": ["activities", "tasks"],
        "year": [2026, 2026],
        "unit": ["*", "u1"],
    }


def test_an_unknown_register_or_unit_in_kept_is_told(tmp_path):
    path = folder(
        tmp_path, units=UNITS, kept="register,year,unit\nactivitys,2026,*\ntasks,2026,u9\n"
    )

    assert [fault[:2] for fault in faults(path)] == [
        ("kept.csv:2:1", "activitys"),
        ("kept.csv:3:3", "u9"),
    ]


def test_a_member_is_known_where_members_are_rated_and_free_text_elsewhere(tmp_path):
    cases = "unit,filed_on,serious,party_member,withdrawn_on,member\nu1,2026-03-01,否,是,,nobody\n"
    path = folder(tmp_path, units=UNITS, members=MEMBERS, cases=cases)

    assert faults(path, BM) == [
        ("cases.csv:2:6", "nobody", "member concerned: no member has this id")
    ]
    assert columns(path, "cases", A)["member"] == ["nobody"]


def test_ballots_name_known_members(tmp_path):
    ballots = "member,year,by,dimension,points\nm1,2026,self,1,20\nm9,2026,fellow,1,20\n"
    path = folder(tmp_path, units=UNITS, members=MEMBERS, ballots=ballots)

    assert faults(path, BM) == [("ballots.csv:3:1", "m9", "member id: no member has this id")]


def test_an_id_of_a_register_of_the_scheme_s_own_is_known_there(tmp_path):
    path = folder(
        tmp_path,
        members=MEMBERS,
        households="household,name\nh1,Wang\nh2,Li\n",
        links="member,household\nm1,h1\nm2,h33\n",
    )

    assert faults(path, PLUMS) == [("links.csv:3:2", "h33", "household: no household has this id")]


@pytest.mark.parametrize("given", [{}, {"households": "household,name\n"}])
def test_without_a_row_there_is_nothing_to_compare_with_which_is_noted(tmp_path, given):
    links = "member,household\nm1,h1\n"
    path = folder(tmp_path, units="unit\n", members=MEMBERS, links=links, **given)

    assert faults(path, PLUMS) == []
    assert notes(path, PLUMS) == [
        ("links.csv", "no household is listed: 'household' is not checked")
    ]


def test_branches_of_members_need_no_list(tmp_path):
    path = folder(tmp_path, units="unit\n", members=MEMBERS)

    assert faults(path, BM) == []
    assert notes(path, BM) == []


def test_a_count_above_the_one_that_bounds_it_is_told(tmp_path):
    meetings = "unit,held_on,expected,present,late,left_early\nu1,2026-03-01,10,11,0,0\nu1,2026-03-02,10,10,,\n"
    plans = "unit,year,quarter,items,items_done\nu1,2026,,3,4\n"
    appraisals = "unit,year,held_on,members,took_part,passed\nu1,2026,2026-12-01,7,8,9\n"
    surveys = "unit,year,ballots,satisfied\nu1,2026,10,11\n"
    path = folder(
        tmp_path,
        units=UNITS,
        meetings=meetings,
        plans=plans,
        appraisals=appraisals,
        surveys=surveys,
    )

    assert faults(path) == [
        (
            "meetings.csv:2:4",
            "11",
            "present: this is above 'expected (without approved leave)' (10)",
        ),
        ("plans.csv:2:5", "4", "items done: this is above 'items planned' (3)"),
        ("appraisals.csv:2:5", "8", "took part: this is above 'members' (7)"),
        ("appraisals.csv:2:6", "9", "passed: this is above 'members' (7)"),
        ("surveys.csv:2:4", "11", "satisfied: this is above 'ballots' (10)"),
    ]


@pytest.mark.parametrize(
    ("register", "rows", "cell"),
    [
        ("assessments", "unit,year,score\nu1,2026,80\nu1,2026,80\n", "3:2"),
        ("surveys", "unit,year,ballots,satisfied\nu1,2026,10,9\nu1,2026,10,9\n", "3:2"),
        ("points", "unit,year,item,points,reason\nu1,2026,1,5,x\nu1,2026,1.0,5,x\n", "3:3"),
        ("plans", "unit,year,quarter,items,items_done\nu1,2026,,1,1\nu1,2026,,2,1\n", "3:3"),
        ("plans", "unit,year,quarter,items,items_done\nu1,2026,4,1,1\nu1,2026,4,2,1\n", "3:3"),
    ],
)
def test_a_second_row_where_there_is_one_is_told(tmp_path, register, rows, cell):
    path = folder(tmp_path, units=UNITS, **{register: rows})

    assert [(at, said.partition(": ")[2]) for at, _, said in faults(path)] == [
        (f"{register}.csv:{cell}", f"there is one at {register}.csv:2 already")
    ]


@pytest.mark.parametrize(
    ("register", "head", "same", "other"),
    [
        ("findings", "unit,year,criterion,level", "u1,2026,2,4", "u1,2026,2,5"),
        ("declarations", "unit,year,stars", "u1,2026,4", "u1,2026,5"),
        ("titles", "unit,year,stars", "u1,2026,4", "u1,2026,5"),
    ],
)
def test_a_second_row_that_says_the_same_is_let_pass(tmp_path, register, head, same, other):
    agreeing = folder(tmp_path, units=UNITS, **{register: f"{head}\n{same}\n{same}\n"})
    assert faults(agreeing) == []

    differing = folder(tmp_path, units=UNITS, **{register: f"{head}\n{same}\n{other}\n"})
    assert [said.partition(": ")[2] for *_, said in faults(differing)] == [
        f"this differs from {register}.csv:2"
    ]


def test_only_a_member_s_own_ballot_is_single(tmp_path):
    ballots = "member,year,by,dimension,points\nm1,2026,fellow,1,20\nm1,2026,fellow,1,20\n"
    own = "m1,2026,self,1,20\nm1,2026,self,2,20\nm1,2026,自评,1,19\n"
    path = folder(tmp_path, units=UNITS, members=MEMBERS, ballots=ballots + own)

    assert faults(path, BM) == [
        ("ballots.csv:6:4", "1", "dimension: there is one at ballots.csv:4 already")
    ]


def test_an_empty_unit_date_or_year_is_told_where_it_places_the_record(tmp_path):
    path = folder(
        tmp_path,
        units=UNITS,
        activities=ACTIVITIES + ",2026-03-01,study,是,是\nu1,,study,是,是\n",
        plans="unit,year,quarter,items,items_done\nu1,,,1,1\n",
        appraisals="unit,year,held_on,members,took_part,passed\nu1,2026,,7,,\n",
    )

    assert faults(path) == [
        ("activities.csv:2:1", "", f"branch id: {MISSING}"),
        ("activities.csv:3:2", "", f"held on: {MISSING}"),
        ("plans.csv:2:2", "", f"year: {MISSING}"),
    ]


def test_an_empty_group_is_told_where_the_scheme_ranks_within_it(tmp_path):
    path = folder(tmp_path, units="unit,group\nu1,\n")

    assert faults(path, A) == [("units.csv:2:2", "", f"group: {MISSING}")]
    assert faults(path, B) == []


def test_rows_about_a_member_are_not_the_unit_s(tmp_path):
    titles = "unit,year,stars,member\nu1,2026,5,\nu1,2026,5,m1\n,2026,5,m2\n"
    path = folder(tmp_path, units=UNITS, members=MEMBERS, titles=titles)

    assert columns(path, "titles", BM)["member"] == ["m1", "m2"]
    assert faults(path, B) == [("titles.csv:4:1", "", f"branch id: {MISSING}")]

    path = folder(tmp_path, titles=titles.replace("\n,2026", "\nu1,2026"))
    assert columns(path, "titles", B)["stars"] == [5]
    told = ("titles.csv", "2 rows are about others than this scheme rates, and are not counted")
    assert told in notes(path, B)


def test_a_row_about_nobody_is_told_where_members_are_rated(tmp_path):
    path = folder(
        tmp_path, units=UNITS, members=MEMBERS, titles="unit,year,stars,member\n,2026,5,\n"
    )

    assert faults(path, BM) == [("titles.csv:2:4", "", f"member: {MISSING}")]


def test_more_rows_of_one_subject_than_sums_are_proven_for_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "ROWS_LIMIT", 2)
    rows = "u1,2026-03-01,study,是,是\n" * 3 + "u2,2026-03-01,study,是,是\n"
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + rows)

    assert faults(path) == [
        ("activities.csv:2:1", "u1", "branch id: 3 rows: more than the limit of 2 for one subject")
    ]


def test_rows_after_the_day_of_the_rating_are_noted(tmp_path):
    path = folder(tmp_path, units=UNITS, activities=ACTIVITIES + "u1,2026-03-01,study,是,是\n")

    assert notes(path, on=date(2026, 2, 28).toordinal()) == [
        ("activities.csv", "1 rows are dated after the day of the rating and do not count")
    ]
    assert notes(path, on=date(2026, 3, 1).toordinal()) == []


def test_many_unknown_ids_among_many_known_ones_are_told_at_once(tmp_path):
    units = "unit,group\n" + "".join(f"unit-{i:05d},g\n" for i in range(4_000))
    rows = "".join(f"unlit-{i:05d},2026-03-01,study,1,1\n" for i in range(4_000))
    path = folder(tmp_path, units=units, activities=ACTIVITIES + rows)
    start = process_time()

    assert len(faults(path)) == 4_000  # a search for a near one each would take minutes
    assert process_time() - start < 20
