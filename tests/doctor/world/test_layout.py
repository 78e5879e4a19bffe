import pytest

from xingping.doctor.world.layout import TooLargeError
from xingping.doctor.world.witness import smallest_case
from xingping.doctor.world.world import World
from xingping.policy.scheme.load import load_scheme


def given(criterion, level, *more):
    world = World(load_scheme("office-branches"))
    return smallest_case(world, [world.standard(criterion, level).certain, *more])


def test_sums_are_shared_out_evenly_and_keys_differ():
    plans = given("11", "4")["plans"]

    assert [plan.get("quarter") for plan in plans] == [None, "1", "2", "3", "4"]


def test_days_are_the_last_there_can_be():
    assert "tasks" not in given("1", "5")
    assert given("1", "3")["meetings"] == [{"expected": "1", "present": "1"}]


def test_the_last_record_is_the_one_picked():
    world = World(load_scheme("office-branches"))
    declared = world.result("declared")

    assert smallest_case(world, [declared.low == 4])["declarations"] == [{"stars": "4"}]


def test_more_records_than_can_be_laid_out_are_refused():
    world = World(load_scheme("office-branches"))
    world.standard("7", "5")
    count = sum(cell.count for cell in world.gathering.kinds["activities", ""].leaves)

    with pytest.raises(TooLargeError):
        smallest_case(world, [count >= 100])
