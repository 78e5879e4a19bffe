"""Counting by binary search what the tie rule says of each pair."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from xingping.rating.ranking import Standing, places
from xingping.rating.selection import Candidate, select
from xingping.rating.tie_order import TieOrder, TiesByScore, known


def pair(a, b):
    """Where the tie rule puts one key against another: the definition, one breaker at a time."""
    for one, other in zip(a, b, strict=True):
        if one is None or other is None:
            return "open"
        if one != other:
            return "ahead" if one > other else "behind"
    return "level"


WIDTH_2 = [*product((None, Fraction(0), Fraction(1, 2), Fraction(1)), repeat=2)]
KEYS = some.lists(some.sampled_from(WIDTH_2), max_size=12)


def test_what_comes_after_an_unknown_breaker_is_of_no_use():
    assert known((Fraction(1), None, Fraction(2))) == (Fraction(1),)
    assert known(()) == ()


def test_an_order_of_all_keys_counts_what_the_pairs_say():
    order = TieOrder(WIDTH_2)

    for key in WIDTH_2:
        said = [pair(other, key) for other in WIDTH_2]
        found = (order.ahead(key), order.level(key), order.behind(key))
        assert found == tuple(said.count(word) for word in ("ahead", "level", "behind")), key


@given(KEYS, some.sampled_from(WIDTH_2))
def test_any_order_counts_what_the_pairs_say(keys, mine):
    order, said = TieOrder(keys), [pair(key, mine) for key in keys]

    found = (order.ahead(mine), order.level(mine), order.behind(mine))
    assert found == tuple(said.count(word) for word in ("ahead", "level", "behind"))


def test_without_breakers_all_are_level():
    order = TieOrder([(), ()])

    assert (order.ahead(()), order.level(()), order.behind(())) == (0, 2, 0)


def test_scores_nobody_has_hold_nobody():
    them = TiesByScore()
    them.add(3, (Fraction(1),))

    assert (them.count(3), them.count(4), them.at(4).level((Fraction(1),))) == (1, 0, 0)


# ------------------------------------------------ against the definitions, counted pair by pair


STANDINGS = some.lists(
    some.builds(
        Standing,
        some.integers(0, 2),
        some.integers(0, 1),
        some.booleans(),
        some.booleans(),
        some.integers(0, 1),
        some.sampled_from(WIDTH_2),
    ),
    max_size=8,
)


@settings(max_examples=150)
@given(STANDINGS, some.sampled_from(["share", "worse", "undecided"]))
def test_ranks_are_those_counted_pair_by_pair(made, ties):
    them = [replace(s, hi=s.lo + s.hi, perhaps_out=s.perhaps_out or s.out) for s in made]

    for me, found in zip(them, places(them, ties), strict=True):
        others = [s for s in them if s is not me and s.group == me.group]
        if not me.out:
            surely = sum(surely_above(s, me, ties) for s in others)
            perhaps = sum(perhaps_above(s, me, ties) for s in others)
            assert (found.best, found.worst) == (1 + surely, 1 + perhaps)


def surely_above(one, me, ties):
    counted = {"ahead", "level"} if ties == "worse" else {"ahead"}
    level = one.lo == me.hi and pair(one.ties, me.ties) in counted
    return not one.perhaps_out and (one.lo > me.hi or level)


def perhaps_above(one, me, ties):
    never = {"behind", "level"} if ties == "share" else {"behind"}
    level = one.hi == me.lo and pair(one.ties, me.ties) not in never
    return not one.out and (one.hi > me.lo or level)


CANDIDATES = some.lists(
    some.builds(
        Candidate,
        some.integers(0, 2),
        some.integers(0, 1),
        some.booleans(),
        some.booleans(),
        some.booleans(),
        some.sampled_from(WIDTH_2),
    ),
    max_size=8,
)


@settings(max_examples=150)
@given(CANDIDATES, some.integers(0, 4), some.sampled_from(["undecided", "share", "none"]))
def test_places_go_to_those_whom_the_pairs_put_ahead(made, number, ties):
    them = [replace(c, hi=c.lo + c.hi, could=c.could or c.sure) for c in made]

    for me, found in zip(them, select(them, number, None, ties), strict=True):
        others = [c for c in them if c is not me and c.could]
        surely = sum(c.sure and c.clear and in_front(c, me, ties) for c in others)
        perhaps = sum(not kept_behind(c, me, ties) for c in others)
        assert found.possible == (me.could and surely < number)
        assert found.keeps == (me.clear and me.fit and perhaps < number)


def in_front(one, me, ties):
    counted = {"ahead", "level"} if ties == "none" else {"ahead"}
    known_equal = one.lo == one.hi == me.lo == me.hi and pair(one.ties, me.ties) in counted
    return one.lo > me.hi or known_equal


def kept_behind(one, me, ties):
    if ties == "share":
        return one.hi < me.lo or (
            one.hi == me.lo and pair(one.ties, me.ties) in {"behind", "level"}
        )
    known_equal = one.lo == one.hi == me.lo == me.hi and pair(one.ties, me.ties) == "behind"
    return one.hi < me.lo or known_equal
