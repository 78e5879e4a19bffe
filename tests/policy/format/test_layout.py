import pytest

from xingping.policy.format.layout import filled, neat, width


def laid(text):
    return neat(text.splitlines())


def test_every_level_is_two_spaces_deep():
    assert laid("a:\n      b:\n         - c\n         - d\n") == "a:\n  b:\n    - c\n    - d\n"


def test_comments_go_with_what_they_precede():
    text = "# top\na:\n    # first\n    b: 1\n    # last\n# next\nc: 2\n# end\n"

    assert laid(text) == "# top\na:\n  # first\n  b: 1\n  # last\n# next\nc: 2\n# end\n"


def test_a_comment_before_a_deeper_line_goes_deeper_with_it():
    assert laid("a:\n # deep\n    b: 1\n") == "a:\n# deep\n  b: 1\n"
    assert laid("a:\n    # deep\n    b: 1\n") == "a:\n  # deep\n  b: 1\n"


def test_blank_lines_never_stand_two_together_nor_at_an_end():
    assert laid("\n\na: 1\n\n\n\nb: 2\n\n") == "a: 1\n\nb: 2\n"


@pytest.mark.parametrize(
    ("line", "neat_line"),
    [
        ("key :  value  ", "key: value"),
        ("key:   ", "key:"),
        ("-   item", "- item"),
        (">   a text keeps its own spaces", ">   a text keeps its own spaces"),
        ("{a: 1,   b: 2}", "{a: 1,   b: 2}"),
        ("时间 a:b: c", "时间 a:b: c"),
    ],
)
def test_a_line_has_one_form(line, neat_line):
    assert laid(line) == f"{neat_line}\n"


def test_what_is_neat_stays():
    once = laid(
        "a:\n   # x\n\n\n   b:\n     > one\n     # y\n     > two\n c: 3\n".replace(" c", "c")
    )

    assert laid(once) == once


def test_a_rule_breaks_after_commas_and_before_operators_and_never_in_quotes():
    rule = 'if(count(cases) = 0 and state = "not yet known", 10 + 2 * count(meetings), 0)'

    lines = filled(rule, 30)

    assert " ".join(line.strip() for line in lines) == rule
    assert lines[1] == '  and state = "not yet known",'
    assert all(width(line) <= 32 for line in lines)


def test_chinese_signs_are_two_columns_wide():
    assert width("次数(a)") == 7
