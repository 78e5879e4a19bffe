from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.made_scores import ask_made_scores
from xingping.policy.scheme.load import load_scheme


def test_a_line_that_may_be_set_above_what_a_level_earns_shuts_it_out():
    (finding,) = found(ask_made_scores, "made-line-shuts-out")

    assert finding.witness.example.given["line"] == "80.01"
    assert clear(ask_made_scores, "made-line-shuts-out")


def test_a_target_score_above_ninety_shuts_out_a_branch_that_is_four_star_throughout():
    finding = next(
        f
        for f in asked(ask_made_scores, load_scheme("office-branches"))
        if f.kind == "made-line-shuts-out"
    )

    assert ("score", "90") in finding.facts
    assert finding.about[1] == "target_score"
