from xingping.papers.scheme_page.page import (
    Box,
    Column,
    Law,
    Page,
    Piece,
    Section,
    anchors,
    filled,
)


def test_a_column_in_which_nothing_stands_is_dropped():
    head, empty = ((Piece("甲"),),), ((Piece(" "),),)
    table = filled("表", (Column("名"), Column("空")), ((head, empty), (head, ())))

    assert [column.title for column in table.columns] == ["名"]
    assert table.rows == ((head,), (head,))


def test_links_may_lead_to_sections_clauses_and_boxes():
    box = Box("reading", "口径", "R1", ())
    law = Law("A-1", "A-1", "", (), (), (box,))
    page = Page("zh", "题", (), "", (), (Section("clauses", "逐条", (law,)),))

    assert anchors(page) == {"clauses", "A-1", "R1"}
