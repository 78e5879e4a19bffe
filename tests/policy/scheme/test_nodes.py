from tests.policy.scheme.tiny import write
from xingping.policy.language.tree import By, Call, Field, Fold, Number, Otherwise, Ref, Rows
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.nodes import depth, walk


def test_every_node_of_a_tree_is_walked_over(tmp_path):
    every = load_scheme(write(tmp_path)).every

    kinds = {type(node) for node in walk(every.points.tree)}
    below = {type(node) for node in walk(every.helpers["granted"].rule.tree)}

    assert {By, Call, Ref, Number} <= kinds
    assert {Otherwise, Fold, Rows, Field, Ref, Number} <= below


def test_depth_counts_the_nodes_below_one_another(tmp_path):
    scheme = load_scheme(write(tmp_path))

    assert depth(scheme.results["score"].rule.tree) == 2
    assert depth(scheme.bands.rules["0"].tree) == 2
