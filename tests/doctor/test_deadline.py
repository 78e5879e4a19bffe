import pytest

from tests.doctor.asking import scheme
from xingping.doctor.deadline import OutOfTimeError, keep_time, timed
from xingping.doctor.world.world import World


def test_where_nobody_counts_the_time_there_is_always_some():
    keep_time()


def test_work_goes_on_while_there_is_time():
    with timed(lambda: 1.0):
        keep_time()


def test_work_stops_when_the_time_is_over():
    with timed(lambda: 0.0), pytest.raises(OutOfTimeError):
        keep_time()


def test_after_a_question_time_is_counted_no_more():
    with timed(lambda: 0.0):
        pass

    keep_time()


def test_no_term_is_made_when_the_time_is_over():
    world = World(scheme("levels-not-nested", "found"))
    criterion = next(iter(world.scheme.criteria.values()))

    with timed(lambda: 0.0), pytest.raises(OutOfTimeError):
        world.standard(criterion.id, next(iter(criterion.standards)))
