"""The oracle earns its name: it gives what every worked example says."""

from pathlib import Path

import pytest

from tests.oracle import populations
from tests.oracle.examples import check, prepare
from xingping.policy.scheme.load import list_builtin, load_scheme

POLICIES = Path(__file__).parents[1] / "policies"
FOLDERS = [*list_builtin(), *sorted(path.parent for path in POLICIES.glob("*/scheme.nt"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: Path(folder).name)
def test_the_plain_evaluator_gives_what_the_worked_examples_say(folder):
    scheme = load_scheme(folder)

    wrong = [
        (example.criterion, example.title.zh, found)
        for example in scheme.examples
        if not example.subjects
        for found in check(prepare(scheme, example))
    ]

    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: Path(folder).name)
def test_the_plain_evaluator_gives_what_examples_of_several_subjects_say(folder):
    scheme = load_scheme(folder)

    wrong = [
        (example.title.zh, found)
        for example in scheme.examples
        if example.subjects and not populations.about_others(scheme, example)
        for found in populations.check(scheme, example)
    ]

    assert wrong == []


def test_there_are_three_hundred_expectations():
    schemes = [load_scheme(folder) for folder in FOLDERS]

    assert sum(len(example.expect) for s in schemes for example in s.examples) >= 300
