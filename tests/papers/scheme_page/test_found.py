from xingping.papers.scheme_page.found import Found


def test_a_finding_is_plain_data_that_needs_no_reason_unless_it_was_accepted():
    assert Found((), "标题", "说明", (), (), "new").why == ""
