from xingping.policy.differences.difference import Difference, Part
from xingping.policy.words import Text


def test_a_path_is_the_keys_and_ids_on_the_way():
    where = (Part("criteria", keyed=True), Part("1", Text("会议", "meetings")))
    one = Difference("changed", where, (), "a", "b")

    assert one.path == "criteria.1"
    assert not one.is_rule
    assert [part.is_key for part in one.where] == [True, False]
