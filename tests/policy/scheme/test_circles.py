import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "scheme.nt",
        "    rule: tidy + work",
        "    rule: tidy + work + rank",
        [
            "scheme.nt:37:11: defined in a circle: score -> rank -> score",
            "hint: one of them has to do without the others",
        ],
    ),
    (
        "scheme.nt",
        "    rule: last(points where item = number, points) otherwise 0",
        "    rule: score",
        [
            ("scheme.nt:37:11: defined in a circle: score -> tidy.points -> tidy.granted -> score"),
            "hint: one of them has to do without the others",
        ],
    ),
    (
        "criteria/2-work.nt",
        "    points: 2 * count(meetings) - count(cases)",
        "    points: if(stars = 2, 1, 0)",
        [
            ("criteria/2-work.nt:19:13: defined in a circle: work.points -> stars -> work.points"),
            "hint: one of them has to do without the others",
            (
                "scheme.nt:37:11: defined in a circle: score -> work.points -> stars -> band -> "
                "score"
            ),
            "hint: one of them has to do without the others",
            "scheme.nt:37:11: defined in a circle: score -> work.points -> stars -> score",
            "hint: one of them has to do without the others",
        ],
    ),
    (  # a veto that sets the score is a part of it
        "scheme.nt",
        "    when: count(cases where withdrawn_on = none) >= 1\n    then: stars = 0\n    unranked: yes",
        "    when: score < 30\n    then: score = 0",
        [
            "scheme.nt:62:11: defined in a circle: score -> score",
            "hint: one of them has to do without the others",
        ],
    ),
    (  # who stops at a gate has no rank
        "scheme.nt",
        "    when: count(meetings) >= 1",
        "    when: rank <= 9",
        [
            "scheme.nt:67:11: defined in a circle: rank -> rank",
            "hint: one of them has to do without the others",
        ],
    ),
    (
        "scheme.nt",
        "    rule: tidy + work",
        "    rule: tidy + work + highest(subjects, score)",
        [
            "scheme.nt:37:11: defined in a circle: score -> score",
            "hint: one of them has to do without the others",
        ],
    ),
]


def test_places_may_be_a_share_of_those_eligible_for_them(tmp_path):
    assert told(tmp_path, "scheme.nt", "floor(30% * all)", "floor(30% * eligible)") == []


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_a_definition_that_needs_itself_is_told_with_the_way_round(
    tmp_path, file, old, new, expected
):
    assert told(tmp_path, file, old, new) == expected
