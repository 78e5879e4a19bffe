"""Large runs from Parquet to Parquet say what a rating in memory says, and the same each time."""

import os
import random
import subprocess
import sys
from datetime import date

import polars as pl
import pytest

from tests.oracle.random_records import Maker
from tests.rating.office import BM, SEASON, YEAR, A, B, five_star, records, scheme
from tests.rating.parquet import write
from tests.rating.test_columns import FOLDERS, POLICIES, needed
from xingping.policy.scheme.load import load_scheme
from xingping.rating.prepared import TooLargeError
from xingping.rating.ranges import rate_parquet
from xingping.rating.rate import rate
from xingping.rating.season import SeasonError
from xingping.records.table import RecordsFaultyError

VERDICTS = {"not_met": 0, "not_yet_known": 1, "met": 2}
DAY = date(YEAR, 12, 31)


def in_memory(policy, facts, parameters, on=DAY):
    """The rows that a rating of one subject after another would write, by subject."""
    found = rate(policy, facts, year=YEAR, on=on, parameters=parameters, engine="python")
    rows = {}
    for one in found:
        row = {
            f"v_{criterion}_{level}": VERDICTS[said]
            for criterion, levels in one.criteria.items()
            for level, said in levels.items()
        }
        if found.run.compiled.outputs.score is not None:
            row |= {"score_low": cents(one.score.low), "score_high": cents(one.score.high)}
        if policy.ranks:
            row |= {"rank_best": one.rank_best, "rank_worst": one.rank_worst}
        row |= {"stars": one.stars, "stars_possible": one.stars_possible, "state": one.state}
        rows[one.subject] = row
    return rows


def cents(value):
    return None if value is None else (value * 200 + 1).__floor__() // 2


def by_file(policy, folder, out, parameters, on=DAY, **more):
    """The rows that a large run writes, by subject."""
    rate_parquet(policy, folder, out, year=YEAR, on=on, parameters=parameters, **more)
    rows = pl.read_parquet(out)
    return {row.pop(rows.columns[0]): row for row in rows.to_dicts()}


@pytest.mark.parametrize("name", [A, B, BM])
@pytest.mark.parametrize("on", [DAY, date(YEAR, 10, 15)])
def test_a_large_run_says_what_a_rating_in_memory_says(name, on, tmp_path):
    facts = Maker(scheme(name), random.Random(name), YEAR, on.toordinal()).records(40, groups=5)
    folder = write(scheme(name), facts, tmp_path / "in")

    found = by_file(scheme(name), folder, tmp_path / "out.parquet", SEASON[name], on)

    assert found == in_memory(scheme(name), facts, SEASON[name], on)
    assert not list(tmp_path.glob("*.part"))


TOO_LARGE = "10-money-hooks"  # funds by points, times a budget
MADE = [
    f for f in FOLDERS if f not in {TOO_LARGE, "39-red-plum-households"}
]  # no made-up households


@pytest.mark.parametrize("folder", MADE)
def test_every_folder_is_rated_from_files_as_in_memory(folder, tmp_path):
    policy = load_scheme(POLICIES / folder)
    facts = Maker(policy, random.Random(folder), YEAR, DAY.toordinal()).records(9)
    files = write(policy, facts, tmp_path / "in")

    found = by_file(policy, files, tmp_path / "out.parquet", needed(policy))

    assert found == in_memory(policy, facts, needed(policy))


