from time import process_time

import pytest

from xingping.policy.lines import MOST_OF_A_KIND, LineMender
from xingping.policy.nested import read_text
from xingping.policy.written import Page


def mend(text):
    page, lines = Page("a.nt"), text.split("\n")
    LineMender(lines, page).mend()
    return lines, [(f.at.line, f.at.column, f.hint.zh if f.hint else "") for f in page.faults]


@pytest.mark.parametrize(
    ("line", "better", "column"),
    [
        ("title：方案", "title: 方案", 6),
        ("标题： 方案", "标题: 方案", 3),
        ("vetoes：", "vetoes:", 7),
        ("title:方案", "title: 方案", 6),
        ("title\u00a0:\u00a0方案", "title: 方案", 7),
        ("title = 方案", "title: 方案", 7),
        ("-a", "- a", 1),
        ("－ a", "- a", 1),
        ("• a", "- a", 1),
        ("* a", "- a", 1),
        (">a", "> a", 1),
        ("＞ a", "> a", 1),
        ("＃ 说明", "# 说明", 1),
        ("// 说明", "# 说明", 1),
        ("｛a：1，b：［1，2］｝", "{a: 1, b: [1, 2]}", 1),
    ],
)
def test_a_line_of_another_form_is_told_with_the_right_one_and_read_as_that(line, better, column):
    lines, told = mend(line)

    assert lines == [better]
    assert told == [(1, column, f"写成：{better}")]


@pytest.mark.parametrize(
    "line", ["a: b：c", "a：b: c", "- a：b", "> a：b", "# a：b", "{a: b：c}", "a:", "[]"]
)
def test_a_line_that_can_be_read_is_left_alone(line):
    assert mend(line) == ([line], [])


def test_tabs_are_one_fault_of_the_file_with_the_indentation_due():
    lines, told = mend("vetoes:\n\tcase:\n\t\ttitle: b\n\t\twhen: c\nlevels:\n  0: a\n\t1: b")

    assert lines == [
        "vetoes:", "  case:", "    title: b", "    when: c", "levels:", "  0: a", "  1: b",
    ]  # fmt: skip
    assert told == [(2, 1, "只用半角空格缩进，此行缩进 2 格")]


@pytest.mark.parametrize("blank", ["\u3000\u3000", "\u00a0 \u00a0 ", "\t\t", " \t"])
def test_any_blank_before_a_line_becomes_the_indentation_of_its_neighbours(blank):
    lines, told = mend(f"a:\n  b:\n    c: 1\n{blank}d: 2\n    e: 3")

    assert lines[3] == "    d: 2"
    assert len(told) == 1


def test_signs_that_nobody_sees_are_told_and_left_out():
    lines, told = mend("ti\u200btle: \0a\nb: c\u2028\nd: e\ufeff")

    assert lines == ["title: a", "b: c", "d: e"]
    assert told == [(1, 3, "请删去"), (2, 5, "请删去"), (3, 5, "请删去")]


def test_a_long_text_as_yaml_writes_it_is_one_fault():
    page = Page("a.nt")
    read_text("a: |\n  one\n  two: 2\nb: 1\n", page)

    assert page.content.entries["a"].text == "one\ntwo: 2"
    assert page.content.entries["b"].text == "1"
    assert [str(fault.at) for fault in page.faults] == ["a.nt:1:4"]


def test_a_mistake_made_all_over_a_file_is_not_told_line_by_line():
    _, told = mend("\n".join(f"k{n}：{n}" for n in range(300)))

    assert len(told) == MOST_OF_A_KIND + 1


@pytest.mark.parametrize(
    "text", ["a" * 200_000, " " * 200_000 + "a", "：" * 50_000, "\t\n" * 20_000, "-" * 99_999 + "x"]
)
def test_long_lines_take_no_time(text):
    began = process_time()

    mend(text)

    assert process_time() - began < 10  # some hundredths; hours where an expression backtracks


def test_signs_that_turn_the_writing_round_are_told_and_taken_out():
    lines, told = mend("title: a\u202eb\nother: c\u2066d")

    assert lines == ["title: ab", "other: cd"]
    assert len(told) == 2
