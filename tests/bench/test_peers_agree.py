"""The engine and its three peers give the same row for every branch, on any day of the rating."""

import pytest

from bench import agree, engine, peer_duckdb, peer_numba, peer_plain
from bench.population import Shape, office, write

POPULATIONS = [
    Shape(branches=300, seed=1, thorough=0.5, listed=13, hole=0.05),
    Shape(branches=300, seed=2, thorough=0.9, listed=4, hole=0.005),
    Shape(branches=1, seed=3),
]
DAYS = ["2026-12-31", "2026-10-15", "2027-02-10"]


@pytest.fixture(scope="module", params=POPULATIONS, ids=lambda shape: f"seed{shape.seed}")
def folder(request, tmp_path_factory):
    """A population written as Parquet."""
    into = tmp_path_factory.mktemp("population")
    write(request.param, into)
    return into


@pytest.mark.parametrize("day", DAYS)
def test_the_engine_and_its_peers_give_the_same_rows(folder, tmp_path, day):
    peers = {"plain": peer_plain, "numba": peer_numba, "duckdb": peer_duckdb}

    for name, peer in peers.items():
        peer.main(str(folder), str(tmp_path / f"{name}.parquet"), "2026", day, "8500")
    engine.rate_files(str(folder), str(tmp_path / "engine.parquet"), "2026", day, "8500")

    for name in ("numba", "duckdb", "engine"):
        assert agree.differences(tmp_path / "plain.parquet", tmp_path / f"{name}.parquet") == []


def test_every_verdict_and_state_comes_up(tmp_path):
    write(Shape(branches=1500, seed=5, thorough=0.5, listed=13, hole=0.02), tmp_path)

    peer_plain.main(str(tmp_path), str(tmp_path / "out.parquet"), "2026", "2026-12-31", "8500")

    rows = agree.rows(tmp_path / "out.parquet")
    assert set(rows["state"]) == {"vetoed", "not_rated", "provisional", "rated"}
    assert {0, 3, 4, 5} <= set(rows["stars"]) | set(rows["stars_possible"])
    for criterion in range(1, 14):
        for level in (3, 4, 5):
            assert set(rows[f"v_{criterion}_{level}"]) == {0, 1, 2}


def test_a_population_is_the_same_for_the_same_seed(tmp_path):
    for name in ("one", "other"):
        write(Shape(branches=50, seed=7), tmp_path / name)

    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "other" / file.name).read_bytes()


def test_the_plain_peer_reads_csv_as_it_reads_parquet(tmp_path):
    office(tmp_path / "csv", seed=5)
    write(
        Shape(branches=14, seed=5, thorough=0.5, listed=2, committee=(14, 14)),
        tmp_path / "parquet",
    )

    for form in ("csv", "parquet"):
        out = tmp_path / f"out.{form}"
        peer_plain.main(str(tmp_path / form), str(out), "2026", "2026-12-31", "8500")

    assert agree.differences(tmp_path / "out.csv", tmp_path / "out.parquet") == []
