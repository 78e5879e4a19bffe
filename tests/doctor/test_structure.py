import time
from pathlib import Path

import pytest

from tests.doctor.asking import SCHEMES, asked, scheme, whole
from xingping.doctor.structure import STRUCTURE, STRUCTURE_KINDS
from xingping.policy.scheme.load import load_scheme

BUILT_IN = ("office-branches", "county-branches", "county-members")
FOLDERS = [*BUILT_IN, *sorted(Path("tests/policies").glob("*/scheme.nt"))]


def test_every_kind_has_a_scheme_that_shows_it_and_one_that_just_does_not():
    for kind in STRUCTURE_KINDS:
        peers = (scheme(kind, "peer"),) if (SCHEMES / kind / "peer").is_dir() else ()
        found = {
            which: {
                finding.kind
                for question in STRUCTURE
                for finding in asked(question.question, scheme(kind, which), *peers)
            }
            for which in ("found", "clear")
        }

        assert kind in found["found"], kind
        assert kind not in found["clear"], kind


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_the_questions_are_quick_and_their_findings_whole(folder):
    subject = load_scheme(folder.parent if isinstance(folder, Path) else folder)
    peers = [load_scheme(name) for name in BUILT_IN]
    began = time.monotonic()

    findings = [f for question in STRUCTURE for f in asked(question.question, subject, *peers)]

    assert time.monotonic() - began < 2
    assert {finding.kind for finding in findings} <= set(STRUCTURE_KINDS)
    for finding in findings:
        whole(finding)


@pytest.mark.parametrize(
    ("name", "serious"),
    [
        ("office-branches", ["facts-after-closing", "first-years"]),
        ("county-branches", []),
        ("county-members", []),
    ],
)
def test_of_the_built_in_schemes_little_has_to_be_mended_or_accepted(name, serious):
    subject = load_scheme(name)

    found = [f for question in STRUCTURE for f in asked(question.question, subject)]

    assert [finding.kind for finding in found if finding.weight != "note"] == serious
