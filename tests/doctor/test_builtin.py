"""The built-in schemes: everything that the doctor finds is known and accepted, each with a reason."""

import pytest

from xingping.doctor.examine import examine
from xingping.policy.scheme.load import list_builtin, load_scheme

SECONDS = 600.0  # the effort is bounded by the solver's own units, not by a slow machine


@pytest.fixture(scope="module", params=list_builtin())
def found(request):
    return examine(load_scheme(request.param), seconds=SECONDS)


def test_a_new_finding_fails_here(found):
    new = [(one.kind, one.digest(), one.said.en) for one in found.serious]

    assert new == []


def test_no_acceptance_covers_what_is_no_longer_found(found):
    assert found.stale == ()


def test_every_acceptance_says_why_in_both_languages(found):
    for one in found.scheme.accepted.values():
        assert one.why.zh != one.why.en
