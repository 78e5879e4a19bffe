import pytest

from tests.policy.overlay.small import COUNTY, OVERLAY, beside, told
from tests.policy.scheme.tiny import faults
from xingping.policy.overlay.rewrite import with_digest
from xingping.policy.scheme.load import load_scheme

POINTS = "      points: lower(2, count(meetings))\n"


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("      points: assessed\n      max: 2\n", []),
        ("      points: 3 * count(meetings)\n      max: 2\n", []),
        (
            "      points: lower(3, count(meetings))\n",
            ["overlay.nt:9:5: 'here_choir' gives 0 to 3 points, the scheme allows 0 to 2"],
        ),
        (
            "      points: assessed\n      min: -1\n      max: 2\n",
            ["overlay.nt:9:5: 'here_choir' gives -1 to 2 points, the scheme allows 0 to 2"],
        ),
        (
            "      points: count(meetings)\n",
            [
                "overlay.nt:9:5: the points of 'here_choir' do not show the most it can give",
                "hint: write a max",
            ],
        ),
        (
            "      choose:\n        好 | good: 3\n        差 | bad: 0\n",
            ["overlay.nt:9:5: 'here_choir' gives 0 to 3 points, the scheme allows 0 to 2"],
        ),
    ],
)
def test_an_added_line_stays_within_its_points(tmp_path, points, expected):
    assert told(tmp_path, POINTS, points)[: len(expected) or 1] == expected


def county(folder, text):
    (folder / "overlay.nt").write_text(
        with_digest(text, load_scheme("county-branches").digest), "utf-8"
    )
    return faults(folder)


def test_a_shared_maximum_makes_room_for_what_is_added(tmp_path):
    assert county(tmp_path, COUNTY) == []
    assert county(tmp_path, COUNTY.replace("14", "13")) == []


def test_lines_that_come_to_more_than_the_criterion_are_told(tmp_path):
    assert county(tmp_path, COUNTY.replace("14", "15")) == [
        "overlay.nt:6:3: the lines of 'A good leadership team' come to 21 points, more than its 20",
        "hint: set max of B-2.1 lower, so that they come to 20 at most",
    ]


def test_a_line_added_without_making_room_is_told(tmp_path):
    text = COUNTY.replace("set:\n  max of B-2.1: 14\n", "")
    text = text.replace("why:\n  max of B-2.1: 本县文件 | a paper of ours\n", "")

    assert county(tmp_path, text)[0].endswith("come to 26 points, more than its 20")


def test_where_nothing_is_shared_lines_add_up_freely(tmp_path):
    allowed = "  line:\n    set: parameters.line.default\n    between: 60 to 65\n"

    assert faults(beside(tmp_path, OVERLAY, allowed=allowed)) == []


NEW = """\
overlay: tiny-here
title: 本地小方案 | Tiny, here
of: ../tiny
digest: 0
add:
  criteria:
    here_choir:
      title: 合唱 | the choir
"""
CRITERIA = "  criteria_here:\n    add: criteria\n    at most: 1\n    points: 0 to 5\n"


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("      max: 5\n      min: 0\n      lines:\n        song:\n          text: 歌\n", []),
        (
            "      worth: 5\n      lines:\n        song:\n          text: 歌\n",
            ["overlay.nt:7:5: 'here_choir' gives -9 to 30 points, the scheme allows 0 to 5"],
        ),
        (
            "      max: 5\n      lines:\n        song:\n          text: 歌\n",
            ["overlay.nt:7:5: 'here_choir' gives -9 to 5 points, the scheme allows 0 to 5"],
        ),
        (
            "      criterion: other\n      lines:\n        song:\n          text: 歌\n",
            ["overlay.nt:9:7: no id is due here: the key above is its id"],
        ),
    ],
)
def test_an_added_criterion_stays_within_its_points(tmp_path, criterion, expected):
    text = NEW + criterion + "          points: assessed\n          min: -9\n          max: 30\n"
    found = faults(beside(tmp_path, text, allowed=CRITERIA))

    assert [line for line in found if not line.startswith("hint")][: len(expected) or 1] == expected
