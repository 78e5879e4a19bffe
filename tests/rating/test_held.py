"""Who is held at a level by a veto, and the places that are taken by it."""

from tests.rating.share import people, quota, scheme
from xingping.rating.held import is_held, left_to, places_left
from xingping.rating.rate import rate


def run(barred):
    policy = scheme(quota({1: 2}, by="-mark", beyond=2))
    return rate(policy, people(*[10] * len(barred), barred=barred), year=2026).run


def test_a_veto_leaves_the_worst_level_alone_once_it_certainly_holds():
    one = run([True, None, False])

    assert [left_to(one, i) for i in range(3)] == [
        ((1, 1), (1, 1)),
        ((1, 1), (1, 4)),
        ((1, 1), (4, 4)),
    ]
    assert [is_held(one, i) for i in range(3)] == [True, False, False]


def test_who_is_held_takes_a_place_there():
    one = run([True, None, False])

    assert places_left(one, range(3), 1, (2, 2)) == (0, 1)
