"""Guide shares are compared and said; they change nothing."""

from tests.rating.share import levels, people, quota, scheme
from xingping.rating.rate import rate

GUIDE = quota(
    {4: "25% * all", 3: "75% * all"}, kind="guide", rounding="largest remainder", clause="S-4"
)


def said(*marks, **columns):
    found = rate(scheme(GUIDE), people(*marks, **columns), year=2026)
    return [text("en") for text in found.said]


def test_a_guide_is_said_beside_what_came_out():
    expected = "places (S-4, for comparison only): four 1 (there are 2), three 3 (there are 1)"

    assert said(20, 19, 12, 3) == [expected]


def test_a_guide_changes_no_level():
    assert [one[0] for one in levels(scheme(GUIDE), people(20, 19, 18, 3))] == [4, 4, 4, 1]


def test_what_is_not_known_leaves_the_comparison_open():
    assert "four 1 (there are 1~2)" in said(20, None, 12, 3)[0]
