import pytest

from tests.policy.scheme.tiny import told

SHARE = "a share is at most 100 % and cannot be compared with 80"
POINTS = "points and counts are no share and cannot be compared with 80%"
POINTS_HINT = "hint: write: 80; for a part of a whole divide the left side by the whole"
GATE = "    when: count(meetings) >= 1\n"
WRONG = [
    ("share(activities, recorded) >= 80", SHARE, "hint: write: 80%"),
    ("80 <= share(activities, recorded)", SHARE, "hint: write: 80%"),
    (
        "sum(meetings, present) / sum(meetings, expected) >= 80",
        SHARE,
        "hint: write: 80%",
    ),
    (
        "round(count(activities where recorded) / count(activities), 0.01) >= 80",
        SHARE,
        "hint: write: 80%",
    ),
    (
        "by(share(activities, recorded), >= 80 -> 1, otherwise -> 0) = 1",
        SHARE,
        "hint: write: 80%",
    ),
    ("score >= 80%", POINTS, POINTS_HINT),
    ("count(meetings) >= 80%", POINTS, POINTS_HINT),
    ("work.points + tidy >= 80%", POINTS, POINTS_HINT),
    ("40% * score + 60% * work >= 80%", POINTS, POINTS_HINT),
    ("sum(meetings, present) otherwise 0 >= 80%", POINTS, POINTS_HINT),
    ("lower(score, work) >= 80%", POINTS, POINTS_HINT),
    ("year >= 80%", POINTS, POINTS_HINT),
]
RIGHT = [
    "share(activities, recorded) >= 80%",
    "share(activities, recorded) = 1",
    "sum(meetings, present) / sum(meetings, expected) >= 80%",
    "sum(meetings, expected) / sum(meetings, present) >= 2",
    "count(meetings) / count(cases) >= 120%",
    "score / 100 >= 80%",
    "0.01 * score >= 80%",
    "round(score / 100, 0.01) >= 80%",
    "5 * count(cases) >= 80% * count(meetings)",
    "score >= 80",
]


@pytest.mark.parametrize(("rule", "what", "hint"), WRONG)
def test_a_side_that_the_other_cannot_be_meant_for_is_told(tmp_path, rule, what, hint):
    found = told(tmp_path, "scheme.nt", GATE, f"    when: {rule}\n")
    assert found[0] == f"scheme.nt:67:{11 + rule.index('80')}: {what}"
    assert found[1:] == [hint]


@pytest.mark.parametrize("rule", RIGHT)
def test_ratios_above_one_and_shares_in_percent_are_let_pass(tmp_path, rule):
    assert told(tmp_path, "scheme.nt", GATE, f"    when: {rule}\n") == []


def test_a_parameter_in_percent_may_be_compared_with_one(tmp_path):
    rates = "  rate:\n    title: 比例 | rate\n    type: number\n    default: 80%\nchecks:\n"
    rates += "  enough:\n    rule: rate >= 50%\n"
    assert told(tmp_path, "scheme.nt", "checks:\n", rates) == []


def test_points_written_with_a_percent_sign_in_a_band_are_told(tmp_path):
    found = told(tmp_path, "scheme.nt", "  2: score >= 80\n", "  2: score >= 80%\n")
    assert found == [f"scheme.nt:42:15: {POINTS}", POINTS_HINT]


def test_a_value_is_followed_through_the_names_it_goes_by(tmp_path):
    results = "  part:\n    title: 到会率 | part\n    rule: share(activities, recorded)\n"
    results += "    type: ratio\nbands:\n"
    assert told(tmp_path, "scheme.nt", "bands:\n", results) == []
    more = results.replace(
        "bands:\n", "  full:\n    title: 到齐 | full\n    rule: part >= 95\nbands:\n"
    )
    assert told(tmp_path / "x", "scheme.nt", "bands:\n", more)[1:] == ["hint: write: 95%"]
