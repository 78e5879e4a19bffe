import pytest

from xingping.policy.nested import DEEPEST, read_text
from xingping.policy.written import Keyed, Listed, Page


def read(text):
    page = Page("a.nt")
    read_text(text, page)
    return page


def told(text):
    return [line.strip() for f in read(text).faults for line in f.say("en").splitlines()]


def test_maps_lists_and_texts_know_where_they_stand():
    content = read("one: 1\nmany:\n  - a\n  -\n    key: b\n").content

    many = content.entries["many"]
    assert isinstance(many, Listed)
    assert str(many.items[0].at) == "a.nt:3:5"
    assert isinstance(many.items[1], Keyed)
    assert str(many.items[1].entries["key"].at) == "a.nt:5:10"
    assert str(many.items[1].key_at["key"]) == "a.nt:5:5"


def test_blanks_at_the_end_of_a_line_say_nothing():
    page = read("map:  \n  a: 1 \t\nlist: \n  - \n    > b  \n")

    assert page.faults == []
    assert page.content.entries["map"].entries["a"].text == "1"
    assert page.content.entries["list"].items[0].text == "b"


def test_a_long_text_knows_where_each_of_its_characters_stands():
    text = read("rule:\n  > one\n  # why\n  > + two\n").content.entries["rule"]

    assert text.text == "one\n+ two"
    assert [str(text.place(offset)) for offset in (0, 2, 4, 6)] == [
        "a.nt:2:5",
        "a.nt:2:7",
        "a.nt:4:5",
        "a.nt:4:7",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a：1\n",
            [
                "a.nt:1:2: a full-width colon '：' after the key",
                "hint: write: a: 1",
            ],
        ),
        (
            "a:1\n",
            ["a.nt:1:2: a space is missing after the colon", "hint: write: a: 1"],
        ),
        (
            "a:\n\tb: 1\n",
            [
                "a.nt:2:1: a tab or a wide space in the indentation",
                "hint: indent with spaces only, this line by 2",
            ],
        ),
        (
            "a:\n　b: 1\n",
            [
                "a.nt:2:1: a tab or a wide space in the indentation",
                "hint: indent with spaces only, this line by 2",
            ],
        ),
        (
            "a: 1\n  b: 2\n",
            [
                "a.nt:2:1: 'a' above has a value, nothing stands under it",
                "hint: indent this line by 0, or delete the value of 'a'",
            ],
        ),
        (
            "a: 1\na: 2\n",
            ["a.nt:2:1: 'a' is written twice", "hint: it stands in line 1; keep one of them"],
        ),
        (
            "a:\n  {b: [1}\n",
            [
                "a.nt:2:9: ',' or ']' is due here, not '}'",
                "hint: each bracket needs its other half; commas and colons are half-width",
            ],
        ),
        (
            "a:\n  {b: 1， c: 2}\n",
            ["a.nt:2:11: ',' or '}' is due here, not ':'", "hint: write ', ' for '，'"],
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            ["a.nt:3:1: indented by 1, in line with no line above", "hint: indent it by 0"],
        ),
        ("a:\n  {b: 1\n", ["a.nt:2:8: a bracket is not closed", "hint: add } or ]"]),
        ("a:\n  {b: 1} c\n", ["a.nt:2:10: something stands after the closing bracket"]),
        ("a: 1\n- b\n", ["a.nt:2:1: 'key: value' is due here"]),
        ("- a\nb: 1\n", ["a.nt:2:1: '- item' is due here"]),
        (
            "a\n",
            [
                "a.nt:1:1: this line is no 'key: value', no '- item' and no '> text'",
                "hint: a text of several lines stands under its key, each line begins with '> '",
            ],
        ),
        ("- a\n", ["a.nt:1:1: the file should be made of 'key: value'"]),
        ("", ["a.nt:1:1: the file should be made of 'key: value'"]),
    ],
)
def test_a_line_that_cannot_be_read_is_told_at_its_place(text, expected):
    assert told(text)[: len(expected)] == expected


def test_what_follows_a_bad_line_is_still_read():
    page = read("a: 1\nb: 2\n  c: 3\nd: 4\ne\nf: 5\n")

    assert list(page.content.entries) == ["a", "b", "d", "f"]
    assert [str(fault.at) for fault in page.faults] == ["a.nt:5:1", "a.nt:3:1"]


@pytest.mark.parametrize(
    "text",
    [
        "".join("  " * deep + "k:\n" for deep in range(DEEPEST + 1)),
        "k:\n  " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1) + "\n",
        "k:\n  " + "{a: " * 5000 + "\n",
    ],
)
def test_nesting_has_an_end(text):
    assert f"nested more than {DEEPEST} deep" in told(text)[0]
