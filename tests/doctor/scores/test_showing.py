import pytest
import z3

from tests.doctor.asking import scheme
from xingping.doctor.scores.showing import NotShownError, shown
from xingping.doctor.visit import Visit
from xingping.doctor.world.world import World
from xingping.policy.words import Text


def _said(got):
    return Text(f"得{got}分", f"{got} points")


def test_the_smallest_case_is_shown_with_the_points_that_the_engine_gives():
    world = World(scheme("points-below-nothing", "found"))
    points = world.points("tidy")

    case, got = shown(
        world, points, [points.low < -2], ("points", "tidy", _said), Visit(world.scheme)
    )

    assert case.example.expect == {"points": got}
    assert int(got) < -2


def test_where_there_is_no_case_there_is_nothing_to_show():
    world = World(scheme("points-below-nothing", "clear"))
    points = world.points("tidy")
    below: z3.BoolRef = points.low < 0

    assert shown(world, points, [below], ("points", "tidy", _said), Visit(world.scheme)) == (
        None,
        "",
    )


def test_what_could_not_be_shown_in_the_time_is_told_apart_from_what_is_not_there():
    world = World(scheme("points-below-nothing", "found"))
    points = world.points("tidy")
    late = Visit(world.scheme, until=0.0)

    with pytest.raises(NotShownError):
        shown(world, points, [points.low < -2], ("points", "tidy", _said), late)
