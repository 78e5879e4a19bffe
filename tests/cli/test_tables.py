from hypothesis import given
from hypothesis import strategies as st

from xingping.cli.tables import ROOM, Column, lay
from xingping.cli.width import width


def test_columns_stand_under_one_another_whatever_the_script():
    assert lay([Column("名称", ["综合处", "HR"]), Column("分", ["9.50", "10.00"], right=True)]) == [
        "名称       分",
        "------  -----",
        "综合处   9.50",
        "HR      10.00",
    ]


def test_the_widest_column_gives_way_until_the_table_fits():
    lines = lay([Column("a", ["x" * 80], least=10), Column("b", ["党" * 30], least=10)], room=50)

    assert [width(line) for line in lines] == [width(lines[0]), 50, 50]


@given(st.lists(st.tuples(st.text(max_size=90), st.text("党支部ab", max_size=60)), max_size=4))
def test_no_line_is_wider_than_the_page(rows):
    first = [cell for cell, _ in rows]
    second = [cell for _, cell in rows]

    lines = lay([Column("甲", first, least=8), Column("乙", second, least=8)])

    assert all(width(line) <= ROOM for line in lines)


def test_a_cell_with_line_breaks_stays_on_one_line():
    assert lay([Column("名称", ["甲\n乙", "丙"]), Column("星级", ["3", "4"])])[2:] == [
        "甲 乙  3",
        "丙     4",
    ]
