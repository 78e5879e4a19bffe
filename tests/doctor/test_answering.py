from dataclasses import replace

import pytest

from tests.doctor.asking import scheme
from xingping.doctor.answering import ANSWERING_KINDS, KIND, Asked, answers, by_title
from xingping.doctor.deadline import keep_time
from xingping.doctor.questions.unstated import ask_open_ties
from xingping.doctor.visit import Visit
from xingping.policy.words import Text

TINY = scheme("open-tie", "found")
TITLE = Text("并列", "ties")


class Clock:
    """Seconds that pass only where a question lets them."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visit(clock):
    return Visit(TINY, until=10.0, clock=clock)


def slow(clock):
    """A question that takes more time than there is, and gives up without a word."""

    def ask_slowly(_):
        clock.now += 11
        return iter(())

    return ask_slowly


def ask_broken(visit):
    yield from ask_open_ties(visit)
    raise ZeroDivisionError


def kinds(findings):
    return [(finding.kind, finding.settled) for finding in findings]


def test_a_question_answered_in_time_is_just_what_it_finds(visit):
    assert kinds(answers([Asked(ask_open_ties, TITLE)], visit)) == [("open-tie", True)]


def test_a_question_that_gives_up_without_a_word_is_open(visit, clock):
    (one,) = answers([Asked(slow(clock), TITLE)], visit)

    assert (one.kind, one.settled, one.about) == (KIND, False, ("ask_slowly",))
    assert "“并列”未能在时限内判定" in one.said.zh
    assert "'ties' was not settled in its time" in one.said.en


def test_questions_not_put_for_want_of_time_are_open_together_under_their_title(visit, clock):
    first, second = Asked(slow(clock), TITLE), Asked(ask_open_ties, TITLE)

    (one,) = answers([first, second], visit)

    assert one.about == ("ask_slowly", "ask_open_ties")
    assert len(one.ways) == 2


def test_what_was_found_before_the_time_ran_out_stands_beside_the_open_question(visit, clock):
    def ask_then_slow(visit):
        yield from ask_open_ties(visit)
        clock.now += 11

    found = answers([Asked(ask_then_slow, TITLE)], visit)

    assert kinds(found) == [("open-tie", True), (KIND, False)]


def test_a_question_that_says_itself_what_is_open_is_not_said_again(visit, clock):
    def ask_openly(visit):
        clock.now += 11
        yield from answers([Asked(ask_open_ties, TITLE)], visit)

    assert kinds(answers([Asked(ask_openly, TITLE)], visit)) == [(KIND, False)]


def test_a_question_that_breaks_is_open_and_hides_no_other(visit):
    found = list(answers([Asked(ask_broken, TITLE), Asked(ask_open_ties, TITLE)], visit))

    assert kinds(found) == [("open-tie", True), (KIND, False), ("open-tie", True)]
    assert found[1].about == ("ask_broken", "ZeroDivisionError")
    for lang in ("zh", "en"):
        assert "ZeroDivisionError" in found[1].said(lang)
        assert "XINGPING_TRACE=1" in "".join(found[1].lines(lang))


def test_for_those_who_mend_it_the_failure_itself_comes_out(visit):
    with pytest.raises(ZeroDivisionError):
        list(answers([Asked(ask_broken, TITLE)], visit, raising=True))


def test_questions_that_follow_each_other_under_one_title_are_one_group():
    one, two = Asked(ask_open_ties, TITLE), Asked(ask_broken, Text("别的", "others"))

    groups = [(title.en, len(group)) for title, group in by_title([one, one, two, one])]

    assert groups == [("ties", 2), ("others", 1), ("ties", 1)]
    assert list(by_title([])) == []


def test_the_kind_has_a_name_in_both_languages():
    assert ANSWERING_KINDS[KIND].zh != ANSWERING_KINDS[KIND].en


def test_a_question_that_runs_out_of_time_while_it_works_is_open_beside_what_it_found(visit, clock):
    def ask_at_length(visit):
        yield from ask_open_ties(visit)
        clock.now += 11
        keep_time()
        raise AssertionError

    found = answers([Asked(ask_at_length, TITLE)], visit, raising=True)

    assert kinds(found) == [("open-tie", True), (KIND, False)]


def test_what_one_question_leaves_open_of_one_kind_is_one_finding(visit):
    def ask_much(visit):
        (one,) = ask_open_ties(visit)
        for name in ("a", "b", "c"):
            yield replace(one, about=(name,), clauses=(f"T-{name}",), settled=False)
        yield one

    found = list(answers([Asked(ask_much, TITLE)], visit))

    assert kinds(found) == [("open-tie", True), ("open-tie", False)]
    assert (found[1].about, found[1].clauses) == (("a", "b", "c"), ("T-a", "T-b", "T-c"))
    assert found[1].said.zh.endswith("同样没有判定的还有2处。")
    assert found[1].said.en.endswith("2 more of this kind are open.")
