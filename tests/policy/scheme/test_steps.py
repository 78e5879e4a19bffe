from datetime import date

from tests.policy.scheme.tiny import edit, write
from xingping.policy.scheme.load import load_scheme
from xingping.policy.scheme.steps import Deadline, MonthDay, TitleEffect


def test_a_deadline_is_that_of_the_level_or_that_of_every_level(tmp_path):
    declare = load_scheme(write(tmp_path)).procedure["declare"]

    assert declare.levels == ("1", "2")
    assert declare.deadline("1") == Deadline(None, "committee")
    assert declare.deadline("2") == Deadline(MonthDay(10, 31))

    old = "    by:\n      1: set by committee\n      2: 10-31\n"
    declare = load_scheme(edit(tmp_path, "scheme.nt", old, "    by: 09-30\n")).procedure["declare"]

    assert declare.deadline("1") == declare.deadline("2") == Deadline(MonthDay(9, 30))


def test_the_last_of_february_is_a_day_of_every_year():
    assert MonthDay(2, 29).of(2028) == date(2028, 2, 29)
    assert MonthDay(2, 29).of(2026) == date(2026, 2, 28)


def test_the_steps_of_the_office_say_who_looks_at_how_many_and_what_follows():
    scheme = load_scheme("office-branches")
    recheck, rectify = scheme.procedure["recheck"], scheme.procedure["rectify"]

    assert (recheck.on_paper.number, recheck.on_site.number.text) == (None, "ceil(30% * all)")
    assert recheck.beside.text == "open_rectifications > 0"
    assert recheck.failed == TitleEffect("-", down=1)
    assert recheck.counts_from.name == "decision"
    assert (rectify.says, rectify.closed_by) == (("what", "who", "by_when", "evidence"), "another")
    assert scheme.procedure["file"].at_most == "3"
    assert scheme.procedure["file"].then == "review"
