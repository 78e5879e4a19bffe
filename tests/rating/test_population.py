"""Subjects from Parquet files, group by group, each part with its own records."""

import polars as pl
import pytest

from tests.rating.office import SEASON, YEAR, A, five_star, records, scheme
from tests.rating.parquet import write
from xingping.rating.compile.setting import year_span
from xingping.rating.compiled import compiled
from xingping.rating.population import committee, numbered, read_population
from xingping.rating.register_files import RegisterFiles
from xingping.rating.season import season
from xingping.rating.tables import word_codes
from xingping.records.reading import RecordsFaultyError

GROUPS = {"s5": "b", "s1": "a", "s2": "c", "s3": "b", "s4": "a"}


def ready():
    setting = season(scheme(), YEAR, None, SEASON[A])
    return compiled(scheme(), YEAR, year_span(YEAR, YEAR).end, setting.parameters)


def population(folder, subjects=None, **more):
    given = subjects or {s: five_star(group=g) for s, g in GROUPS.items()}
    write(scheme(), records(A, given, **more), folder)
    return read_population(ready(), files(folder))


def files(folder):
    return RegisterFiles(scheme(), folder, word_codes(ready().program))


def test_subjects_stand_group_by_group(tmp_path):
    people = population(tmp_path)

    assert people.subjects["unit"].to_list() == ["s1", "s4", "s3", "s5", "s2"]
    assert people.group.tolist() == [0, 0, 1, 1, 2]
    assert people.groups("group").tolist() == [0, 0, 1, 1, 2]
    assert people.groups("all").tolist() == [0] * 5
    assert committee(ready()) == "group"


@pytest.mark.parametrize(
    ("most", "parts"),
    [
        (1, [(0, 2), (2, 4), (4, 5)]),
        (3, [(0, 2), (2, 5)]),
        (4, [(0, 4), (4, 5)]),
        (5, [(0, 5)]),
    ],
)
def test_parts_are_whole_groups(tmp_path, most, parts):
    assert list(population(tmp_path).ranges(most)) == parts


def test_a_part_has_the_records_of_its_own_subjects(tmp_path):
    subjects = {s: five_star(group=g) for s, g in GROUPS.items()}
    subjects["s3"]["meetings"] = subjects["s3"]["meetings"] * 3
    people = population(tmp_path, subjects)

    part = next(people.given(*part) for part in list(people.ranges(2)) if part == (2, 4))

    assert part.count == 2
    places = [
        sorted(rows.at.tolist()) for rows_, rows in part.rows.items() if is_plain(rows_, "meetings")
    ]
    assert places
    assert places == [[0, 0, 0, 1]] * len(places)


def is_plain(row_set, register):
    return row_set.register == register and not row_set.link and row_set.pieces is None


def test_what_was_not_kept_is_known_by_unit(tmp_path):
    people = population(tmp_path, unkept=[("meetings", YEAR, "s4")])

    kept = people.columns[f"kept meetings {YEAR}"]

    assert kept.to_list() == [True, False, True, True, True]


def test_an_id_that_is_there_twice_is_a_fault(tmp_path):
    write(scheme(), records(A, {"s1": {}}), tmp_path)
    twice = pl.DataFrame({"unit": ["s1", "s1"], "name": ["x", "y"], "group": ["a", "a"]})
    twice.write_parquet(tmp_path / "units.parquet")

    with pytest.raises(RecordsFaultyError):
        read_population(ready(), files(tmp_path))


def test_groups_are_numbered_as_they_come():
    assert numbered(pl.Series(["a", "a", "c", None])).tolist() == [0, 0, 1, 2]
    assert numbered(pl.Series([], dtype=pl.String)).tolist() == []
