import pytest

from tests.policy.scheme.tiny import told

CASES = [
    (
        "criteria/1-tidy.nt",
        "  1:\n    judged: 整洁 | tidy\n",
        "",
        [
            "criteria/1-tidy.nt:1:1: the criterion 'tidy' has no standard for the level '1'",
            "hint: every level above the lowest needs one",
        ],
    ),
    (
        "criteria/1-tidy.nt",
        "worth: 40",
        "worth: 40\nlines:\n  given:\n    text: 重复 | twice\n    max: 5",
        [
            "criteria/2-work.nt:14:5: the line 'given' stands in the criterion 'tidy' too",
        ],
    ),
    (
        "scheme.nt",
        "  first_year:\n    title: 创建首年 | first year\n    type: year\n",
        "",
        [
            (
                "scheme.nt:71:12: the year of the campaign is named, but there is no parameter "
                "for its first year"
            ),
            "hint: add 'first_year' to the parameters",
        ],
    ),
    (
        "scheme.nt",
        (
            "bands:\n"
            "  clause: T-2\n"
            "  printed: 60 以上\n"
            "  2: score >= 80\n"
            "  1: line <= score < 80\n"
            "  0: score < line\n"
        ),
        "",
        [
            "scheme.nt:47:9: the band is named, but there are no bands",
        ],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CASES)
def test_what_only_the_whole_shows_is_told(tmp_path, file, old, new, expected):
    assert told(tmp_path, file, old, new) == expected
