import pytest

from xingping.cli.width import cut, hang, pad, plain, width, wrap


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("党支部", 6), ("a（中）", 7), ("e\u0301", 1), ("", 0)]
)
def test_a_wide_character_takes_two_columns(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(("room", "kept"), [(6, "党支部"), (5, "党.."), (4, "党.."), (3, "..")])
def test_what_is_cut_says_so_and_fits(room, kept):
    assert cut("党支部", room) == kept
    assert width(kept) <= room


def test_text_is_filled_up_on_either_side():
    assert (pad("党", 4), pad("党", 4, right=True), pad("党支部", 4)) == ("党  ", "  党", "党支部")


def test_no_line_begins_with_a_closing_mark_and_no_latin_word_is_broken():
    assert wrap("逐条说明结果，再说明 reachable 的星级。", 12) == [
        "逐条说明结",
        "果，再说明",
        "reachable 的",
        "星级。",
    ]


def test_later_lines_are_set_in():
    assert hang("  " + "星" * 6, 12) == ["  星星星", "      星星星"]
    assert hang("short") == ["short"]


def test_no_line_ends_with_an_opening_mark():
    assert wrap("审核认定达标（A-S5.2）。", 14) == ["审核认定达标", "（A-S5.2）。"]


def test_a_name_cannot_break_lines_or_steer_the_terminal():
    assert plain("甲\n乙\x1b[31m\u2028丙\t丁") == "甲 乙 [31m 丙 丁"
    assert plain("第一支部") == "第一支部"
