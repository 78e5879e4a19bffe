from xingping.doctor.scores.about import About
from xingping.policy.words import Text

ABOUT = About("some-kind", ("score",), ("T-1",), None)


def test_a_finding_without_a_case_or_a_proof_is_not_settled():
    said = Text("说", "said")

    assert not ABOUT.made(said, ()).settled
    assert ABOUT.made(said, (), proof=Text("证", "proof")).settled


def test_an_open_question_says_so():
    finding = ABOUT.open(Text("能否达到", "whether it is reached"))

    assert finding.said.zh == "能否达到，未能在时限内判定。"
    assert not finding.settled
