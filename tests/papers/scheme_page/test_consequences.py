from dataclasses import replace

from tests.papers.schemes import scheme
from xingping.papers.scheme_page.consequences import consequences
from xingping.papers.scheme_page.page import Listing
from xingping.papers.scheme_page.voice import Voice
from xingping.papers.writers.text import words


def told(name, lang="zh"):
    blocks = consequences(Voice(scheme(name), lang))
    return [words(line) for one in blocks if isinstance(one, Listing) for line in one.lines]


def test_money_is_told_with_unit_time_and_begin():
    assert told("13-red-flags")[0] == (
        "每名在册干部每月奖励：100×星级（单位：元），每月发放，共6次，从下月起。 [S13-4]"
    )


def test_an_act_says_when_it_follows():
    assert told("13-red-flags")[1] == "星级为无旗，则列为后进村，限期整改。 [S13-5]"


def test_a_report_says_when_it_is_told():
    (only,) = told("office-branches", "en")

    assert only.startswith(("Some branches have a yearly assessment", "some branches"))
    assert "(where " in only


def test_money_that_begins_at_a_moment_says_it_in_words():
    plain = scheme("13-red-flags")
    pays = {name: replace(one, start="next_period") for name, one in plain.pays.items()}
    blocks = consequences(Voice(replace(plain, pays=pays), "en"))
    first = next(words(one.lines[0]) for one in blocks if isinstance(one, Listing))

    assert "from the beginning of the next period" in first


def test_an_act_cites_the_readings_it_rests_on():
    plain = scheme("13-red-flags")
    acts = {name: replace(one, assumes=("S13-R1",)) for name, one in plain.acts.items()}
    blocks = consequences(Voice(replace(plain, pays={}, acts=acts), "zh"))
    first = next(words(one.lines[0]) for one in blocks if isinstance(one, Listing))

    assert first.endswith("[S13-R1]")