def test_numbers_that_may_leave_int64_are_told_by_their_rule_and_nothing_is_written(tmp_path):
    policy = load_scheme(POLICIES / TOO_LARGE)
    facts = Maker(policy, random.Random(1), YEAR, DAY.toordinal()).records(9)
    files, out = write(policy, facts, tmp_path / "in"), tmp_path / "out.parquet"

    with pytest.raises(TooLargeError, match="'party_funds'"):
        rate_parquet(policy, files, out, year=YEAR, parameters=needed(policy))

    assert not out.exists()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Sixty branches in many groups, as files."""
    facts = Maker(scheme(A), random.Random(3), YEAR, DAY.toordinal()).records(60, groups=15)
    return write(scheme(A), facts, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("together", [1, 7, 25, 1000])
def test_how_many_are_worked_out_together_changes_nothing(office, together, tmp_path):
    usual = by_file(scheme(A), office, tmp_path / "usual.parquet", SEASON[A])
    out = tmp_path / "out.parquet"

    assert list(by_file(scheme(A), office, out, SEASON[A], together=together).items()) == list(
        usual.items()
    )


def test_pieces_of_time_are_parted_with_their_subjects(tmp_path):
    policy = load_scheme(POLICIES / "36-app-windowed-caps")
    facts = Maker(policy, random.Random(1), YEAR, DAY.toordinal()).records(30, groups=8)
    files = write(policy, facts, tmp_path / "in")

    whole, parted = (
        by_file(policy, files, tmp_path / f"{n}.parquet", needed(policy), together=n)
        for n in (1000, 5)
    )

    assert whole == parted


def test_the_output_is_the_same_byte_by_byte_whatever_the_threads_and_the_order(office, tmp_path):
    turned = tmp_path / "turned"
    turned.mkdir()
    for file in office.iterdir():
        pl.read_parquet(file).reverse().write_parquet(turned / file.name)
    code = (
        "import sys; from pathlib import Path; from xingping.rating.ranges import rate_parquet\n"
        f"rate_parquet({A!r}, Path(sys.argv[1]), Path(sys.argv[2]), year={YEAR},"
        f" parameters={SEASON[A]!r})"
    )

    outs = []
    for number, (folder, threads) in enumerate([(office, "1"), (office, "2"), (turned, "1")]):
        outs.append(tmp_path / f"{number}.parquet")
        subprocess.run(
            [sys.executable, "-c", code, str(folder), str(outs[-1])],
            env={**os.environ, "POLARS_MAX_THREADS": threads},
            check=True,
        )

    assert len({out.read_bytes() for out in outs}) == 1


def test_titles_of_choices_and_numbers_as_floats_are_read(tmp_path):
    facts = records(A, {"a": five_star(), "b": five_star(activities=[])})
    folder = write(scheme(A), facts, tmp_path / "in")
    usual = by_file(scheme(A), folder, tmp_path / "usual.parquet", SEASON[A])
    titles = scheme(A).catalogue.choices
    honours = pl.read_parquet(folder / "honours.parquet")
    choices = scheme(A).catalogue.registers["honours"].fields["about"].type.choices
    said = titles[choices]["excellence"].zh
    honours.with_columns(about=pl.lit(said)).write_parquet(folder / "honours.parquet")
    scores = pl.read_parquet(folder / "assessments.parquet")
    scores.with_columns(pl.col("score").cast(pl.Float64)).write_parquet(
        folder / "assessments.parquet"
    )

    assert by_file(scheme(A), folder, tmp_path / "out.parquet", SEASON[A]) == usual


@pytest.fixture
def small(tmp_path):
    """Two branches as files."""
    return write(scheme(A), records(A, {"a": five_star(), "b": five_star()}), tmp_path / "in")


def faults(folder, out):
    """What a run over faulty files says; nothing is written."""
    with pytest.raises(RecordsFaultyError) as caught:
        rate_parquet(A, folder, out, year=YEAR, parameters=SEASON[A])
    assert not out.exists()
    return [fault.say("en") for fault in caught.value.faults]


def test_a_folder_without_subjects_is_told(tmp_path):
    (told,) = faults(tmp_path, tmp_path / "out.parquet")

    assert told.startswith("units.parquet  there is no such file")


def test_an_id_that_stands_twice_is_told(small, tmp_path):
    units = pl.read_parquet(small / "units.parquet")
    pl.concat([units, units]).write_parquet(small / "units.parquet")

    (told,) = faults(small, tmp_path / "out.parquet")

    assert told.startswith("units.parquet:unit  an id is empty or there twice")


def test_a_column_of_another_type_is_told(small, tmp_path):
    meetings = pl.read_parquet(small / "meetings.parquet")
    meetings.with_columns(present=pl.lit("all")).write_parquet(small / "meetings.parquet")

    (told,) = faults(small, tmp_path / "out.parquet")

    assert told.startswith("meetings.parquet:present  the column's type is String")


def test_a_word_that_is_no_choice_is_told(small, tmp_path):
    tasks = pl.read_parquet(small / "tasks.parquet")
    tasks.with_columns(grade=pl.lit("splendid")).write_parquet(small / "tasks.parquet")

    (told,) = faults(small, tmp_path / "out.parquet")

    assert told.startswith("tasks.parquet:grade  a value that is not among the choices")


def test_a_file_that_is_no_parquet_is_told(small, tmp_path):
    (small / "tasks.parquet").write_bytes(b"nothing of the kind")

    (told,) = faults(small, tmp_path / "out.parquet")

    assert told.startswith("tasks.parquet  no sound Parquet file")


def test_a_parameter_that_is_missing_is_told(small, tmp_path):
    with pytest.raises(SeasonError, match="target"):
        rate_parquet(A, small, tmp_path / "out.parquet", year=YEAR)


def test_no_subjects_give_no_rows(small, tmp_path):
    for file in small.iterdir():
        pl.read_parquet(file).clear().write_parquet(file)

    assert by_file(scheme(A), small, tmp_path / "out.parquet", SEASON[A]) == {}
