from itertools import groupby

from xingping.doctor.asked import ASKED


def test_each_question_is_put_once():
    names = [asked.name for asked in ASKED]

    assert len(names) == len(set(names)) > 30


def test_each_is_announced_in_both_languages_and_each_announcement_comes_once():
    assert all(asked.title.zh != asked.title.en for asked in ASKED)
    told = [title for title, _ in groupby(asked.title.zh for asked in ASKED)]
    assert len(told) == len(set(told))
