from xingping.policy.written import Said


def test_an_offset_beyond_the_text_stands_at_its_end():
    said = Said("ab\ncd", "a.nt", ((3, 7), (5, 7)))

    assert str(said.place(-1)) == "a.nt:3:7"
    assert str(said.place(99)) == "a.nt:5:9"
