import pytest

from xingping.policy.scheme.allowance import Target, read_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("max of B-2.1", Target("max", of="B-2.1")),
        ("lines  of plus", Target("lines", of="plus")),
        ("parameters.line.default", Target("default", path=("parameters", "line"))),
        ("criteria", Target("criteria")),
        ("the lot", None),
    ],
)
def test_what_is_set_or_added_to_is_a_key_of_an_item_or_the_end_of_a_path(text, target):
    assert read_target(text) == target
    assert target is None or read_target(str(target)) == target
