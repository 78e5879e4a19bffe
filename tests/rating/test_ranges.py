"""A large run over Parquet files says what a rating says, whole groups at a time."""

import random
from datetime import date

import polars as pl
import pytest

from tests.oracle.random_records import Maker
from tests.rating.office import SEASON, YEAR, A, B, scheme
from tests.rating.parquet import write
from xingping.rating.ranges import rate_parquet
from xingping.rating.rate import rate
from xingping.records.reading import RecordsFaultyError

CODE = {"not_met": 0, "not_yet_known": 1, "met": 2}
ON = date(YEAR, 10, 31)


@pytest.fixture(params=[(A, 1), (A, 2), (B, 3)], ids=str)
def season(request, tmp_path):
    """(scheme, records, their folder)."""
    name, seed = request.param
    maker = Maker(scheme(name), random.Random(seed), YEAR, ON.toordinal())
    records = maker.records(12, groups=4)
    return name, records, write(scheme(name), records, tmp_path)


@pytest.mark.parametrize("together", [1, 5, 100])
def test_each_row_says_what_the_rating_says(season, together):
    name, records, folder = season
    out = folder / "out"

    rate_parquet(
        scheme(name), folder, out, year=YEAR, on=ON, parameters=SEASON[name], together=together
    )

    rated = rate(scheme(name), records, year=YEAR, on=ON, parameters=SEASON[name], engine="python")
    rows = {row["unit"]: row for row in pl.read_parquet(out).iter_rows(named=True)}
    assert rows == {one.subject: as_row(one) for one in rated}
    assert not list(folder.glob("*.part"))


def as_row(one):
    verdicts = {
        f"v_{criterion}_{level}": CODE[verdict]
        for criterion, levels in one.criteria.items()
        for level, verdict in levels.items()
    }
    ends = {"score_low": one.score.low, "score_high": one.score.high}
    return {
        "unit": one.subject,
        **verdicts,
        **{key: None if end is None else int(end * 100) for key, end in ends.items()},
        "rank_best": one.rank_best,
        "rank_worst": one.rank_worst,
        "stars": one.stars,
        "stars_possible": one.stars_possible,
        "state": one.state,
    }


def test_a_folder_without_subjects_is_told(tmp_path):
    with pytest.raises(RecordsFaultyError):
        rate_parquet(A, tmp_path, tmp_path / "out", year=YEAR, parameters=SEASON[A])
    assert not (tmp_path / "out").exists()
