"""The sample county: what is in it, and that it is the same each time."""

from collections import Counter

import pytest

from tests.records.sample.limits import doubles, faults
from xingping.records.sample import make_county


@pytest.fixture(scope="module", params=[1, 7])
def county(request):
    return make_county(3, request.param)


def test_every_cell_is_one_that_the_catalogue_allows(county):
    assert faults(county) == []


def test_there_are_eleven_townships_109_branches_and_about_4000_members(county):
    units, members = county["units"], county["members"]

    assert len(units) == 109
    assert len({row["group"] for row in units}) == 11
    assert 3800 <= len(members) <= 4300
    assert doubles(units, "unit") | doubles(units, "name") | doubles(members, "member") == set()


def test_every_row_is_of_a_known_branch_and_member(county):
    units = {row["unit"] for row in county["units"]} | {"*"}
    members = {row["member"] for row in county["members"]} | {None}

    for rows in county.values():
        assert {row["unit"] for row in rows if "unit" in row} <= units
        assert {row["member"] for row in rows if "member" in row} <= members


def test_nothing_is_decided_twice(county):
    assert doubles(county["points"], "unit", "year", "item") == set()
    assert doubles(county["surveys"], "unit", "year") == set()
    assert doubles(county["titles"], "unit", "member", "year") == set()
    assert doubles(county["attestations"], "unit", "member", "year", "clause") == set()
    own = [row for row in county["ballots"] if row["by"] == "self"]
    assert doubles(own, "member", "year", "dimension") == set()


def test_titles_are_those_of_the_shares_of_the_years_before(county):
    held = Counter((row["year"], row["member"] is None) for row in county["titles"])
    joined = Counter(row["joined_on"].year for row in county["members"])
    first = len(county["members"]) - joined[2025] - joined[2026]

    assert (held[2025, True], held[2026, True]) == (33, 66)
    assert held[2025, False] == -(-first * 20 // 100)
    second = first + joined[2025]
    assert held[2026, False] == held[2025, False] + -(-second * 30 // 100) + second * -20 // 100


def test_who_holds_five_stars_keeps_them_and_casts_no_new_ballots(county):
    held = {y: {r["member"] for r in county["titles"] if r["year"] == y} for y in (2025, 2026)}
    voted = {row["member"] for row in county["ballots"] if row["year"] == 2026}

    assert held[2025] <= held[2026]
    assert voted & (held[2026] - {None}) == set()


def test_a_third_of_the_members_who_stand_reach_90_in_the_third_year(county):
    scores = member_scores(county, 2026)

    assert 0.30 <= sum(score >= 9000 for score in scores.values()) / len(scores) <= 0.40


def test_branches_equal_on_the_cut_line_are_equal_in_everything_that_decides(county):
    points = Counter()
    for row in county["points"]:
        if row["year"] == 2026:
            points[row["unit"]] += int(100 * row["points"])
    satisfied = [row for row in county["surveys"] if row["year"] == 2026 and is_tied(row)]
    honours = Counter(row["unit"] for row in county["honours"] if row["awarded_on"].year == 2026)

    tied = [row["unit"] for row in satisfied if points[row["unit"]] == 8110]

    assert len(tied) == 3
    assert [honours[unit] for unit in tied] == [1, 1, 1]


def test_the_same_seed_gives_the_same_rows(county):
    assert county in (make_county(3, 1), make_county(3, 7))


def test_an_earlier_year_is_the_beginning_of_a_later_one():
    early, late = make_county(1, 3), make_county(2, 3)

    for register in ("units", "kept", "points", "surveys", "honours", "cases", "ballots"):
        assert late[register][: len(early[register])] == early[register]
    assert [row["name"] for row in early["members"]] == [
        row["name"] for row in late["members"][: len(early["members"])]
    ]


def test_an_open_year_has_no_ballots_points_or_attestations_yet():
    tables = make_county(2, 1, until=6)

    for register in ("ballots", "points", "surveys", "attestations"):
        assert {row["year"] for row in tables[register]} == {2024}


def test_a_year_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="4"):
        make_county(4, 1)


def is_tied(row):
    return 100 * row["satisfied"] == 95 * row["ballots"]


def member_scores(county, year):
    """Scores in hundredths of those whose ballots are complete, from the rows as B-R7 says."""
    given = {}
    for row in county["ballots"]:
        if row["year"] == year:
            sheet = given.setdefault(row["member"], {})
            sheet.setdefault((row["dimension"], row["by"]), []).append(int(10 * row["points"]))
    return {
        member: sum(dimension_score(sheet, dimension) for dimension in range(1, 6))
        for member, sheet in given.items()
        if len(sheet) == 15 and all(len(sheet[d, "fellow"]) >= 3 for d in range(1, 6))
    }


def dimension_score(sheet, dimension):
    own, fellows, committee = (sheet[dimension, by] for by in ("self", "fellow", "committee"))
    below = len(fellows) * len(committee)
    above = own[0] * below + 3 * sum(fellows) * len(committee) + 6 * sum(committee) * len(fellows)
    return (2 * above + below) // (2 * below)
