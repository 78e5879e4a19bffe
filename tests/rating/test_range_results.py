"""The rows of a large run: their types, hundredths, and states as they are called."""

from datetime import date

import polars as pl

from tests.rating.county import scoring
from tests.rating.office import SEASON, YEAR, A, B, five_star, records, scheme
from tests.rating.parquet import write
from xingping.rating.range_results import NUMBER, STATES
from xingping.rating.ranges import rate_parquet


def rows(folder, subjects, name=A, *, on=None):
    """The rows by unit."""
    write(scheme(name), records(name, subjects), folder)
    rate_parquet(scheme(name), folder, folder / "out", year=YEAR, on=on, parameters=SEASON[name])
    return pl.read_parquet(folder / "out")


def by_unit(frame):
    return {row["unit"]: row for row in frame.iter_rows(named=True)}


def test_a_verdict_is_nothing_one_or_two(tmp_path):
    late = five_star(declarations=[])
    found = by_unit(rows(tmp_path, {"s": five_star(), "t": late}))

    criterion = next(iter(scheme().criteria))
    assert found["s"][f"v_{criterion}_3"] == 2
    assert {v for row in found.values() for k, v in row.items() if k[:2] == "v_"} <= {0, 1, 2}


def test_scores_are_hundredths_and_ranks_by_group(tmp_path):
    found = by_unit(
        rows(tmp_path, {"s": five_star(), "t": five_star(assessments=[{"score": "88.5"}])})
    )

    assert (found["s"]["score_low"], found["s"]["score_high"]) == (9600, 9600)
    assert found["t"]["score_low"] == 8850
    assert (found["s"]["rank_best"], found["t"]["rank_worst"]) == (1, 2)


def test_columns_are_small(tmp_path):
    kinds = rows(tmp_path, {"s": five_star()}).schema

    assert kinds["score_low"] == pl.Int32
    assert kinds["rank_best"] == pl.Int32
    assert kinds["stars"] == pl.Int16
    assert {kind for name, kind in kinds.items() if name[:2] == "v_"} == {pl.Int8}


def test_states_are_called_as_in_a_rating(tmp_path):
    found = by_unit(rows(tmp_path, {"s": scoring(90)}, B, on=date(YEAR, 12, 31)))

    assert found["s"]["state"] in STATES.to_list()
    assert found["s"]["score_low"] == 9000
    assert [NUMBER[state] for state in STATES.to_list()] == list(range(len(STATES)))
