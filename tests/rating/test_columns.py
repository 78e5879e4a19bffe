"""A run by columns gives every value that the run in plain Python gives."""

import random

import polars as pl
import pytest

from tests.oracle.random_records import Maker
from tests.oracle.random_rules import small_scheme
from xingping.rating.columns import ColumnRun, one_or_all, run_columns
from xingping.rating.compile.setting import year_span
from xingping.rating.compiled import compiled
from xingping.rating.facts import Facts
from xingping.rating.run import run
from xingping.records.table import Records

LAST = year_span(2026, 2026).end


def ready():
    return compiled(small_scheme(), 2026, LAST, {})


@pytest.mark.parametrize("seed", range(4))
def test_both_ways_give_the_same_values(seed):
    records = Maker(small_scheme(), random.Random(seed), 2026, LAST).records(6)
    facts = Facts(small_scheme(), records)

    plain, columns = run(ready(), facts), run_columns(ready(), facts)

    assert isinstance(columns, ColumnRun)
    assert columns.count == plain.count == 6
    assert columns.ranks == plain.ranks
    roots = [e for stage in ready().program.stages[:-1] for e in stage]
    for e in roots:
        assert [columns.get(i, e) for i in range(6)] == [plain.get(i, e) for i in range(6)]


def test_nobody_is_rated_in_no_time():
    facts = Facts(small_scheme(), Records({}))

    assert run_columns(ready(), facts).count == 0


def test_a_column_that_is_the_same_for_all_is_one_value():
    assert one_or_all([True, True]) is True
    assert one_or_all([3, 3, 3]) == 3
    assert one_or_all([3, 4]).to_list() == [3, 4]
    assert one_or_all([True, False]).dtype == pl.Boolean
    assert one_or_all([]).to_list() == []
