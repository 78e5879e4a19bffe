import pytest

from tests.doctor.asking import asked, clear, found, scheme, whole
from xingping.doctor.questions.memory import ask_mutual_results, ask_own_results, readings
from xingping.policy.scheme.load import load_scheme


def test_a_score_that_reads_its_own_published_score_is_found_and_that_of_last_year_not():
    assert [finding.about for finding in found(ask_own_results, "own-result")] == [("score",)]
    assert clear(ask_own_results, "own-result")


def test_two_schemes_that_wait_for_each_other_are_found():
    first, peer = scheme("mutual-results", "found"), scheme("mutual-results", "peer")

    (finding,) = asked(ask_mutual_results, first, peer)

    whole(finding)
    assert finding.about == ("tiny", "other", "tiny")


def test_a_scheme_that_reads_the_year_before_waits_for_nobody():
    first, peer = scheme("mutual-results", "clear"), scheme("mutual-results", "peer")

    assert asked(ask_mutual_results, first, peer) == []
    assert asked(ask_mutual_results, scheme("mutual-results", "found")) == []  # nobody reads it


@pytest.mark.parametrize("name", ["office-branches", "county-branches", "county-members"])
def test_the_built_in_schemes_read_no_published_results(name):
    assert readings(load_scheme(name)) == ()
