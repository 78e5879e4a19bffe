"""The cut-line sheet in words and as data, where a scheme has several lines."""

from tests.rating import share
from xingping.rating.cutline import cutlines


def sheets():
    policy = share.scheme(share.quota({4: 1, 3: 1}, within="team"))
    return cutlines(policy, share.people(20, 18, 12, 17, team=["a", "a", "a", "b"]), year=2026)


def test_a_sheet_says_which_level_and_group_it_is_of():
    assert sheets()[1].lines("en")[0].startswith("places (), three, a: 3 in all")
    assert sheets()[1].lines("zh")[0].startswith("名额·三档·a：总数3")
    assert sheets()[1].place() == {"quota": "q", "level": "3", "group": "a"}


def test_a_sheet_of_one_line_alone_names_neither():
    (only,) = cutlines(share.scheme(share.quota({4: 1})), share.people(20), year=2026)

    assert only.lines("en")[0].startswith("places (): 1 in all")
    assert list(only.to_json()) == [
        "base",
        "share",
        "places",
        "in",
        "tied",
        "first_out",
        "last_in",
        "gap",
    ]
