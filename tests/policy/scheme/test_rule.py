from tests.policy.scheme.tiny import write
from xingping.policy.faults import Place
from xingping.policy.language.tree import Arith, Compare
from xingping.policy.scheme.load import load_scheme


def test_a_rule_keeps_its_text_its_place_and_its_tree(tmp_path):
    rule = load_scheme(write(tmp_path)).results["score"].rule

    assert rule.text == "tidy + work"
    assert rule.at == Place("scheme.nt", 37, 11)
    assert isinstance(rule.tree, Arith)


def test_each_of_several_rules_stands_for_itself(tmp_path):
    by = load_scheme(write(tmp_path)).ranks["rank"].by

    assert [rule.at.column for rule in by] == [9, 16]


def test_a_condition_is_a_comparison(tmp_path):
    assert isinstance(load_scheme(write(tmp_path)).not_rated.when.tree, Compare)
