"""The county's rural members."""

from xingping.records.sample.draw import draw
from xingping.records.sample.villagers import member_rows, villagers

UNITS = ["v001", "v002"]


def test_members_join_each_year_and_the_earlier_ones_stay_the_same():
    first, third = villagers(1, 1, UNITS), villagers(3, 1, UNITS)

    assert third[: len(first)] == first
    assert [one.joined_on.year for one in third[len(first) :]] == [2025] * 24 + [2026] * 24


def test_who_joined_this_year_is_a_probationary_member():
    rows = member_rows(villagers(2, 1, UNITS), 2, 1)

    assert sum(row["status"] == "probationary" for row in rows) == 24


def test_the_campaign_bears_fruit():
    one = villagers(1, 1, UNITS)[0]

    assert one.aim(draw(1), 3) - one.aim(draw(1), 1) == 330
