"""Questions put to the tiny schemes beside this file: one that a kind of finding is made of, one not."""

from pathlib import Path

from xingping.doctor.visit import Visit
from xingping.policy.scheme.load import load_scheme

SCHEMES = Path(__file__).parent / "schemes"


def scheme(kind, which):
    return load_scheme(SCHEMES / kind / which)


def asked(question, subject, *peers):
    return list(question(Visit(subject, peers=peers)))


def found(question, kind, which="found"):
    """The findings of this kind in the tiny scheme; each is told in both languages, with ways out."""
    findings = [f for f in asked(question, scheme(kind, which)) if f.kind == kind]
    for finding in findings:
        whole(finding)
    return findings


def clear(question, kind):
    """Whether the scheme that just escapes has no such finding."""
    return [f for f in asked(question, scheme(kind, "clear")) if f.kind == kind] == []


def whole(finding):
    """A finding says all that it has to say."""
    assert finding.settled
    assert finding.said.zh != finding.said.en
    assert finding.witness is not None or finding.proof is not None
    assert 2 <= len(finding.ways) <= 3
    assert "{" not in "".join(finding.lines("zh")) + "".join(finding.lines("en"))
