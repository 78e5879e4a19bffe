"""Every worked example of every scheme folder gives what its authors say, through the engine."""

from pathlib import Path

import pytest

from tests.oracle.examples import prepare
from tests.policies.by_engine import differences
from xingping.policy.scheme.load import list_builtin, load_scheme

FOLDERS = sorted(p.parent for p in Path(__file__).parent.glob("*/scheme.nt"))
SCHEMES = [*list_builtin(), *map(str, FOLDERS)]


def cases():
    for name in SCHEMES:
        scheme = load_scheme(name)
        for example in scheme.examples:
            title = f"{Path(name).name}-{example.criterion}-{example.title.en}"
            yield pytest.param(scheme, example, id=title)


@pytest.mark.parametrize(("scheme", "example"), list(cases()))
def test_a_worked_example_gives_what_it_says(scheme, example):
    assert differences(prepare(scheme, example)) == []


def test_all_folders_are_there_and_many_expectations_run():
    expectations = [e for name in SCHEMES for x in load_scheme(name).examples for e in x.expect]

    assert len(SCHEMES) == 31
    assert len(expectations) >= 301
