"""Laws of every rating: of order, of bounds, of more knowledge, of sums."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.effort import tries
from tests.laws.engine import ENGINES, SEASONS, rated, scheme
from tests.laws.test_completions import contradictions
from tests.oracle.completions import Completer
from tests.oracle.random_records import seasons
from xingping.records.table import Records, Table

STARS = ("stars", "stars_possible")


def rows_of(table):
    return [{c: v[i] for c, v in table.columns.items()} for i in range(len(table))]


def table_of(name, rows):
    columns = {column: [row.get(column) for row in rows] for column in rows[0]}
    return Table(name, columns, [f"{name}.csv:{number}" for number in range(2, len(rows) + 2)])


def shuffled(records, seed):
    """The same records with their rows and registers in another order."""
    chance = random.Random(seed)
    tables = {}
    for name in chance.sample(sorted(records.tables), len(records.tables)):
        rows = rows_of(records.tables[name])
        chance.shuffle(rows)
        tables[name] = table_of(name, rows)
    return Records(tables)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", SEASONS)
def test_the_order_of_rows_never_matters(name, engine):
    @tries(15)
    @given(season=seasons(scheme(name)), seed=st.integers(0, 2**32))
    def same(season, seed):
        records, *when = season
        other = (shuffled(records, seed), *when)
        first = rated(scheme(name), season, SEASONS[name], engine)
        again = rated(scheme(name), other, SEASONS[name], engine)
        assert list(first.items()) == list(again.items())

    same()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", SEASONS)
def test_what_is_certain_never_exceeds_what_is_possible(name, engine):
    @tries(30)
    @given(season=seasons(scheme(name)))
    def holds(season):
        for one in rated(scheme(name), season, SEASONS[name], engine).values():
            assert one["stars"] <= one["stars_possible"]
            assert Fraction(one["score_low"]) <= Fraction(one["score_high"])
            if one["rank_best"] is not None:
                assert one["rank_best"] <= one["rank_worst"]
            if one["score"] is not None:
                assert one["score"] == one["score_low"] == one["score_high"]

    holds()


@pytest.mark.parametrize("name", SEASONS)
def test_knowing_more_never_widens_a_bound(name):
    """Cells that were empty are filled in, in one of the ways they may turn out."""

    @tries(15)
    @given(season=seasons(scheme(name)), seed=st.integers(0, 2**32))
    def holds(season, seed):
        records, year, on = season
        more = Completer(scheme(name), records, year, on, random.Random(seed)).fill_cells()
        before = rated(scheme(name), season, SEASONS[name], "python")
        after = rated(scheme(name), (more, year, on), SEASONS[name], "python")
        assert [c for s in before for c in widened(before[s], after[s])] == []

    holds()


def widened(before, after):
    yield from contradictions(before, {**after, "state": before["state"]})
    if Fraction(after["score_high"]) - Fraction(after["score_low"]) > Fraction(
        before["score_high"]
    ) - Fraction(before["score_low"]):
        yield ("score", before["score_low"], before["score_high"])


@pytest.mark.parametrize("name", SEASONS)
def test_a_score_is_the_sum_of_what_its_items_show(name):
    @tries(40)
    @given(season=seasons(scheme(name)))
    def holds(season):
        records, year, _ = season
        recorded = {
            row["unit"]
            for row in rows_of(records.tables.get("assessments", Table("assessments", {}, [])))
            if row["year"] == year
        }
        for subject, one in rated(scheme(name), season, SEASONS[name], "python").items():
            items = {item: points for item, points in one["items"].items() if not is_bonus(item)}
            if subject not in recorded and None not in (*items.values(), one["bonus"]):
                total = sum(map(Fraction, items.values())) + Fraction(one["bonus"])
                assert Fraction(one["score"]) == total

    holds()


def is_bonus(item):
    """The bonus clauses are shown before their common cap; the total stands beside them."""
    return item.startswith("B-4")


FAVOURABLE = {
    "activities": {"kind": "cultural_sports", "group": True, "recorded": True, "title": None},
    "honours": {"level": "nation", "about": "excellence", "form": "commendation", "title": None},
    "innovations": {
        "area": "method",
        "summed_up": True,
        "recognised_by": "nation",
        "title": None,
    },
}
"""Records of which more can only help, in the office scheme."""


@pytest.mark.parametrize("register", FAVOURABLE)
def test_one_more_favourable_record_never_lowers_a_certain_star(register):
    """Of the subject that has it, while the office's own score leaves the ranks alone."""
    name = "office-branches"
    known = scheme(name)

    @tries(25)
    @given(season=seasons(known))
    def holds(season):
        records, year, on = season
        before = rated(known, season, SEASONS[name], "python")
        for subject in before:
            date = known.catalogue.registers[register].date
            row = {"unit": subject, date: on, **FAVOURABLE[register]}
            table = records.tables.get(register)
            rows = [*(rows_of(table) if table is not None else []), row]
            more = replace(records, tables={**records.tables, register: table_of(register, rows)})
            after = rated(known, (more, year, on), SEASONS[name], "python")
            assert all(after[subject][key] >= before[subject][key] for key in STARS)

    holds()
