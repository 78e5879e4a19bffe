from dataclasses import replace

import pytest

from tests.doctor.asking import scheme
from xingping.doctor.answering import KIND, Asked
from xingping.doctor.asked import ASKED
from xingping.doctor.examine import Seen, acceptance, examine
from xingping.doctor.questions.unstated import ask_open_ties
from xingping.policy.faults import Place
from xingping.policy.scheme.scheme import Accepted
from xingping.policy.words import Text

TINY = scheme("open-tie", "found")
TIES = [Asked(ask_open_ties, Text("并列", "ties"))]
(TIE,) = [one.finding for one in examine(TINY, asked=TIES).seen]
COVER = Accepted("known", TIE.kind, TIE.clauses, TIE.digest(), Text("已知", "known"), Place("here"))


def ticking(step):
    """A clock on which each look takes so many seconds."""
    now = 0.0

    def clock():
        nonlocal now
        now += step
        return now

    return clock


def accepting(*acceptances):
    return replace(TINY, accepted={one.id: one for one in acceptances})


def test_a_finding_that_nobody_accepted_is_serious():
    found = examine(TINY, asked=TIES)

    assert found.seen == (Seen(TIE, None),)
    assert found.serious == (TIE,)
    assert (found.stale, found.open) == ((), ())


def test_an_accepted_finding_is_seen_with_its_reason_and_no_longer_serious():
    found = examine(accepting(COVER), asked=TIES)

    assert found.seen == (Seen(TIE, COVER),)
    assert (found.serious, found.stale) == ((), ())


def test_the_clauses_of_an_acceptance_may_stand_in_any_order():
    two = replace(TIE, clauses=("T-1.1", "T-1.2"))
    cover = replace(COVER, clauses=("T-1.2", "T-1.1"), digest=two.digest())

    assert acceptance(accepting(cover), two) == cover


@pytest.mark.parametrize(
    "other",
    [{"digest": "0" * 12}, {"clauses": ("T-1.3",)}, {"clauses": ()}, {"finding": "idle-veto"}],
    ids=str,
)
def test_an_acceptance_swallows_no_other_finding_and_is_stale(other):
    cover = replace(COVER, **other)
    found = examine(accepting(cover), asked=TIES)

    assert found.serious == (TIE,)
    assert found.stale == (cover,)


def test_of_several_acceptances_those_that_cover_nothing_are_stale():
    old = replace(COVER, id="old", digest="0" * 12)

    assert examine(accepting(COVER, old), asked=TIES).stale == (old,)


def test_nothing_is_stale_that_was_asked_for_one_number_only():
    old = replace(COVER, digest="0" * 12)

    assert examine(accepting(old), asked=TIES, units=5).stale == ()


def test_nothing_is_stale_while_a_question_is_open():
    found = examine(accepting(COVER), asked=TIES, seconds=5, clock=ticking(10))

    assert [one.finding.kind for one in found.seen] == [KIND]
    assert found.stale == ()


def test_an_open_question_is_never_accepted_and_never_fine():
    unsettled = replace(TIE, settled=False, weight="note")
    cover = replace(COVER, digest=unsettled.digest())

    assert acceptance(accepting(cover), unsettled) is None
    assert Seen(unsettled, None).serious


def test_a_note_need_not_be_accepted():
    assert not Seen(replace(TIE, weight="note"), None).serious
    assert Seen(replace(TIE, weight="contradiction"), None).serious


def test_with_no_time_every_question_is_reported_as_open():
    found = examine(scheme("target-rank", "found"), seconds=0, clock=ticking(1))

    assert [name for one in found.open for name in one.about] == [one.name for one in ASKED]
    assert found.serious == found.open


@pytest.mark.parametrize("looks", [3, 9, 27, 40, 60])
def test_wherever_the_time_runs_out_the_questions_left_over_are_open(looks):
    put = []

    def watched(one):
        def ask(visit):
            put.append(one.name)
            return one.question(visit)

        ask.__name__ = one.name
        return Asked(ask, one.title)

    found = examine(
        scheme("target-rank", "found"),
        asked=[watched(one) for one in ASKED],
        seconds=looks,
        clock=ticking(1),
    )

    left_over = {one.name for one in ASKED} - set(put)
    assert left_over <= {name for one in found.open for name in one.about}
    assert found.open


def test_each_title_is_told_once_and_each_finding_shown_as_it_comes():
    told, shown = [], []

    found = examine(TINY, asked=TIES * 2, tell=told.append, show=shown.append)

    assert [title.en for title in told] == ["ties"]
    assert tuple(shown) == found.seen
    assert len(shown) == 2


def test_the_number_and_the_peers_reach_the_questions():
    reached = []

    def ask(visit):
        reached.append((visit.units, visit.peers))
        return iter(())

    examine(TINY, units=7, peers=[TINY], asked=[Asked(ask, Text("甲", "one"))])

    assert reached == [(7, (TINY,))]


def test_the_seconds_are_those_of_the_clock():
    assert examine(TINY, asked=[], clock=ticking(2.5)).seconds == 2.5


def test_a_question_that_breaks_is_open_unless_it_is_to_come_out():
    def ask_broken(_):
        raise KeyError

    asked = [Asked(ask_broken, Text("坏的", "broken")), *TIES]
    found = examine(TINY, asked=asked)

    assert [one.finding.kind for one in found.seen] == [KIND, "open-tie"]
    with pytest.raises(KeyError):
        examine(TINY, asked=asked, raising=True)
