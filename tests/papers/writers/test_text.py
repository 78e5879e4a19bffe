from tests.papers.schemes import scheme
from xingping.papers.scheme_page.made import scheme_page
from xingping.papers.scheme_page.page import Piece
from xingping.papers.writers.text import text_lines, words


def test_the_text_begins_with_title_digest_and_purpose():
    shown = scheme("office-branches")
    first, second, third, *_ = text_lines(scheme_page(shown))

    assert first == "机关星级党支部创建"
    assert second.startswith("方案 office-branches，校验码 ")
    assert third == "锻炼好队伍、构建好机制、营造好环境"


def test_sections_rows_laws_and_boxes_are_set_in():
    lines = list(text_lines(scheme_page(scheme("office-branches"))))

    assert "【评定标准 13项】" in lines
    assert "  2 党支部班子 [A-R13]" in lines
    assert "      三星级：审核认定：班子健全、团结 [A-S3.2]" in lines
    assert "  A-2.2  第2年目标" in lines
    assert any(line.startswith("      ‖ 执行口径 A-R1：") for line in lines)


def test_figures_of_a_row_stand_on_one_line():
    lines = list(text_lines(scheme_page(scheme("04-five-star-110"))))

    assert "      共10个：1；共50个：5；共100个：10" in lines


def test_clauses_stand_in_square_brackets():
    assert words((Piece("见"), Piece(" "), Piece("A-1", "clause", "A-1"))) == "见 [A-1]"
