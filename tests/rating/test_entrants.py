"""Who takes part and stands for places."""

from tests.rating.share import people, quota, scheme
from xingping.rating.entrants import certainly_stands, disqualified, order_of, stands, takes_part
from xingping.rating.rate import rate


def run(**columns):
    policy = scheme(quota({4: 1}))
    return rate(policy, people(*[10] * 4, **columns), year=2026, engine="python").run


def test_who_is_exempt_or_absent_takes_no_part():
    one = run(free=[True, False, None, False], absent=[False, True, False, False])

    assert [takes_part(one, i) for i in range(4)] == [
        (False, False),
        (False, False),
        (False, True),
        (True, True),
    ]


def test_who_is_certainly_barred_does_not_stand_and_who_may_be_does_not_certainly():
    one = run(barred=[True, None, False, False])

    assert [disqualified(one, i) for i in range(3)] == [(True, True), (False, True), (False, False)]
    assert [stands(one, i) for i in range(3)] == [False, True, True]
    assert [certainly_stands(one, i) for i in range(3)] == [False, False, True]


def test_places_go_by_what_the_quota_says():
    one = run()

    assert order_of(one, one.scheme.quotas["q"], 0) == (10, 10)
