"""As a library: one call, typed results, the same whatever the engine."""

import subprocess
import sys
from pathlib import Path

import xingping
from tests.rating.office import (
    case,
    findings,
    five_star,
    meeting,
    rated,
    records,
    scheme,
    told,
)
from xingping.records.table import Records, Table


def made_of_criteria(**changes):
    return five_star(assessments=[], **changes)


def vetoed(**changes):
    return five_star(cases=[case(serious=True)], **changes)


def test_the_package_rates_by_a_name_of_its_own():
    found = xingping.rate(
        scheme(),
        records("office-branches", {"s": five_star()}),
        year=2026,
        parameters={"target_score": 85},
    )

    assert [r.stars for r in found] == [5]
    assert found.of("s").rank == 1


def test_both_engines_say_the_same():
    branches = {
        "u1": five_star(findings=findings(c2=None)),
        "u2": vetoed(),
        "u3": made_of_criteria(meetings=[meeting(15, None)]),
    }

    assert told(branches) == told(branches, engine="polars")


def a_year():
    """Branches of which much is open, two tied, one vetoed."""
    return {
        "u3": five_star(findings=findings(c2=None)),
        "u1": vetoed(),
        "u2": five_star(assessments=[], meetings=[meeting(15, None)], findings=findings(c5=None)),
        "u4": five_star(),
        "u5": five_star(activities=[], declarations=[]),
    }


def turned(given):
    """The same records, every register read from below."""
    return Records(
        {
            name: Table(
                name,
                {field: list(cells)[::-1] for field, cells in table.columns.items()},
                list(table.origin)[::-1],
            )
            for name, table in given.tables.items()
        }
    )


def test_the_order_of_rows_does_not_matter():
    given = records("office-branches", a_year())

    assert rated(given).to_json() == rated(turned(given)).to_json()


def test_results_are_identical_across_runs_whatever_the_hash_seed():
    script = (
        "import json; from tests.rating.office import explained, rated\n"
        "from tests.rating.test_rate import a_year\n"
        "year = a_year()\n"
        "print(json.dumps(rated(year, on='2026-10-01').to_json(), ensure_ascii=False))\n"
        "why = explained(year['u3'], on='2026-10-01', others=year)\n"
        "print(json.dumps(why.to_json(), ensure_ascii=False), *why.lines())\n"
    )
    root = Path(__file__).parents[2]

    told_by = {
        seed: subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}:{root}", "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "012"
    }

    assert len(set(told_by.values())) == 1
    assert b'"reasons"' in told_by["0"]


def test_what_was_rated_is_shown_in_a_line():
    one = rated({"u1": five_star()})

    assert repr(one) == "<Rated office-branches 2026: 1 subjects>"
