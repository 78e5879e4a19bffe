from types import SimpleNamespace

from xingping.cli.excerpt import short_of_a_star, unmet
from xingping.cli.saying import speak


def test_what_is_met_is_left_out_and_counted():
    speak("zh")
    lines = [
        "某支部",
        "",
        "距五星还差：",
        "  第1条",
        "",
        "1 甲",
        "  ● 三星",
        "  ○ 四星",
        "2 乙",
        "  ● 三星",
    ]

    assert list(unmet(lines)) == [*lines[:6], "  ○ 四星", "……已达标的 2 项从略"]


def test_the_best_that_declared_more_than_it_got_is_explained():
    ratings = [
        SimpleNamespace(subject="a", state="provisional", stars=4, declared=5),
        SimpleNamespace(subject="b", state="rated", stars=5, declared=5),
        SimpleNamespace(subject="c", state="rated", stars=3, declared=None),
        SimpleNamespace(subject="d", state="rated", stars=3, declared=4),
        SimpleNamespace(subject="e", state="rated", stars=0, declared=4),
    ]

    assert short_of_a_star(SimpleNamespace(ratings=ratings)) == "d"
    assert short_of_a_star(SimpleNamespace(ratings=ratings[:3])) == "c"
