from xingping.papers.writers.letters import printable


def test_letters_that_steer_a_reader_are_blanks_and_those_that_turn_writing_are_gone():
    assert printable("甲\x1b[31m乙\n丙") == "甲 [31m乙 丙"
    assert printable("a\u202eb") == "ab"
    assert printable("星级 · ★") == "星级 · ★"
