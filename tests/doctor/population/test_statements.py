from tests.doctor.population.loaded import OFFICE
from xingping.doctor.population.statements import clashes, said, statements


def test_a_target_stands_as_read_and_as_printed():
    assert [one.id for one in statements(OFFICE, 1)] == ["year1", "base", "base literal"]


def test_the_smallest_sets_that_cannot_hold_together_are_found():
    found = list(clashes(OFFICE, statements(OFFICE, 2), None))

    assert [({one.id for one in some}, settled) for some, settled in found] == [
        ({"year2", "base literal"}, True)
    ]


def test_the_printed_wording_is_told_as_such():
    text = said(statements(OFFICE, 1)[2], OFFICE)

    assert text.zh.startswith("A-4.1b 的原文字面")
    assert text.en.startswith("A-4.1b as printed")
