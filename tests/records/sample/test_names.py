"""Made-up names."""

from xingping.records.sample.draw import draw
from xingping.records.sample.names import OFFICE_BRANCHES, TOWNSHIPS, official, villager, villages


def test_branches_and_townships_are_told_apart():
    assert len(set(OFFICE_BRANCHES)) == 14
    assert len(set(TOWNSHIPS)) == 11


def test_no_two_villages_have_one_name():
    assert len(set(villages(draw(1), 109))) == 109


def test_people_have_a_surname_and_two_more_characters():
    assert {len(make(draw(1, turn))) for make in (official, villager) for turn in range(50)} == {3}
