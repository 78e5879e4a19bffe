"""The sample office: what is in it, and that it is the same each time."""

from collections import Counter
from datetime import date

import pytest

from tests.records.sample.limits import doubles, faults
from xingping.records.sample import FIRST_YEAR, make_office

SEEDS = [1, 2, 99]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cell_is_one_that_the_catalogue_allows(seed):
    assert faults(make_office(3, seed)) == []


def test_the_same_seed_gives_the_same_rows_and_another_seed_others():
    assert make_office(3, 1) == make_office(3, 1)
    assert make_office(3, 1) != make_office(3, 2)


def test_an_earlier_year_is_the_beginning_of_a_later_one():
    early, late = make_office(2, 1), make_office(3, 1)

    for register, rows in early.items():
        assert [row for row in late[register] if row in rows] == rows


@pytest.mark.parametrize("seed", SEEDS)
def test_fourteen_branches_of_one_committee_have_names_of_their_own(seed):
    units = make_office(3, seed)["units"]

    assert len(units) == 14
    assert doubles(units, "unit") | doubles(units, "name") == set()
    assert {row["group"] for row in units} == {"市政府办公室机关党委"}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_branch_attends_ten_to_fourteen_meetings_a_year(seed):
    counts = Counter((row["unit"], row["held_on"].year) for row in make_office(3, seed)["meetings"])

    assert len(counts) == 14 * 3
    assert set(counts.values()) <= set(range(10, 15))


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_decided_twice(seed):
    tables = make_office(3, seed)

    assert doubles(tables["findings"], "unit", "year", "criterion") == set()
    assert doubles(tables["points"], "unit", "year", "item") == set()
    assert doubles(tables["plans"], "unit", "year", "quarter") == set()
    for register in ("assessments", "appraisals", "declarations", "titles"):
        assert doubles(tables[register], "unit", "year") == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_third_year_has_ties_at_ranks_one_and_three_and_one_score_on_the_target(seed):
    scores = [row["score"] for row in make_office(3, seed)["assessments"] if row["year"] == 2026]

    first, second, third, fourth, fifth, *_ = sorted(scores, reverse=True)

    assert first == second > third == fourth > fifth
    assert [str(score) for score in scores if 84 < score < 86] == ["85.00"]


def test_one_branch_declares_nothing_and_one_lacks_the_circulars_of_the_first_year():
    tables = make_office(3, 1)
    declared = [row for row in tables["declarations"] if row["year"] == 2026]
    kept = [row for row in tables["kept"] if row["register"] == "circulars"]

    assert len(declared) == 13
    assert Counter(row["year"] for row in kept) == {2024: 13, 2025: 1, 2026: 1}


def test_one_case_is_serious_and_one_is_withdrawn():
    cases = make_office(3, 1)["cases"]

    assert [row["filed_on"].year for row in cases if row["serious"]] == [2026]
    assert [row["filed_on"].year for row in cases if row["withdrawn_on"]] == [2026]


def test_partial_credit_stays_within_seven_tenths_and_has_a_reason():
    worth = {"1": 12, "6": 8, "8": 8, "9": 10, "10": 6, "11": 6}
    points = make_office(3, 1)["points"]

    assert points
    assert all(10 * row["points"] <= 7 * worth[row["item"]] and row["reason"] for row in points)


def test_a_first_year_has_no_titles_and_no_other_year():
    tables = make_office(1, 1)

    assert tables["titles"] == []
    assert {row["held_on"].year for row in tables["meetings"]} == {FIRST_YEAR}


def test_an_open_year_ends_with_its_month():
    tables = make_office(3, 1, until=9)

    assert max(row["held_on"] for row in tables["meetings"]) <= date(2026, 9, 30)
    assert {row["year"] for row in tables["assessments"]} == {2024, 2025}
    assert faults(tables) == []


@pytest.mark.parametrize(("year", "until"), [(0, None), (4, None), (3, 0), (3, 13)])
def test_a_year_or_month_that_there_is_not_is_refused(year, until):
    with pytest.raises(ValueError, match=str(until if until is not None else year)):
        make_office(year, 1, until)
