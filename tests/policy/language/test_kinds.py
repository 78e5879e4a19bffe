from tests.policy.language.world import GRADE, KIND, read
from xingping.policy.language import kinds, tree
from xingping.policy.language.kinds import NUMBER, Kind, Span, Type


def test_two_choices_are_of_one_type_only_if_they_choose_from_one_list():
    assert Type(Kind.CHOICE, "kinds") == KIND
    assert KIND != GRADE


def test_a_node_knows_where_it_stands():
    assert read("1 + total").right.at == Span(4, 9)
    assert read("1 + total").type == NUMBER


def test_what_nodes_are_made_of_comes_with_the_tree():
    assert all(getattr(tree, name) is getattr(kinds, name) for name in tree.__all__)
