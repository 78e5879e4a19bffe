import pytest

from tests.doctor.asking import asked, clear, found, whole
from xingping.doctor.questions.made_scores import ask_made_scores
from xingping.doctor.visit import Visit
from xingping.doctor.world.witness import rated_as
from xingping.policy.scheme.load import load_scheme


@pytest.mark.parametrize("kind", ["made-rank-moot", "made-bands-moot"])
def test_each_kind_is_found_where_it_is_and_just_not_beside_it(kind):
    assert len(found(ask_made_scores, kind)) == 1
    assert clear(ask_made_scores, kind)


def test_full_marks_tie_so_that_rank_and_bands_of_an_office_decide_nothing():
    scheme = load_scheme("office-branches")
    findings = asked(ask_made_scores, scheme)

    assert [(f.kind, f.clauses[0]) for f in findings] == [
        ("made-rank-moot", "A-S5.13"),
        ("made-bands-moot", "A-3.2"),
        ("made-line-shuts-out", "A-S4.13"),
    ]
    for finding in findings:
        whole(finding)
        assert rated_as(scheme, finding.witness.example)


def test_with_recorded_scores_the_second_of_two_misses_the_highest_level_by_rank():
    (finding,) = found(ask_made_scores, "made-rank-moot")

    first, second = finding.witness.example.subjects
    assert (first.expect["rank"], second.expect["rank"]) == ("1", "2")
    assert first.expect["stars"] != second.expect["stars"]


def test_what_stays_open_is_said_to_be_open():
    subject = load_scheme("office-branches")
    findings = list(ask_made_scores(Visit(subject, until=10.0, clock=lambda: 10.0)))

    assert [(one.kind, one.settled, one.about) for one in findings] == [
        ("made-rank-moot", False, ("rank",))
    ]
    assert findings[0].said.zh != findings[0].said.en
