from pathlib import Path

import pytest

from xingping.doctor.examine import examine
from xingping.doctor.kinds import KINDS
from xingping.policy.scheme.load import list_builtin, load_scheme
from xingping.rating.examples.check import compare

AMPLE = 300  # seconds: what stays open is what the solver cannot settle, on any machine
POLICIES = Path("tests/policies")
FOLDERS = [
    *list_builtin(),
    *sorted(page.parent for page in POLICIES.glob("*/scheme.nt")),
    *sorted(page.parent for page in POLICIES.glob("overlays/*/overlay.nt")),
]


@pytest.fixture(scope="module", params=FOLDERS, ids=str)
def examined(request):
    return examine(load_scheme(request.param), seconds=AMPLE, raising=True)


@pytest.fixture
def findings(examined):
    return [one.finding for one in examined.seen]


def test_given_time_every_question_is_answered(examined):
    assert [list(one.lines("en")) for one in examined.open] == []


def test_every_case_is_rated_as_it_claims_by_either_engine(examined, findings):
    otherwise = [
        (one.kind, engine, said.subject, said.what, said.wanted, said.found)
        for one in findings
        if one.witness is not None
        for engine in ("python", "polars")
        for said in compare(examined.scheme, one.witness.example, engine)
        if not said.holds
    ]

    assert otherwise == []


def test_every_case_claims_something(findings):
    for one in findings:
        if one.witness is not None:
            example = one.witness.example
            assert example.expect or any(subject.expect for subject in example.subjects)


def test_every_finding_is_shown_or_proven_and_named(findings):
    for one in findings:
        assert one.kind in KINDS
        assert one.witness is not None or one.proof is not None


def test_every_finding_is_whole_sentences_in_both_languages(findings):
    for one in findings:
        for lang in ("zh", "en"):
            text = "\n".join(one.lines(lang))
            assert not any(raw in text for raw in ("{", "}", "None", "Text(", "Fraction(")), text
        assert one.said.zh.endswith(("。", "？")), one.said.zh
        assert one.said.en.endswith((".", "?")), one.said.en
        assert one.said.zh != one.said.en


def test_every_finding_has_two_or_three_ways_out(findings):
    for one in findings:
        assert 2 <= len(one.ways) <= 3, one.kind
        assert (
            len({way.zh for way in one.ways}) == len({way.en for way in one.ways}) == len(one.ways)
        )


def test_every_clause_cited_exists_where_the_clauses_are_told(examined, findings):
    clauses = examined.scheme.clauses.says
    if clauses:
        cited = {clause for one in findings for clause in one.clauses}
        assert cited - set(clauses) - set(examined.scheme.assumptions) == set()


def test_no_two_findings_are_the_same(findings):
    digests = [one.digest() for one in findings]

    assert len(digests) == len(set(digests))


def test_asked_again_the_digests_are_the_same(examined, findings):
    again = examine(examined.scheme, seconds=AMPLE, raising=True)

    assert [one.finding.digest() for one in again.seen] == [one.digest() for one in findings]
