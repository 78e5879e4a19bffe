from tests.policy.scheme.tiny import write
from xingping.policy.scheme.definitions import Definitions
from xingping.policy.scheme.load import load_scheme


def test_a_rank_is_made_of_what_it_goes_by(tmp_path):
    leads = Definitions(load_scheme(write(tmp_path))).leads(("rank", "rank", ""))

    assert list(leads) == [("result", "score", ""), ("criterion", "work", "points")]


def test_points_of_a_criterion_with_a_worth_are_made_of_the_levels_it_meets(tmp_path):
    leads = Definitions(load_scheme(write(tmp_path))).leads(("criterion", "tidy", "points"))

    assert set(leads) == {("criterion", "tidy", "met"), ("criterion", "tidy", "granted")}


def test_the_level_is_made_of_its_rule_and_of_what_overrules_it(tmp_path):
    leads = Definitions(load_scheme(write(tmp_path))).leads(("stars", "", ""))

    assert set(leads) == {
        ("band", "", ""),
        ("criterion", "tidy", "met"),
        ("criterion", "work", "met"),
        ("result", "score", ""),
        ("criterion", "work", "points"),
    }


def test_what_a_rule_leads_to_is_reached_once(tmp_path):
    scheme = load_scheme(write(tmp_path))
    start = scheme.ranks["rank"].by[0].tree

    reached = list(Definitions(scheme).reached([start], ""))

    assert reached[0] is start
    assert scheme.results["score"].rule.tree in reached
    assert len(reached) == len({id(one) for one in reached})
