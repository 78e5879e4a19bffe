from tests.doctor.asking import asked, clear, found
from xingping.doctor.questions.ranks import ask_ranks
from xingping.doctor.world.witness import rated_as
from xingping.policy.scheme.load import load_scheme


def test_equal_scores_that_share_the_better_rank_open_the_way_and_the_worse_rank_not():
    (finding,) = found(ask_ranks, "target-ties")

    assert finding.witness is not None
    assert clear(ask_ranks, "target-ties")


def test_equal_branches_of_an_office_meet_its_targets_as_the_engine_rates_them():
    scheme = load_scheme("office-branches")
    ties = [f for f in asked(ask_ranks, scheme) if f.kind == "target-ties"]

    assert [dict(f.facts)["number"] for f in ties] == ["4", "2"]
    for finding in ties:
        example = finding.witness.example
        assert set(example.expect.values()) == {"met"}
        assert {one.expect["rank"] for one in example.subjects} == {"1"}
        assert rated_as(scheme, example)
