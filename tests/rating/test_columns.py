"""A run by columns gives the same value for every expression as a run in plain Python."""

import random
from pathlib import Path

import polars as pl
import pytest

from tests.oracle.random_records import Maker
from tests.oracle.random_rules import with_rules
from tests.rating.office import BM, SEASON, YEAR, A, B, scheme
from xingping.policy.language.tree import YES, Kind
from xingping.policy.scheme.load import load_scheme
from xingping.rating.columns import ColumnRun, given, one_or_all, run_columns
from xingping.rating.compiled import compiled
from xingping.rating.facts import Facts
from xingping.rating.prepared import TooLargeError, prepare
from xingping.rating.run import OPEN, finish, run
from xingping.rating.season import season
from xingping.rating.sharing import share_places
from xingping.rating.stars import stars_before
from xingping.records.reading import read_records
from xingping.records.sample.county import make_county
from xingping.records.sample.csv_files import write_csv
from xingping.records.sample.office import make_office
from xingping.records.table import Records, Table

POLICIES = Path(__file__).parent.parent / "policies"
FOLDERS = sorted(f.name for f in POLICIES.iterdir() if (f / "scheme.nt").exists())
DAY = 739981  # 2026-12-31


def whole_run(engine, policy, facts, parameters):
    """A run with places shared out and the last stage done."""
    setting = season(policy, YEAR, None, parameters)
    ready = compiled(policy, setting.year, setting.on, setting.parameters)
    one = engine(ready, Facts(policy, facts))
    stars = stars_before(one)
    share_places(one, stars)
    finish(one, [*zip(stars.low, stars.high, strict=True)])
    return one


def values(one):
    """What every expression comes to, for every subject; a bound beyond all is just open."""
    slots = one.compiled.program.slots
    return {
        (one.facts.subjects[i], e): max(-OPEN, min(OPEN, one.get(i, e)))
        for e in slots
        for i in range(one.count)
    }


def ranks(one):
    return {name: dict(zip(one.facts.subjects, p, strict=True)) for name, p in one.ranks.items()}


def agree(policy, facts, parameters):
    """Both engines over the same records; the run by columns."""
    plain = whole_run(run, policy, facts, parameters)
    by_column = whole_run(run_columns, policy, facts, parameters)
    assert values(by_column) == values(plain)
    assert ranks(by_column) == ranks(plain)
    return by_column


def needed(policy):
    """A value for every parameter that has to be set."""
    return {p.id: value(p) for p in policy.parameters.values() if p.default is None and p.needed}


def value(parameter):
    if parameter.type.kind is not Kind.NUMBER:
        return "x"
    if parameter.id == "first_year":
        return str(YEAR - 2)
    return "1" if parameter.step == 1 else "0.2"


@pytest.mark.parametrize("name", [A, B, BM])
def test_the_sample_years_are_rated_alike(name, tmp_path):
    write_csv(make_office(3, 1) if name == A else make_county(3, 1), tmp_path)
    facts = read_records(tmp_path, scheme(name), year=YEAR)
    parameters = SEASON[name] | {"first_year": "2024"}

    one = agree(scheme(name), facts, parameters)

    assert isinstance(one, ColumnRun)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_records_of_every_folder_are_rated_alike(folder, seed):
    policy = load_scheme(POLICIES / folder)
    facts = Maker(policy, random.Random(f"{folder} {seed}"), YEAR, DAY).records(7)

    agree(policy, facts, needed(policy))


@pytest.mark.parametrize("name", [A, B, BM])
@pytest.mark.parametrize("seed", range(8))
def test_random_records_are_rated_alike(name, seed):
    facts = Maker(scheme(name), random.Random(seed), YEAR, DAY).records(20)

    agree(scheme(name), facts, SEASON[name] | {"first_year": "2024"})


def test_the_order_of_rows_does_not_matter():
    facts = Maker(scheme(A), random.Random(5), YEAR, DAY).records(20)
    turned = Records({name: backwards(table) for name, table in facts.tables.items()})

    one, other = (whole_run(run_columns, scheme(A), f, SEASON[A]) for f in (facts, turned))

    assert values(one) == values(other)
    assert ranks(one) == ranks(other)


def backwards(table):
    columns_ = {name: list(column)[::-1] for name, column in table.columns.items()}
    return Table(table.register, columns_, list(table.origin)[::-1])


@pytest.mark.parametrize("name", [A, B, BM])
def test_no_subjects_and_no_records_are_no_trouble(name):
    own = scheme(name).subject
    empty = Records({own: Table(own, {"unit": [], "member": [], "group": []}, [])})

    assert whole_run(run_columns, scheme(name), empty, SEASON[name]).count == 0


def many_ratios(count):
    """Two units with a sheet each, of ``count`` items, and a sum of four shares of them."""
    part = "sum(sheets, ready) / sum(sheets, items)"
    policy = with_rules([(f"{part} + 2 * ({part}) + 3 * ({part}) + 4 * ({part}) >= 5", YES)])
    facts = {
        "units": {"unit": ["a", "b"]},
        "sheets": {
            "unit": ["a", "b", "b"],
            "year": [YEAR] * 3,
            "items": [count, count, 1],
            "ready": [count // 2, count - 1, 0],
        },
        "kept": {"register": ["sheets"], "year": [YEAR], "unit": ["*"]},
    }
    tables = {n: Table(n, c, ["x"] * len(next(iter(c.values())))) for n, c in facts.items()}
    return policy, Records(tables)


def test_products_that_fit_int64_are_worked_out_by_columns():
    assert isinstance(agree(*many_ratios(30), {}), ColumnRun)


def test_products_that_may_leave_int64_are_worked_out_in_plain_python():
    policy, facts = many_ratios(10**8)

    assert not isinstance(whole_run(run_columns, policy, facts, {}), ColumnRun)


def test_what_is_too_large_is_told_by_its_rule():
    policy, facts = many_ratios(10**8)
    setting = season(policy, YEAR, None, {})
    ready = compiled(policy, setting.year, setting.on, setting.parameters)

    with pytest.raises(TooLargeError, match="r0"):
        prepare(ready, given(ready, Facts(policy, facts)))


def test_a_column_that_is_the_same_for_all_is_one_value():
    assert one_or_all([True, True]) is True
    assert one_or_all([3, 3, 3]) == 3
    assert one_or_all([3, 4]).to_list() == [3, 4]
    assert one_or_all([True, False]).dtype == pl.Boolean
    assert one_or_all([]).to_list() == []
