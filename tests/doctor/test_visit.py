from tests.doctor.asking import scheme
from xingping.doctor.visit import Visit

TINY = scheme("open-tie", "found")


def test_what_is_left_runs_down_by_the_visits_own_clock_and_stops_at_nothing():
    moments = iter([100.0, 107.5, 110.0, 250.0])
    visit = Visit(TINY, until=110.0, clock=lambda: next(moments))

    assert [visit.left, visit.left, visit.left, visit.left] == [10.0, 2.5, 0.0, 0.0]


def test_without_a_limit_there_is_always_time_and_nobody_else():
    visit = Visit(TINY)

    assert visit.left == float("inf")
    assert (visit.units, visit.peers) == (None, ())
