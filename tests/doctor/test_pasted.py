import shutil

import pytest

from tests.doctor.asking import asked, found
from xingping.doctor.pasted import example_lines
from xingping.doctor.questions.bands import ask_bands
from xingping.doctor.together import TOGETHER
from xingping.policy.scheme.load import load_scheme, schemes_folder
from xingping.rating.examples.check import departures


@pytest.fixture
def folder(tmp_path):
    shutil.copy(schemes_folder() / "registers.nt", tmp_path)
    return shutil.copytree(schemes_folder() / "office-branches", tmp_path / "office")


def test_every_case_about_all_subjects_can_be_pasted_and_holds(folder):
    scheme = load_scheme("office-branches")
    cases = [
        finding.witness.example
        for question in TOGETHER
        for finding in asked(question.question, scheme)
        if finding.witness is not None
    ]
    page = folder / "examples.nt"
    was = page.read_text("utf-8") if page.exists() else ""
    new = [line for one in cases for line in example_lines(one)]
    page.write_text(was + "\n".join(new) + "\n", "utf-8")

    assert len(cases) >= 4
    assert departures(load_scheme(folder)) == []


def test_a_case_stands_in_few_lines():
    (finding,) = found(ask_bands, "bands-overlap")

    assert list(example_lines(finding.witness.example)) == [
        "同时落在两段 | in two bands at once:",
        "  given:",
        "    {points: [{item: neat, points: 80}]}",
        "  expect:",
        "    {band: 1 to 2}",
    ]
