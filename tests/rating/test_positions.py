"""Levels by position alone: by hand, then against every order of a small group."""

from itertools import product

from xingping.rating.positions import Positions


def test_a_position_known_gives_one_level():
    orders = [(20, 20), (10, 10), (5, 5), (1, 1)]

    assert Positions(orders, [(4, 1)], [(1, 2)]).levels() == [{4}, {None}, {1}, {1}]


def test_an_order_half_known_gives_the_levels_between_the_ends():
    orders = [(20, 20), (0, 20), (10, 10), (0, 0)]
    one_each = [(4, 1), (3, 1), (2, 1), (1, 1)]

    assert Positions(orders, one_each, []).levels() == [{4, 3}, {4, 3, 2, 1}, {3, 2}, {2, 1}]


def test_every_order_that_may_be_is_within_what_is_said():
    orders = [(0, 3), (1, 2), (2, 2), (0, 1)]
    said = Positions(orders, [(4, 1), (3, 1)], [(1, 1)]).levels()

    for values in product(*(range(low, high + 1) for low, high in orders)):
        if len(set(values)) < len(values):
            continue
        by_rank = sorted(range(4), key=lambda i: -values[i])
        for i, level in zip(by_rank, (4, 3, None, 1), strict=True):
            assert level in said[i]
