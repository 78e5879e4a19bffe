import pytest

from xingping.policy.overlay.rewrite import with_digest


def test_only_the_digest_is_written_anew():
    text = "of: x\ndigest: old words\nset:\n  digest of x: 3\n"

    assert with_digest(text, "ab12") == "of: x\ndigest: ab12\nset:\n  digest of x: 3\n"
    assert with_digest("摘要: \n", "ab12") == "摘要: ab12\n"


def test_line_ends_stay_as_they_are():
    assert with_digest("digest: 1\r\nof: x\r\n", "2") == "digest: 2\r\nof: x\r\n"


@pytest.mark.parametrize(
    "value",
    ["\n  > ab\n  > cd", "\r\n    > ab", "\n  - a\n\n  - b", "\n  a: 1\n  # note\n  b: 2", " # x"],
)
def test_a_value_of_several_lines_is_replaced_as_a_whole(value):
    text = f"of: x\ndigest:{value}\n\n# note\nset:\n  a: 3\n"

    assert with_digest(text, "2") == "of: x\ndigest: 2\n\n# note\nset:\n  a: 3\n"


def test_many_blank_lines_are_read_at_once():
    text = "digest:" + "\n  " * 20_000 + "\nof: x\n"

    assert with_digest(text, "2").startswith("digest: 2\n  \n")


def test_without_such_a_line_nothing_is_written():
    with pytest.raises(ValueError, match="line for the digest"):
        with_digest("of: x\n", "2")
