"""Every worked example of every scheme folder gives what its authors say, through both engines."""

from pathlib import Path

import pytest

from xingping.policy.scheme.examples import expectations
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.rating.examples.check import compare

FOLDERS = sorted(p.parent for p in Path(__file__).parent.glob("*/scheme.nt"))
SCHEMES = [*list_builtin(), *map(str, FOLDERS)]


def cases():
    for name in SCHEMES:
        scheme = load_scheme(name)
        for example in scheme.examples:
            title = f"{Path(name).name}-{example.criterion}-{example.title.en}"
            yield pytest.param(scheme, example, id=title)


@pytest.mark.parametrize("engine", ["python", "polars"])
@pytest.mark.parametrize(("scheme", "example"), list(cases()))
def test_a_worked_example_gives_what_it_says(scheme, example, engine):
    compared = compare(scheme, example, engine)

    assert [(c.subject, c.what, c.wanted, c.found) for c in compared if not c.holds] == []
    assert compared


def test_all_folders_are_there_and_many_expectations_run():
    examples = [x for name in SCHEMES for x in load_scheme(name).examples]
    asked = [expectation for x in examples for expectation in expectations(x)]

    assert len(SCHEMES) == 33
    assert len(asked) >= 370
